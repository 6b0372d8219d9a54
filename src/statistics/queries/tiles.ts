import { figureBuckets } from '../buckets';
import { Decimal } from '../../model/decimal';
import type { Granularity } from '../../model/period';
import type { Made, Scope } from '../cell';
import { cellAt, cellsAt, requireSubject, slotAt, type Counting } from '../cellAt';
import { periodOnPeriod, yearOnYear, type CellSource } from '../compare';
import type { Filter, Queries, Tile } from '../query';
import { restrictTo } from '../resolveDataset';
import type { Resolved } from '../resolved';
import { totalScope } from '../scopes';

type Question = Queries['tiles'];

/** Headline numbers: each subject at the latest bucket of the range that has a value, with its comparisons and target. */
export function tiles(data: Resolved, { filter, subjects }: Question['request']): Question['answer'] {
  const resolved = restrictTo(data, filter.reports);
  const buckets = figureBuckets(resolved, filter);
  return subjects.map((code) => tile(resolved, filter, code, buckets));
}

function tile(resolved: Resolved, filter: Filter, code: string, buckets: string[]): Tile {
  const subject = requireSubject(resolved, code);
  const scope = totalScope(resolved, filter);
  const counting = { subject, status: 'actual', granularity: filter.granularity } as const;
  const sparkline = cellsAt(resolved, counting, buckets, scope).map(({ cell }) => cell);
  const latest = sparkline.findLastIndex(({ state }) => state === 'value');
  return { ...headline(resolved, counting, scope, buckets[latest]), buckets, sparkline };
}

/**
 * A headline number at a bucket, which has a value, with its comparisons and target; empty without a bucket. `find` gives
 * cells that have been made already.
 */
export function headline(
  resolved: Resolved,
  { subject, granularity }: Counting,
  scope: Scope,
  bucket: string | undefined,
  find: (id: string, size: Granularity) => Made | null = () => null,
): Omit<Tile, 'buckets' | 'sparkline'> {
  if (bucket === undefined) {
    return { subject, bucket: null, cell: null, yearOnYear: null, periodOnPeriod: null, target: null };
  }
  const known = new Map<string, Made>();
  const at = (id: string, size: Granularity) => {
    const made =
      known.get(id) ?? find(id, size) ?? cellAt(resolved, { subject, status: 'actual', granularity: size }, id, scope);
    known.set(id, made);
    return made;
  };
  const source: CellSource = { subject, granularity, places: scope.places, at };
  const now = at(bucket, granularity);
  return {
    subject,
    bucket,
    cell: now.cell,
    yearOnYear: yearOnYear(resolved, source, bucket),
    periodOnPeriod: periodOnPeriod(source, bucket),
    target: targetOf(resolved, { subject, status: 'target', granularity }, scope, bucket, now),
  };
}

/** What was planned for a bucket; null where nothing was, which is known without asking who reports. */
function targetOf(resolved: Resolved, aims: Counting, scope: Scope, bucket: string, now: Made): Tile['target'] {
  const { subject, granularity } = aims;
  if (subject.kind === 'flow' && resolved.isAimed?.(subject.code, granularity) === false) return null;
  if (slotAt(resolved, aims, bucket).byPlace.size === 0) return null;
  const target = cellAt(resolved, aims, bucket, scope);
  return target.cell.state === 'value' ? { cell: target.cell, progress: progress(now, target) } : null;
}

/**
 * Rule 6: actual over target. Null where they do not speak of the same thing: a flow's target for a part of the bucket
 * only, a sum over children on one side or over other children, a value missing or a target of 0.
 */
function progress(actual: Made, target: Made): number | null {
  const [reached, aim] = [actual.cell, target.cell];
  if (reached.value === null || aim.value === null || aim.value === 0 || reached.unit !== aim.unit) return null;
  const isSum = reached.basis === 'children' || aim.basis === 'children';
  const sameChildren = [...actual.reporting].sort().join() === [...target.reporting].sort().join();
  if (isSum && !(reached.basis === aim.basis && sameChildren)) return null;
  const isFlow = target.counted.some(({ kind }) => kind === 'flow');
  if (isFlow && aim.months.covered < aim.months.total) return null;
  return Decimal.of(reached.value).over(aim.value).toNumber();
}
