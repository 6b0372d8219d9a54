import type { Span } from '../resolved';
import {
  bucketIndex,
  emptySheet,
  monthsOfBits,
  ownBit,
  withinBit,
  type Covered,
  type CoverageSheet,
  type DerivedCoverage,
} from './coverageSheet';
import { firstFrom } from './firstFrom';
import type { PlaceOrder } from './placeOrder';

/** A place's own reports speak. */
export const ownFlag = 1;
/** Those of a place below it do. */
export const belowFlag = 2;
/** It is the sum of its children. */
export const sumFlag = 4;
/** A report covers a flow that nobody names: 未提及. */
export const coveredFlag = 8;

/** What coverage says of every place in one bucket: see `flagsOf`. */
export interface PlaceCoverage {
  /** By place, then by bucket in order. */
  flags: Uint8Array;
  width: number;
  /** Which of those the bucket is. */
  index: number;
}

/** The flags of a place; none of one that does not exist. */
export const flagsOf = ({ flags, width, index }: PlaceCoverage, place: number): number =>
  place < 0 ? 0 : (flags[place * width + index] as number);

/** Months that reports of a place or below it cover in a bucket. */
export function monthsCovered({ first, bucket, months }: Covered, place: number, number: number): number {
  const end = first[place + 1] ?? 0;
  const at = firstFrom(bucket, first[place] ?? 0, end, number);
  return at < end && bucket[at] === number ? (months[at] as number) >> 1 : 0;
}

/** Coverage of places as it was worked out. */
export interface KnownCoverage {
  /** In one bucket. */
  at: (span: Span) => PlaceCoverage;
  /** In all buckets of a granularity or in a span of several years, which has the bucket 0. */
  covered: (key: string) => Covered;
}

/** What was worked out of sheets: a patch asks first, then those who ask about the patched data. */
const derivedOf = new WeakMap<CoverageSheet, DerivedCoverage>();

/** Keeps what has been worked out of a sheet. */
export function keepDerived(sheet: CoverageSheet, made: DerivedCoverage): DerivedCoverage {
  derivedOf.set(sheet, made);
  return made;
}

const knownOf = (sheet: CoverageSheet): DerivedCoverage | undefined => derivedOf.get(sheet) ?? sheet.derived;

/** Works a sheet out, once; of fewer places than there are by now it is worked out again. */
export function deriveOnce(sheet: CoverageSheet, order: PlaceOrder): DerivedCoverage {
  const known = knownOf(sheet);
  return known?.covered.first.length === order.codes.length + 1 ? known : keepDerived(sheet, derive(sheet, order));
}

/** Sheets as they are kept, with what has been worked out of them so far. */
export function withDerived(sheets: readonly CoverageSheet[]): CoverageSheet[] {
  return sheets.map((sheet) => {
    const derived = knownOf(sheet);
    return derived ? { ...sheet, derived } : sheet;
  });
}

/** Works coverage out, each granularity once, when it is first asked for. */
export function placeCoverage(sheets: readonly CoverageSheet[], order: PlaceOrder): KnownCoverage {
  const byKey = new Map(sheets.map((sheet) => [sheet.key, sheet]));
  const known = new Map<string, DerivedCoverage>();
  const nobody: PlaceCoverage = { flags: new Uint8Array(order.codes.length), width: 1, index: 0 };
  const derived = (key: string) => {
    const sheet = byKey.get(key) ?? emptySheet(key);
    const made = known.get(key) ?? deriveOnce(sheet, order);
    known.set(key, made);
    return { sheet, ...made };
  };
  const bySpan = new Map<string, PlaceCoverage>();
  const coverageIn = (span: Span): PlaceCoverage => {
    const { sheet, flags, width } = derived(span.granularity ?? span.id);
    const index = bucketIndex(sheet, span);
    return index < 0 ? nobody : { flags, width, index };
  };
  return {
    at: (span) => {
      const made = bySpan.get(span.id) ?? coverageIn(span);
      bySpan.set(span.id, made);
      return made;
    },
    covered: (key) => derived(key).covered,
  };
}

/** What was worked out of all buckets, one cell a place and bucket of which something is known. */
interface Found {
  flags: Uint8Array;
  width: number;
  place: number[];
  bucket: number[];
  months: number[];
}

/** Room for so many buckets and for those of the next months, which come at the end. */
export const widthFor = (buckets: number) => buckets + 8;

/** Works out all buckets of a sheet; only places that speak, and those above them, are looked at. */
export function derive(sheet: CoverageSheet, order: PlaceOrder): DerivedCoverage {
  const places = order.codes.length;
  const width = widthFor(sheet.buckets.length);
  const found: Found = { flags: new Uint8Array(places * width), width, place: [], bucket: [], months: [] };
  const open = openPlaces(places);
  for (let index = 0; index < sheet.buckets.length; index++) settleBucket(sheet, index, order, open, found);
  return { flags: found.flags, width, covered: byPlace(found, places) };
}

