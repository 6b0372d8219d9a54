import type { TimeRange } from './timeRange';
import { yearRange, yearsOf } from './timeRange';

/**
 * The range after a year has been ticked or unticked in a list of years. A range has no holes: a year outside it
 * stretches it, one at its edge is cut off, one inside it is what remains. Months give way to the year that is ticked.
 */
export function toggleYear(range: TimeRange, year: number): TimeRange {
  const years = yearsOf(range);
  if (!years) return yearRange(year);
  const { first, last } = years;
  if (year < first) return yearRange(year, last);
  if (year > last) return yearRange(first, year);
  if (first === last) return { from: null, to: null };
  if (year === first) return yearRange(first + 1, last);
  if (year === last) return yearRange(first, last - 1);
  return yearRange(year);
}
