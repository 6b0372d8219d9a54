import { daysInMonth, type Period } from '../../model/period';
import type { DateParts } from '../time/timeMention';

const two = (value: number) => String(value).padStart(2, '0');

/** First day of the printed parts: 2018 → 2018-01-01, 2018-05 → 2018-05-01. Null without a year. */
export function firstDay({ year, month, day }: DateParts): string | null {
  if (year === undefined) return null;
  return `${year}-${two(month ?? 1)}-${two(month === undefined ? 1 : (day ?? 1))}`;
}

/** Last day of the printed parts: 2018 → 2018-12-31, 2018-02 → 2018-02-28. Null without a year. */
export function lastDay({ year, month, day }: DateParts): string | null {
  if (year === undefined) return null;
  const last = month ?? 12;
  const length = daysInMonth(year, last);
  return `${year}-${two(last)}-${two(month === undefined || day === undefined ? length : Math.min(day, length))}`;
}

/** Period of a range of printed parts; null without a year or when it would end before it begins. */
export function periodOfParts(from: DateParts, to: DateParts): Period | null {
  const start = firstDay(from);
  const end = lastDay(to);
  return start === null || end === null || start > end ? null : { start, end };
}

/** Quarter or half of a year. */
export const monthsOf = (year: number, first: number, last: number): Period => ({
  start: `${year}-${two(first)}-01`,
  end: `${year}-${two(last)}-${two(daysInMonth(year, last))}`,
});

export const yearOf = (year: number): Period => ({ start: `${year}-01-01`, end: `${year}-12-31` });