/** Places that are being worked out, each in the one before, with what those below them have told; by number of the place. */
interface OpenPlaces {
  path: Int32Array;
  depth: number;
  bits: Uint16Array;
  /** `belowFlag` and `coveredFlag` of those below. */
  below: Uint8Array;
  /** Most months that one of those below covers. */
  most: Uint16Array;
}

const openPlaces = (places: number): OpenPlaces => ({
  ...{ path: new Int32Array(places), depth: 0 },
  ...{ bits: new Uint16Array(places), below: new Uint8Array(places), most: new Uint16Array(places) },
});

/** Settles the places of one bucket from below. */
function settleBucket(sheet: CoverageSheet, index: number, order: PlaceOrder, open: OpenPlaces, found: Found): void {
  const { first, place, bits } = sheet;
  const { end, parent } = order;
  const last = first[index + 1] as number;
  for (let i = first[index] as number; i < last; i++) {
    const at = place[i] as number;
    while (open.depth > 0 && (end[open.path[open.depth - 1] as number] as number) <= at)
      settle(sheet, index, open, found);
    // Those above come first, and are settled when all that lies in them has been.
    openAbove(open, parent, at);
    if (end[at] === at + 1) settlePlace(sheet, index, open, found, at, bits[i] as number, 0, 0);
    else push(open, at, bits[i] as number);
  }
  while (open.depth > 0) settle(sheet, index, open, found);
}

function push(open: OpenPlaces, place: number, bits: number): void {
  open.path[open.depth++] = place;
  open.bits[place] = bits;
  open.below[place] = 0;
  open.most[place] = 0;
}

/** Opens all that a place lies in and that is not open yet, the outermost first. */
function openAbove(open: OpenPlaces, parent: Int32Array, place: number): void {
  const above = parent[place] as number;
  if (above < 0 || (open.depth > 0 && open.path[open.depth - 1] === above)) return;
  openAbove(open, parent, above);
  push(open, above, 0);
}

/** Settles the innermost open place. */
function settle(sheet: CoverageSheet, index: number, open: OpenPlaces, found: Found): void {
  const place = open.path[--open.depth] as number;
  const [bits, below, most] = [open.bits[place] as number, open.below[place] as number, open.most[place] as number];
  settlePlace(sheet, index, open, found, place, bits, below, most);
}

/** Settles a place with what those below it have told, and tells the one above, which is the innermost open one. */
function settlePlace(
  { key, buckets }: CoverageSheet,
  index: number,
  open: OpenPlaces,
  found: Found,
  place: number,
  bits: number,
  below: number,
  most: number,
): void {
  const own = (bits & ownBit) === 0 ? 0 : ownFlag;
  const isWithin = (bits & withinBit) !== 0;
  const isSum = own === 0 && (below & belowFlag) !== 0;
  const covered = isSum ? below & coveredFlag : isWithin ? coveredFlag : 0;
  const reported = isWithin ? monthsOfBits(key, bits) : 0;
  found.flags[place * found.width + index] = own | (below & belowFlag) | (isSum ? sumFlag : 0) | covered;
  const months = isWithin ? reported : most;
  if (covered !== 0 || months > 0) {
    found.place.push(place);
    found.bucket.push(buckets[index] as number);
    found.months.push(months * 2 + (covered === 0 ? 0 : 1));
  }
  if (open.depth === 0) return;
  const above = open.path[open.depth - 1] as number;
  const speaks = own !== 0 || (below & belowFlag) !== 0 ? belowFlag : 0;
  open.below[above] = (open.below[above] as number) | speaks | covered;
  open.most[above] = Math.max(open.most[above] as number, reported, most);
}

/** Puts cells in the order of their places; those of a place keep theirs. */
function byPlace(found: Found, places: number): Covered {
  const first = new Uint32Array(places + 1);
  for (const place of found.place) first[place + 1] = (first[place + 1] as number) + 1;
  for (let place = 0; place < places; place++)
    first[place + 1] = (first[place + 1] as number) + (first[place] as number);
  const next = first.slice();
  const count = found.place.length;
  const [bucket, months] = [new Int32Array(count), new Uint16Array(count)];
  for (let cell = 0; cell < count; cell++) {
    const place = found.place[cell] as number;
    const at = next[place] as number;
    next[place] = at + 1;
    bucket[at] = found.bucket[cell] as number;
    months[at] = found.months[cell] as number;
  }
  return { first, bucket, months };
}
