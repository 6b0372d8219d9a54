import { parseBucket } from '../model/period';
import type { SeriesResult } from '../statistics/query';
import { drawnValue } from './cell';

/** Which two buckets a slope compares: those that were chosen, and the day up to which one is looked for otherwise. */
export interface SlopeChoice {
  /** Bucket ids; null where none was chosen. */
  first: string | null;
  last: string | null;
  /** ISO date; null is open. */
  until: string | null;
}

const hasValue = ({ series }: SeriesResult, index: number) =>
  series.some(({ status, cells }) => status === 'actual' && drawnValue(cells[index]) !== null);

/**
 * The chosen buckets in order of time; where one is not chosen or not there, the latest of the time that says anything
 * and the one before it. Null where there are no two.
 */
export function slopePair(answer: SeriesResult, { first, last, until }: SlopeChoice): readonly [string, string] | null {
  const { buckets } = answer;
  const isUntil = (id: string) => until === null || (parseBucket(id)?.start ?? '') <= until;
  const told = buckets.filter((id, index) => hasValue(answer, index) && isUntil(id));
  const of = (wanted: string | null, fallback: string | undefined) =>
    wanted !== null && buckets.includes(wanted) ? wanted : fallback;
  const to = of(last, told.at(-1) ?? buckets.at(-1));
  const from = of(first, told.filter((id) => id !== to).at(-1) ?? buckets.filter((id) => id !== to).at(-1));
  if (from === undefined || to === undefined || from === to) return null;
  return buckets.indexOf(from) < buckets.indexOf(to) ? [from, to] : [to, from];
}
