import {
  bucketMonths,
  bucketOf,
  bucketsIn,
  granularities,
  isIsoDate,
  monthIndex,
  monthsPeriod,
  parseBucket,
  type Granularity,
  type Period,
} from '../model/period';
import type { Filter } from './query';
import type { Resolved, Span } from './resolved';

/** A hundred years: more buckets than that only a mistyped date asks for. */
const maxMonths = 1200;

/** The smallest bucket that holds a whole period: month, quarter, half-year, year, or years as `2018/2019`. */
export function naturalSpan(period: Period): Span {
  for (const granularity of granularities) {
    const id = bucketOf(period.start, granularity);
    if (bucketOf(period.end, granularity) === id) return spanOf(id);
  }
  return spanOf(`${period.start.slice(0, 4)}/${period.end.slice(0, 4)}`);
}

const knownLists = new WeakMap<readonly string[], readonly Span[]>();

/** The days of the buckets of a list, each list once. */
export function spansOf(buckets: readonly string[]): readonly Span[] {
  const spans = knownLists.get(buckets) ?? buckets.map(spanOf);
  knownLists.set(buckets, spans);
  return spans;
}

const knownSpans = new Map<string, Span>();
/** There are no more buckets than that which anyone asks for at a time. */
const maxKnown = 10_000;

/** Days of a bucket id, of `2018/2019` too. Throws on anything else. */
export function spanOf(id: string): Span {
  const known = knownSpans.get(id);
  if (known) return known;
  const period = readSpan(id);
  const made = { ...period, firstMonth: monthIndex(period.start), months: monthsIn(period) };
  if (knownSpans.size >= maxKnown) knownSpans.clear();
  knownSpans.set(id, made);
  return made;
}

function readSpan(id: string): Omit<Span, 'firstMonth' | 'months'> {
  const bucket = parseBucket(id);
  if (bucket) return { id, ...bucket };
  const years = /^(\d{4})\/(\d{4})$/.exec(id);
  if (!years) throw new Error(`unknown bucket: ${id}`);
  return { id, granularity: null, start: `${years[1] ?? ''}-01-01`, end: `${years[2] ?? ''}-12-31` };
}

/** Whether a span is coarser than a granularity. */
export function isCoarser(span: Span, granularity: Granularity): boolean {
  return span.granularity === null || bucketMonths[span.granularity] > bucketMonths[granularity];
}

/** Months of a span. */
export function monthsIn(span: Period): number {
  return monthIndex(span.end) - monthIndex(span.start) + 1;
}

/** First and last day that any report covers; null when none covers anything. */
export function rangeOfData(resolved: Resolved): Period | null {
  const known = resolved.remembered.range;
  if (known !== undefined) return known;
  const range = rangeOf(resolved);
  resolved.remembered.range = range;
  return range;
}

function rangeOf(resolved: Resolved): Period | null {
  let range: Period | null = null;
  for (const { coverage } of resolved.reports) {
    if (!coverage) continue;
    range ??= { ...coverage };
    if (coverage.start < range.start) range.start = coverage.start;
    if (coverage.end > range.end) range.end = coverage.end;
  }
  return range;
}

const dateOrNull = (date: string | null) => (date !== null && isIsoDate(date) ? date : null);

/**
 * Buckets of a figure: those that touch the filter's range, an open end being the range of the data.
 * A range above a hundred years is cut to the data's, then to its last hundred years. Text that is no date counts as open.
 */
export function figureBuckets(resolved: Resolved, filter: Filter): string[] {
  const { buckets } = resolved.remembered;
  const key = [filter.granularity, filter.from, filter.to].join();
  const found = buckets.get(key) ?? bucketsOf(resolved, filter);
  if (buckets.size >= rememberedRanges) buckets.clear();
  buckets.set(key, found);
  return found;
}

const rememberedRanges = 1000;

function bucketsOf(resolved: Resolved, filter: Filter): string[] {
  const data = rangeOfData(resolved);
  const start = dateOrNull(filter.from) ?? data?.start;
  const end = dateOrNull(filter.to) ?? data?.end;
  if (start === undefined || end === undefined || start > end) return [];
  let range: Period = { start, end };
  if (monthsIn(range) > maxMonths && data) {
    range = { start: start > data.start ? start : data.start, end: end < data.end ? end : data.end };
  }
  if (range.start > range.end) return [];
  if (monthsIn(range) > maxMonths) range.start = monthsPeriod(monthIndex(range.end) - maxMonths + 1, 1).start;
  return bucketsIn(range, filter.granularity);
}
