import { bucketMonths, daysInMonth, monthIndex, monthsPeriod } from '../../model/period';

/** A span of whole months, open where null. Both ends are ISO dates: the first day of a month and the last of one. */
export interface TimeRange {
  from: string | null;
  to: string | null;
}

const earliestYear = 1900;
const latestYear = 2199;
const boundPattern = /^(\d{4})(?:-(\d{2}))?$/;

interface Bound {
  first: number;
  last: number;
}

/** Month indexes of `2018` or `2018-11`; null for anything else. */
function parseBound(text: string): Bound | null {
  const match = boundPattern.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < earliestYear || year > latestYear) return null;
  if (match[2] === undefined) return { first: year * 12, last: year * 12 + 11 };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  return { first: year * 12 + month - 1, last: year * 12 + month - 1 };
}

const startOf = (month: number) => monthsPeriod(month, 1).start;
const endOf = (month: number) => monthsPeriod(month, 1).end;

/**
 * Reads a range as it stands in an address: `2018`, `2018-2020`, `2018-11`, `2018-11..2019-03`, `2018..`, `..2019-03`.
 * Ends in the wrong order are exchanged; null for anything that is no range.
 */
export function parseTimeRange(text: string): TimeRange | null {
  const years = /^(\d{4})-(\d{4})$/.exec(text);
  const [left, right, ...rest] = years ? [years[1] ?? '', years[2] ?? ''] : text.split('..');
  if (rest.length > 0 || left === undefined) return null;
  const from = left === '' ? null : parseBound(left);
  if (left !== '' && !from) return null;
  if (right === undefined) return from && { from: startOf(from.first), to: endOf(from.last) };
  const to = right === '' ? null : parseBound(right);
  if ((right !== '' && !to) || (!from && !to)) return null;
  if (from && to && from.first > to.last) return { from: startOf(to.first), to: endOf(from.last) };
  return { from: from && startOf(from.first), to: to && endOf(to.last) };
}

/** The year of a month, where it is the month that a year begins or ends with. */
const yearBefore = (month: string, edge: string) => (month.endsWith(edge) ? month.slice(0, 4) : null);

/** Writes a range the shortest way that `parseTimeRange` reads back; empty when it is open at both ends. */
export function formatTimeRange({ from, to }: TimeRange): string {
  const [first, last] = [from?.slice(0, 7) ?? '', to?.slice(0, 7) ?? ''];
  const [firstYear, lastYear] = [yearBefore(first, '-01'), yearBefore(last, '-12')];
  if (from === null && to === null) return '';
  if (from === null || to === null) return `${firstYear ?? first}..${lastYear ?? last}`;
  if (first === last) return first;
  if (firstYear === null || lastYear === null) return `${first}..${last}`;
  return firstYear === lastYear ? firstYear : `${firstYear}-${lastYear}`;
}

/** Widens dates to whole months and puts them in order, so that every range can be written in an address. */
export function toWholeMonths({ from, to }: TimeRange): TimeRange {
  const first = from === null ? null : monthIndex(from);
  const last = to === null ? null : monthIndex(to);
  if (first !== null && last !== null && first > last) return { from: startOf(last), to: endOf(first) };
  return { from: first === null ? null : startOf(first), to: last === null ? null : endOf(last) };
}

/** The year of a range that is exactly one, or the years of one that is whole years; null otherwise. */
export function yearsOf({ from, to }: TimeRange): { first: number; last: number } | null {
  if (from === null || to === null || !from.endsWith('-01-01') || !to.endsWith('-12-31')) return null;
  return { first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) };
}

/** From the first of January to the last of December. */
export function yearRange(first: number, last: number = first): TimeRange {
  const months = (last - first + 1) * bucketMonths.A;
  const { start, end } = monthsPeriod(first * 12, months);
  return { from: start, to: end };
}

/** The last day of a month written `2019-03`; null when it is none. */
export function lastDayOf(month: string): string | null {
  const bound = /^\d{4}-\d{2}$/.test(month) ? parseBound(month) : null;
  if (!bound) return null;
  const [year, number] = [Math.floor(bound.first / 12), (bound.first % 12) + 1];
  return `${month}-${String(daysInMonth(year, number))}`;
}
