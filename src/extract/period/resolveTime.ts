import type { Period } from '../../model/period';
import type { DateParts, TimeMention } from '../time/timeMention';
import { firstDay, monthsOf, periodOfParts, yearOf } from './calendar';

/** What the report covers; null while its year is not known. */
export type Coverage = Period | null;

const yearIn = (date: string) => Number(date.slice(0, 4));
const monthIn = (date: string) => Number(date.slice(5, 7));

/** Fills in year and month that a printed date leaves out, from the report and from the month spoken of before. */
function completed(parts: DateParts, coverage: Coverage, month: number | null): DateParts {
  const year = parts.year ?? (coverage ? yearIn(coverage.end) : undefined);
  if (parts.month !== undefined || parts.day === undefined)
    return { ...parts, ...(year === undefined ? {} : { year }) };
  const single = coverage && coverage.start.slice(0, 7) === coverage.end.slice(0, 7) ? monthIn(coverage.end) : null;
  const known = month ?? single;
  return { ...parts, ...(year === undefined ? {} : { year }), ...(known === null ? {} : { month: known }) };
}

/** The same day a year before; 29 February becomes the 28th. */
function yearEarlier(date: string): string {
  const earlier = `${yearIn(date) - 1}${date.slice(4)}`;
  return earlier.endsWith('-02-29') ? earlier.replace(/29$/, '28') : earlier;
}

function resolveWord(time: TimeMention, coverage: Period): Period | null {
  const year = yearIn(coverage.end);
  switch (time.word) {
    case 'thisYear':
      return { start: `${year}-01-01`, end: coverage.end };
    case 'lastYear':
      return yearOf(year - 1);
    case 'lastSamePeriod':
      return { start: yearEarlier(coverage.start), end: yearEarlier(coverage.end) };
    case 'nextYear':
      return yearOf(year + 1);
    case 'firstHalf':
      return monthsOf(year, 1, 6);
    case 'secondHalf':
      return monthsOf(year, 7, 12);
    case 'wholeYear':
      return yearOf(year);
    case 'quarter':
      return monthsOf(year, time.quarter * 3 - 2, time.quarter * 3);
    case 'firstQuarters':
      return monthsOf(year, 1, time.quarter * 3);
    default:
      return coverage;
  }
}

/**
 * Turns a printed time into days.
 * Input: the time, the report's coverage, the month last spoken of (for a bare 21日), and the year that stands right before.
 * Output: period, or null when its year is printed nowhere. 截至5月 runs from the coverage's start; 3月以来 to its end.
 */
export function resolveTime(time: TimeMention, coverage: Coverage, month: number | null, year?: number): Period | null {
  if (time.kind === 'word') {
    if (!coverage) return null;
    const shifted = year === undefined ? coverage : { start: `${year}-01-01`, end: `${year}-12-31` };
    return resolveWord(time, shifted);
  }
  const printed = time.from.year === undefined && year !== undefined ? { ...time.from, year } : time.from;
  const from = completed(printed, coverage, month);
  const to = completed({ ...time.to, year: time.to.year ?? from.year }, coverage, from.month ?? month);
  if ((time.from.day !== undefined && from.month === undefined) || from.year === undefined) return null;
  const period = periodOfParts(from, to);
  if (!period) return null;
  if (time.since && coverage) return { start: firstDay(from) ?? period.start, end: coverage.end };
  if (time.until && coverage) {
    const start = coverage.start <= period.end ? coverage.start : `${period.end.slice(0, 4)}-01-01`;
    return { start, end: period.end };
  }
  return period;
}
