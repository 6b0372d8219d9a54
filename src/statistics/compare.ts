import { Decimal } from '../model/decimal';
import {
  bucketMonths,
  bucketOf,
  monthIndex,
  monthsPeriod,
  shiftBucket,
  shiftYears,
  type Granularity,
} from '../model/period';
import { spanOf } from './buckets';
import { makeTotal, type Made } from './cell';
import type { Cell, Comparison, NoComparisonReason, Subject } from './query';
import type { Resolved } from './resolved';

/** What a comparison asks for cells with: one figure's subject and scope, at any bucket. */
export interface CellSource {
  subject: Subject;
  granularity: Granularity;
  places: readonly string[];
  /** The cell of a bucket id in a figure of a granularity. */
  at: (bucket: string, granularity: Granularity) => Made;
}

/**
 * Rule 10, 同比: a bucket against the same one a year earlier, whatever range is shown.
 * Both must stand on the same basis: own or children alike, the same children reporting, the same months covered. A flow
 * that does not, a year in progress, is compared over its own months where both years have each of them.
 */
export function yearOnYear(resolved: Resolved, source: CellSource, bucket: string): Comparison {
  const base = shiftYears(bucket, -1);
  if (base === null) return without(null, null, 'no-base');
  const direct = compare(source, bucket, base);
  if (direct.reason !== 'different-basis' || source.subject.kind !== 'flow' || source.granularity === 'M')
    return direct;
  return bySameMonths(resolved, source, bucket, base) ?? direct;
}

/** Rule 10, 环比: a bucket against the one before; null for years, where it is 同比. */
export function periodOnPeriod(source: CellSource, bucket: string): Comparison | null {
  if (source.granularity === 'A') return null;
  const base = shiftBucket(bucket, -1);
  return base === null ? without(null, null, 'no-base') : compare(source, bucket, base);
}

function without(base: string | null, baseCell: Cell | null, reason: NoComparisonReason): Comparison {
  return { change: null, points: false, base, baseCell, sameMonths: null, reason, approximate: false };
}

function compare(source: CellSource, bucket: string, base: string): Comparison {
  const now = source.at(bucket, source.granularity);
  const then = source.at(base, source.granularity);
  const reason = obstacle(source.subject, now, then);
  return reason ? without(base, then.cell, reason) : changeOf(source.subject, now.cell, then.cell, base);
}

function obstacle(subject: Subject, now: Made, then: Made): NoComparisonReason | null {
  if (now.cell.value === null) return 'no-value';
  if (then.cell.state === 'unreported') return 'base-unreported';
  if (then.cell.state === 'unmentioned') return 'base-unmentioned';
  if (then.cell.value === null) return 'no-base';
  if (subject.kind === 'stock' && sameEntries(now, then)) return 'no-newer-value';
  if (!sameSpeakers(now, then)) return 'different-basis';
  return subject.kind === 'flow' && !sameMonths(now, then) ? 'different-basis' : null;
}

function sameEntries(a: Made, b: Made): boolean {
  const entries = new Set(a.counted);
  return a.counted.length === b.counted.length && b.counted.every((entry) => entries.has(entry));
}

function sameSpeakers(a: Made, b: Made): boolean {
  return a.cell.basis === b.cell.basis && sameMembers(a.reporting, b.reporting);
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  // Mostly in the same order.
  if (a.every((one, i) => one === b[i])) return true;
  return [...a].sort().join() === [...b].sort().join();
}

/** Whether each place's counted reports cover the same months of both buckets. */
function sameMonths(a: Made, b: Made): boolean {
  const [now, then] = [a.months(), b.months()];
  return now.size === then.size && [...now].every(([place, bits]) => then.get(place) === bits);
}

function changeOf(subject: Subject, now: Cell, then: Cell, base: string): Comparison {
  const points = subject.kind === 'rate';
  if (now.value === null || then.value === null) return without(base, then, 'no-value');
  if (!points && then.value === 0) return without(base, then, 'base-zero');
  const difference = Decimal.of(now.value).minus(then.value);
  const change = points ? difference : difference.over(Decimal.of(then.value).abs());
  return {
    change: change.toNumber(),
    points,
    base,
    baseCell: then,
    sameMonths: null,
    reason: null,
    approximate: now.qualifier !== 'exact' || then.qualifier !== 'exact',
  };
}

/** Compares the sums of the months that the bucket has so far; null unless both years have each of them alike. */
function bySameMonths(resolved: Resolved, source: CellSource, bucket: string, base: string): Comparison | null {
  let covered = 0;
  for (const bits of source.at(bucket, source.granularity).months().values()) covered |= bits;
  const months = Array.from({ length: 12 }, (_, month) => month).filter((month) => ((covered >> month) & 1) === 1);
  if (months.length === 0 || months.length > bucketMonths[source.granularity]) return null;
  const sides = [bucket, base].map((id) => {
    const first = monthIndex(spanOf(id).start);
    return months.map((month) => source.at(bucketOf(monthsPeriod(first + month, 1).start, 'M'), 'M'));
  });
  const [now = [], then = []] = sides;
  const alike = now.every((made, i) => {
    const other = then[i];
    return other && made.cell.value !== null && other.cell.value !== null && sameSpeakers(made, other);
  });
  if (!alike) return null;
  const [sumNow, sumThen] = [now, then].map((parts) => makeTotal(resolved, source.subject, parts, source.places).cell);
  if (!sumNow || !sumThen) return null;
  const first = monthIndex(spanOf(bucket).start);
  return {
    ...changeOf(source.subject, sumNow, sumThen, base),
    sameMonths: months.map((month) => ((first + month) % 12) + 1),
  };
}
