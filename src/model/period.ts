import type { Frequency } from './report';

export const granularities = ['M', 'Q', 'S', 'A'] as const satisfies Frequency[];
/** The bucket size of a figure: month, quarter, half-year, year. */
export type Granularity = (typeof granularities)[number];

/** Months in a bucket of each granularity. */
export const bucketMonths: Record<Granularity, number> = { M: 1, Q: 3, S: 6, A: 12 };

/** An inclusive span of ISO dates. ISO dates compare as strings. */
export interface Period {
  start: string;
  end: string;
}

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Months since year 0 of an ISO date's month. */
export function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

const pad = (n: number, width: number) => String(n).padStart(width, '0');

/** First day of a month by its index. */
const firstDay = (month: number) => `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-01`;

/** First and last day of the `count` months that begin at a month index. */
export function monthsPeriod(firstMonth: number, count: number): Period {
  const last = firstMonth + count - 1;
  const [year, month] = [Math.floor(last / 12), (last % 12) + 1];
  return {
    start: firstDay(firstMonth),
    end: `${pad(year, 4)}-${pad(month, 2)}-${pad(daysInMonth(year, month), 2)}`,
  };
}

/**
 * Id of the bucket of a granularity that holds a date, in SDMX time notation: 2018, 2018-S1, 2018-Q4, 2018-11.
 */
export function bucketOf(date: string, granularity: Granularity): string {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  if (granularity === 'A') return year;
  if (granularity === 'M') return date.slice(0, 7);
  return `${year}-${granularity}${String(Math.ceil(month / bucketMonths[granularity]))}`;
}

/** Granularity and days of a bucket id; null for anything that is not one. */
export function parseBucket(id: string): (Period & { granularity: Granularity }) | null {
  const match = /^(\d{4})(?:-(?:(Q[1-4]|S[12])|(0[1-9]|1[0-2])))?$/.exec(id);
  if (!match) return null;
  const january = Number(match[1]) * 12;
  const [, , part, month] = match;
  if (month !== undefined) return { granularity: 'M', ...monthsPeriod(january + Number(month) - 1, 1) };
  if (part === undefined) return { granularity: 'A', ...monthsPeriod(january, 12) };
  const granularity = part.startsWith('Q') ? 'Q' : 'S';
  const length = bucketMonths[granularity];
  return { granularity, ...monthsPeriod(january + (Number(part.slice(1)) - 1) * length, length) };
}

/** Bucket ids of a granularity that touch a period, in time order. */
export function bucketsIn(period: Period, granularity: Granularity): string[] {
  const length = bucketMonths[granularity];
  const first = Math.floor(monthIndex(period.start) / length);
  const last = Math.floor(monthIndex(period.end) / length);
  const ids: string[] = [];
  for (let i = first; i <= last; i++) ids.push(bucketOf(firstDay(i * length), granularity));
  return ids;
}

/** The bucket `count` buckets of its own granularity later (earlier when negative); null when `id` is no bucket. */
export function shiftBucket(id: string, count: number): string | null {
  const bucket = parseBucket(id);
  if (!bucket) return null;
  const months = monthIndex(bucket.start) + count * bucketMonths[bucket.granularity];
  return bucketOf(firstDay(months), bucket.granularity);
}

/** The same bucket `years` years later (earlier when negative); null when `id` is no bucket. */
export function shiftYears(id: string, years: number): string | null {
  const bucket = parseBucket(id);
  return bucket && shiftBucket(id, (years * 12) / bucketMonths[bucket.granularity]);
}

/** Whether `inner` lies wholly in `outer`. */
export function isWithin(inner: Period, outer: Period): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Days of a period, both ends included. */
export function daysIn(period: Period): number {
  return Math.round((Date.parse(period.end) - Date.parse(period.start)) / 86_400_000) + 1;
}

/** Whether `text` is an ISO date that exists in the calendar. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
