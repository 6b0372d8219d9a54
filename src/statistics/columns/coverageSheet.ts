import { bucketMonths, granularities, isWithin, type Period } from '../../model/period';
import { spanOf } from '../buckets';
import { isLive, isOwn } from '../coverage';
import type { Dated } from '../dated';
import type { Entry, ReportEntry, Span } from '../resolved';
import { bitsIn } from './bits';
import { bucketNumber } from './bucketNumber';
import { wholes, type Whole } from './column';
import { firstFrom } from './firstFrom';
import type { PlaceOrder } from './placeOrder';

/** Who reports when, packed: of each bucket that anyone reports on the places that do, which are few. */
export interface CoverageSheet {
  /** A granularity, or the id of a span of several years, whose only bucket is 0. */
  key: string;
  /** Numbers of the buckets, ascending. */
  buckets: Int32Array<ArrayBuffer>;
  /** By bucket in that list: where its places begin; one more at the end. */
  first: Uint32Array<ArrayBuffer>;
  /** Numbers of the places that report, ascending within a bucket. */
  place: Whole;
  /** Of each: `own`, `within`, and below them the months of reports within. */
  bits: Uint16Array<ArrayBuffer>;
  /** What was worked out of it before it was kept: a start would have to wait for it. */
  derived?: DerivedCoverage;
}

/** By place the buckets, in order, in which reports cover something. */
export interface Covered {
  first: Uint32Array;
  bucket: Int32Array;
  /** Months that the covering reports cover, doubled; one more where the place's flows are covered. */
  months: Uint16Array;
}

/** What was worked out of a sheet: flags of places in all buckets, with room for new ones, and what reports cover. */
export interface DerivedCoverage {
  flags: Uint8Array;
  width: number;
  covered: Covered;
}

/** A sheet of which nobody speaks. */
export const emptySheet = (key: string): CoverageSheet => ({
  ...{ key, buckets: new Int32Array(), first: new Uint32Array(1), place: new Uint16Array(), bits: new Uint16Array() },
});

/** Which of the buckets of a sheet a span is; -1 where nobody speaks in it. */
export function bucketIndex({ buckets }: CoverageSheet, { id, granularity }: Span): number {
  const number = granularity === null ? 0 : bucketNumber(granularity, id);
  const index = firstFrom(buckets, 0, buckets.length, number);
  return buckets[index] === number ? index : -1;
}

/** A report of the place lies in the bucket, or names something of its own that happened wholly in it. */
export const ownBit = 1 << 13;
/** A report of the place lies in the bucket. */
export const withinBit = 1 << 12;
/** Months of the bucket as bits; in a span of several years, which has more, their number. */
export const monthBits = withinBit - 1;

/** Bits by place while a sheet is made, by bucket. */
type SpokenBits = Map<number, Map<number, number>>;

/** The bucket of a granularity that holds a period, and the months that it covers of it; null for none. */
function place(period: Dated, length: number): { bucket: number; months: number } | null {
  const bucket = Math.floor(period.firstMonth / length);
  if (Math.floor(period.lastMonth / length) !== bucket) return null;
  const [from, to] = [period.firstMonth - bucket * length, period.lastMonth - bucket * length];
  return { bucket, months: (2 << to) - (1 << from) };
}

function bitsMaker() {
  const spoken = new Map<string, SpokenBits>();
  const mark = (key: string, bucket: number, at: number, bits: number) => {
    const byBucket = spoken.get(key) ?? new Map<number, Map<number, number>>();
    spoken.set(key, byBucket);
    const byPlace = byBucket.get(bucket) ?? new Map<number, number>();
    byBucket.set(bucket, byPlace);
    byPlace.set(at, (byPlace.get(at) ?? 0) | bits);
  };
  return { spoken, mark };
}

/** Periods of what reports name of their own place. */
export type NamedPeriods = Map<ReportEntry, Set<Dated>>;

