import type { Dataset } from '../../../src/model/dataset';
import { bucketsIn, shiftBucket, shiftYears, type Granularity } from '../../../src/model/period';
import type { Cell, Comparison, Filter, NoComparisonReason, Subject, Tile } from '../../../src/statistics/query';
import { totalScope } from './answers';
import { cellAt, monthsByPlace, totalOf, type Figure, type Scope, type Shown } from './cells';
import { figureBuckets, spanOf, subjectOf, worldOf, type World } from './world';

interface Setting {
  world: World;
  subject: Subject;
  scope: Scope;
  granularity: Granularity;
}

const at = ({ world, subject, scope, granularity }: Setting, bucket: string, size = granularity) =>
  cellAt(world, { subject, status: 'actual', granularity: size }, bucket, scope);

export function tiles(dataset: Dataset, filter: Filter, codes: string[]): Tile[] {
  const world = worldOf(dataset, filter.reports);
  return codes.map((code) => {
    const setting: Setting = {
      world,
      subject: subjectOf(dataset, code),
      scope: totalScope(world, filter),
      granularity: filter.granularity,
    };
    const { subject } = setting;
    const buckets = figureBuckets(world, filter);
    const shown = buckets.map((bucket) => at(setting, bucket));
    const sparkline = shown.map(({ cell }) => cell);
    const now = shown.filter(({ cell }) => cell.state === 'value').at(-1);
    if (!now) {
      return {
        subject,
        bucket: null,
        cell: null,
        yearOnYear: null,
        periodOnPeriod: null,
        target: null,
        buckets,
        sparkline,
      };
    }
    const figure: Figure = { subject, status: 'target', granularity: filter.granularity };
    const target = cellAt(world, figure, now.bucket, setting.scope);
    return {
      subject,
      bucket: now.bucket,
      cell: now.cell,
      yearOnYear: yearOnYear(setting, now),
      periodOnPeriod: filter.granularity === 'A' ? null : compare(setting, now, shiftBucket(now.bucket, -1) ?? ''),
      target: target.cell.state === 'value' ? { cell: target.cell, progress: progress(now, target, subject) } : null,
      buckets,
      sparkline,
    };
  });
}

const list = (places: string[]) => [...places].sort().join(' ');

function progress(now: Shown, target: Shown, subject: Subject): number | null {
  const [reached, aim] = [now.cell, target.cell];
  if (reached.value === null || aim.value === null || aim.value === 0 || reached.unit !== aim.unit) return null;
  if (subject.kind === 'flow' && aim.months.covered !== aim.months.total) return null;
  if (reached.basis === 'children' || aim.basis === 'children') {
    if (reached.basis !== aim.basis || list(now.reporting) !== list(target.reporting)) return null;
  }
  return reached.value / aim.value;
}

/** Which months of the year (or of the bucket) each place has told about. */
function coveredMonths({ world, subject, scope, granularity }: Setting, shown: Shown): string {
  const figure: Figure = { subject, status: 'actual', granularity };
  const months = monthsByPlace(world, figure, shown.bucket, scope, shown.counted, shown.cell.state);
  const all = bucketsIn(spanOf(shown.bucket), 'M');
  return [...months]
    .map(([place, ids]) => `${place}: ${ids.map((id) => all.indexOf(id)).join(' ')}`)
    .sort()
    .join();
}

const none = (base: string, baseCell: Cell, reason: NoComparisonReason): Comparison => ({
  change: null,
  points: false,
  base,
  baseCell,
  sameMonths: null,
  reason,
  approximate: false,
});

function change(subject: Subject, now: Cell, then: Cell, base: string): Comparison {
  if (now.value === null || then.value === null) return none(base, then, 'no-value');
  if (subject.kind !== 'rate' && then.value === 0) return none(base, then, 'base-zero');
  const rise = (Math.round(now.value * 100) - Math.round(then.value * 100)) / 100;
  return {
    change: subject.kind === 'rate' ? rise : rise / then.value,
    points: subject.kind === 'rate',
    base,
    baseCell: then,
    sameMonths: null,
    reason: null,
    approximate: now.qualifier !== 'exact' || then.qualifier !== 'exact',
  };
}

const sameSpeakers = (a: Shown, b: Shown) => a.cell.basis === b.cell.basis && list(a.reporting) === list(b.reporting);

function compare(setting: Setting, now: Shown, base: string): Comparison {
  const then = at(setting, base);
  const { kind } = setting.subject;
  if (now.cell.value === null) return none(base, then.cell, 'no-value');
  if (then.cell.state === 'unreported') return none(base, then.cell, 'base-unreported');
  if (then.cell.state === 'unmentioned') return none(base, then.cell, 'base-unmentioned');
  if (then.cell.value === null) return none(base, then.cell, 'no-base');
  const ids = (shown: Shown) => list(shown.counted.map(({ id }) => id));
  if (kind === 'stock' && ids(now) === ids(then)) return none(base, then.cell, 'no-newer-value');
  const sameMonths = kind !== 'flow' || coveredMonths(setting, now) === coveredMonths(setting, then);
  if (!sameSpeakers(now, then) || !sameMonths) return none(base, then.cell, 'different-basis');
  return change(setting.subject, now.cell, then.cell, base);
}

function yearOnYear(setting: Setting, now: Shown): Comparison {
  const { world, subject, scope, granularity } = setting;
  const direct = compare(setting, now, shiftYears(now.bucket, -1) ?? '');
  if (direct.reason !== 'different-basis' || subject.kind !== 'flow' || granularity === 'M') return direct;
  const figure: Figure = { subject, status: 'actual', granularity: 'M' };
  const told = monthsByPlace(world, figure, now.bucket, scope, now.counted, now.cell.state);
  const months = [...new Set([...told.values()].flat())].sort();
  const pairs = months.map((id) => ({ here: at(setting, id, 'M'), there: at(setting, shiftYears(id, -1) ?? '', 'M') }));
  const alike = pairs.every(
    ({ here, there }) => here.cell.value !== null && there.cell.value !== null && sameSpeakers(here, there),
  );
  if (pairs.length === 0 || !alike) return direct;
  const total = (parts: Shown[]) => totalOf(world, figure, parts, scope).cell;
  const sums = [total(pairs.map(({ here }) => here)), total(pairs.map(({ there }) => there))] as const;
  return {
    ...change(subject, sums[0], sums[1], direct.base ?? ''),
    sameMonths: months.map((id) => Number(id.slice(5))),
  };
}
