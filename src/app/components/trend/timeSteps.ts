import { bucketsIn, parseBucket, type Granularity, type Period } from '../../../model/period';

/** Where the handles of the brush stand: first and last step, both included. */
export interface Brushed {
  first: number;
  last: number;
}

/** The steps of a brush over the data's range. */
export function stepsOf(range: Period | null, granularity: Granularity): string[] {
  return range ? bucketsIn(range, granularity) : [];
}

/** Steps that a chosen time touches; open ends stand at the ends. A time beyond the data leaves the nearest step. */
export function brushedOf(steps: readonly string[], { from, to }: { from: string | null; to: string | null }): Brushed {
  const last = Math.max(0, steps.length - 1);
  const periods = steps.map(parseBucket);
  const first = from === null ? 0 : periods.findIndex((period) => period !== null && period.end >= from);
  const end = to === null ? last : periods.findLastIndex((period) => period !== null && period.start <= to);
  const start = first < 0 ? last : first;
  return { first: Math.min(start, Math.max(0, end)), last: Math.max(start, Math.max(0, end)) };
}

/** The time that two steps span; both ends open when it is all of them. */
export function timeOf(steps: readonly string[], { first, last }: Brushed): { from: string | null; to: string | null } {
  if (first === 0 && last === steps.length - 1) return { from: null, to: null };
  return {
    from: parseBucket(steps[first] ?? '')?.start ?? null,
    to: parseBucket(steps[last] ?? '')?.end ?? null,
  };
}
