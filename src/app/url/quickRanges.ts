import { monthIndex, monthsPeriod } from '../../model/period';
import { yearRange, type TimeRange } from './timeRange';

export const quickRangeIds = ['all', 'thisYear', 'lastYear', 'threeYears', 'twelveMonths'] as const;
export type QuickRangeId = (typeof quickRangeIds)[number];

/**
 * The ranges that people ask for by name, counted back from the newest month of the data: a clock would ask for years
 * that nobody has reported on yet.
 * Input: a date of the newest month. Output: whole months, in the order of `quickRangeIds`.
 */
export function quickRanges(newest: string): { id: QuickRangeId; range: TimeRange }[] {
  const year = Number(newest.slice(0, 4));
  const { start, end } = monthsPeriod(monthIndex(newest) - 11, 12);
  const ranges = {
    all: { from: null, to: null },
    thisYear: yearRange(year),
    lastYear: yearRange(year - 1),
    threeYears: yearRange(year - 2, year),
    twelveMonths: { from: start, to: end },
  } satisfies Record<QuickRangeId, TimeRange>;
  return quickRangeIds.map((id) => ({ id, range: ranges[id] }));
}
