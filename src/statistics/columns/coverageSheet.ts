import { bucketMonths, granularities, isWithin, type Period } from '../../model/period';
import { spanOf } from '../buckets';
import { isLive, isOwn } from '../coverage';
import type { Dated } from '../dated';
import type { Entry, ReportEntry } from '../resolved';
import { bitsIn } from './bits';
import { bucketId } from './bucketNumber';
import type { PlaceOrder } from './placeOrder';

/** Who reports when, packed: one column of places for each bucket that anyone reports on. */
export interface CoverageSheet {
  /** A granularity, or the id of a span of several years, whose only bucket is 0. */
  key: string;
  /** How many places a column has. */
  places: number;
  /** Numbers of the buckets, ascending. */
  buckets: Int32Array<ArrayBuffer>;
  /** By bucket, then by place: `own`, `within`, and below them the months of reports within. */
  bits: Uint16Array<ArrayBuffer>;
}

/** A report of the place lies in the bucket, or names something of its own that happened wholly in it. */
export const ownBit = 1 << 13;
/** A report of the place lies in the bucket. */
export const withinBit = 1 << 12;
/** Months of the bucket as bits; in a span of several years, which has more, their number. */
export const monthBits = withinBit - 1;

/** Columns that are being made, by key and bucket. */
type Columns = Map<string, Map<number, Uint16Array<ArrayBuffer>>>;

/** The bucket of a granularity that holds a period, and the months that it covers of it; null for none. */
function place(period: Dated, length: number): { bucket: number; months: number } | null {
  const bucket = Math.floor(period.firstMonth / length);
  if (Math.floor(period.lastMonth / length) !== bucket) return null;
  const [from, to] = [period.firstMonth - bucket * length, period.lastMonth - bucket * length];
  return { bucket, months: (2 << to) - (1 << from) };
}

function columnMaker({ codes }: PlaceOrder) {
  const columns: Columns = new Map();
  const mark = (key: string, bucket: number, at: number, bits: number) => {
    const byBucket = columns.get(key) ?? new Map<number, Uint16Array<ArrayBuffer>>();
    columns.set(key, byBucket);
    const column = byBucket.get(bucket) ?? new Uint16Array(codes.length);
    byBucket.set(bucket, column);
    column[at] = (column[at] ?? 0) | bits;
  };
  return { columns, mark };
}

/** What tells who reports: reports, and what they name. */
interface Told {
  reports: readonly ReportEntry[];
  entries: readonly Entry[];
}

/** Packs who reports when, at each granularity and in each of some spans of several years. */
export function buildCoverage(
  { reports, entries }: Told,
  order: PlaceOrder,
  spans: readonly string[],
): CoverageSheet[] {
  const { columns, mark } = columnMaker(order);
  const numberOf = (code: string) => order.numberOf.get(code) ?? 0;
  for (const report of reports) {
    if (!report.coverage || report.supersededBy) continue;
    const at = numberOf(report.place);
    for (const granularity of granularities) {
      const found = place(report.coverage, bucketMonths[granularity]);
      if (found) mark(granularity, found.bucket, at, ownBit | withinBit | found.months);
    }
  }
  const named = new Map<ReportEntry, Set<Dated>>();
  for (const entry of entries) {
    const { period, report } = entry;
    if (!period || entry.observation.status !== 'actual' || !isLive(entry) || !isOwn(entry, report.place)) continue;
    const periods = named.get(report) ?? new Set<Dated>();
    named.set(report, periods.add(period));
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
  return Array.from(columns, ([key, byBucket]) => packed(key, byBucket, order.codes.length));
}

/** A span of several years has more months than a column has bits, so they are counted. */
function markSpan(
  id: string,
  { reports, named }: { reports: readonly ReportEntry[]; named: ReadonlyMap<ReportEntry, ReadonlySet<Dated>> },
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

function packed(key: string, byBucket: ReadonlyMap<number, Uint16Array>, places: number): CoverageSheet {
  const buckets = Int32Array.from(byBucket.keys()).sort();
  const bits = new Uint16Array(buckets.length * places);
  buckets.forEach((bucket, i) => bits.set(byBucket.get(bucket) ?? [], i * places));
  return { key, places, buckets, bits };
}

/** How many months the reports of a place cover, from the bits of a granularity or of a span of years. */
export function monthsOfBits(key: string, bits: number): number {
  const months = bits & monthBits;
  return (granularities as readonly string[]).includes(key) ? bitsIn(months) : months;
}

/** Places whose own reports speak, bucket by bucket, at a granularity or in a span of several years. */
export function ownPlaces(
  sheets: readonly CoverageSheet[],
  { codes }: PlaceOrder,
  key: string,
): [bucket: string, places: string[]][] {
  const sheet = sheets.find((one) => one.key === key);
  if (!sheet) return [];
  return Array.from(sheet.buckets, (number, i) => {
    const bits = sheet.bits.subarray(i * sheet.places, (i + 1) * sheet.places);
    return [idOfKey(key, number), codes.filter((_, place) => ((bits[place] ?? 0) & ownBit) !== 0)];
  });
}

function idOfKey(key: string, number: number): string {
  const granularity = granularities.find((one) => one === key);
  return granularity ? bucketId(granularity, number) : key;
}
