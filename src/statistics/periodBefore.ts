import { daysIn, isWithin, monthIndex, monthsPeriod } from '../model/period';
import type { Filter } from './query';

/** The filter of as many whole months just before the chosen ones; null where the time is open or is no whole months. */
export function periodBefore(filter: Filter): Filter | null {
  const { from, to } = filter;
  if (from === null || to === null || to < from) return null;
  const first = monthIndex(from);
  const count = monthIndex(to) - first + 1;
  const whole = monthsPeriod(first, count);
  const chosen = { start: from, end: to };
  if (!isWithin(whole, chosen) || daysIn(whole) !== daysIn(chosen)) return null;
  const before = monthsPeriod(first - count, count);
  return { ...filter, from: before.start, to: before.end };
}