/** What tells who reports: reports, and what they name. */
interface Told {
  reports: readonly ReportEntry[];
  named: NamedPeriods;
}

/** Gathers what reports name of their own place; adds to what is known. */
export function namedPeriods(entries: readonly Entry[], named: NamedPeriods = new Map()): NamedPeriods {
  let [report, periods, last]: [ReportEntry | null, Set<Dated>, Dated | null] = [null, new Set(), null];
  for (const entry of entries) {
    const { period } = entry;
    if (!period || (entry.report === report && period === last)) continue;
    if (entry.observation.status !== 'actual' || !isLive(entry) || !isOwn(entry, entry.report.place)) continue;
    if (entry.report !== report) periods = named.get(entry.report) ?? new Set();
    [report, last] = [entry.report, period];
    named.set(report, periods.add(period));
  }
  return named;
}

/** Packs who reports when, at each granularity and in each of some spans of several years. */
export function buildCoverage({ reports, named }: Told, order: PlaceOrder, spans: readonly string[]): CoverageSheet[] {
  const { spoken, mark } = bitsMaker();
  const numberOf = (code: string) => order.numberOf.get(code) ?? 0;
  for (const report of reports) {
    if (!report.coverage || report.supersededBy) continue;
    const at = numberOf(report.place);
    for (const granularity of granularities) {
      const found = place(report.coverage, bucketMonths[granularity]);
      if (found) mark(granularity, found.bucket, at, ownBit | withinBit | found.months);
    }
  }
  for (const [report, periods] of named) {
    const at = numberOf(report.place);
    for (const period of periods) {
      for (const granularity of granularities) {
        const found = place(period, bucketMonths[granularity]);
        if (found) mark(granularity, found.bucket, at, ownBit);
      }
    }
  }
  for (const id of spans) markSpan(id, { reports, named }, (at, bits) => mark(id, 0, at, bits), numberOf);
  return Array.from(spoken, ([key, byBucket]) => packCoverage(key, byBucket));
}

/** A span of several years has more months than a column has bits, so they are counted. */
function markSpan(
  id: string,
  { reports, named }: { reports: readonly ReportEntry[]; named: NamedPeriods },
  mark: (at: number, bits: number) => void,
  numberOf: (code: string) => number,
): void {
  const span: Period = spanOf(id);
  const months = new Map<string, Set<number>>();
  for (const { coverage, supersededBy, place: code } of reports) {
    if (!coverage || supersededBy || !isWithin(coverage, span)) continue;
    const known = months.get(code) ?? new Set<number>();
    for (let month = coverage.firstMonth; month <= coverage.lastMonth; month++) known.add(month);
    months.set(code, known);
  }
  for (const [code, set] of months) mark(numberOf(code), ownBit | withinBit | Math.min(set.size, monthBits));
  for (const [report, periods] of named) {
    if ([...periods].some((period) => isWithin(period, span))) mark(numberOf(report.place), ownBit);
  }
}

/** Packs the bits of a granularity or span; buckets of which nobody speaks are left out. */
function packCoverage(key: string, byBucket: SpokenBits): CoverageSheet {
  const spoken = [...byBucket].filter(([, byPlace]) => byPlace.size > 0).sort(([a], [b]) => a - b);
  const cells = spoken.flatMap(([, byPlace]) => [...byPlace].sort(([a], [b]) => a - b));
  const first = new Uint32Array(spoken.length + 1);
  spoken.forEach(([, { size }], i) => (first[i + 1] = (first[i] ?? 0) + size));
  return {
    key,
    buckets: Int32Array.from(spoken, ([bucket]) => bucket),
    first,
    place: wholes(cells.length, (i) => cells[i]?.[0] ?? 0),
    bits: Uint16Array.from(cells, ([, bits]) => bits),
  };
}

/** How many months the reports of a place cover, from the bits of a granularity or of a span of years. */
export function monthsOfBits(key: string, bits: number): number {
  const months = bits & monthBits;
  return key in bucketMonths ? bitsIn(months) : months;
}
