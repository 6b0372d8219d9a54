import type { Span } from '../resolved';
import { bucketNumber } from './bucketNumber';
import { monthsOfBits, ownBit, withinBit, type CoverageSheet } from './coverageSheet';
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

/** By place the buckets, in order, in which reports cover something. */
export interface Covered {
  first: Uint32Array;
  bucket: Int32Array;
  /** Months that the covering reports cover, doubled; one more where the place's flows are covered. */
  months: Uint16Array;
}

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

/** Works coverage out, each granularity once, when it is first asked for. */
export function placeCoverage(sheets: readonly CoverageSheet[], order: PlaceOrder): KnownCoverage {
  const byKey = new Map(sheets.map((sheet) => [sheet.key, sheet]));
  const known = new Map<string, ReturnType<typeof derive>>();
  const nobody: PlaceCoverage = { flags: new Uint8Array(order.codes.length), width: 1, index: 0 };
  const derived = (key: string) => {
    const sheet = byKey.get(key) ?? emptySheet(key);
    const made = known.get(key) ?? derive(sheet, order);
    known.set(key, made);
    return { sheet, ...made };
  };
  return {
    at: (span) => {
      const { sheet, flags } = derived(span.granularity ?? span.id);
      const number = span.granularity === null ? 0 : bucketNumber(span.granularity, span.id);
      const index = firstFrom(sheet.buckets, 0, sheet.buckets.length, number);
      return sheet.buckets[index] === number ? { flags, width: sheet.buckets.length, index } : nobody;
    },
    covered: (key) => derived(key).covered,
  };
}

const emptySheet = (key: string): CoverageSheet => ({
  ...{ key, buckets: new Int32Array(), first: new Uint32Array(1), place: new Uint16Array(), bits: new Uint16Array() },
});

/** A place that is being worked out, with what those below it have told. */
interface Draft {
  place: number;
  bits: number;
  isBelow: boolean;
  isCoveredBelow: boolean;
  most: number;
}

/** Works out all buckets of a granularity; only places that speak, and those above them, are looked at. */
function derive(sheet: CoverageSheet, order: PlaceOrder) {
  const places = order.codes.length;
  const width = sheet.buckets.length;
  const flags = new Uint8Array(places * width);
  const covered: { place: number; bucket: number; months: number }[] = [];
  for (let index = 0; index < width; index++) {
    const bucket = sheet.buckets[index] ?? 0;
    eachSpoken(sheet, index, order, (place, found, months) => {
      flags[place * width + index] = found;
      const isCovered = (found & coveredFlag) !== 0;
      if (isCovered || months > 0) covered.push({ place, bucket, months: months * 2 + (isCovered ? 1 : 0) });
    });
  }
  return { flags, covered: byPlace(covered, places) };
}

/** Settles the places of one bucket from below. */
function eachSpoken(
  { key, first, place, bits }: CoverageSheet,
  index: number,
  { end, parent }: PlaceOrder,
  visit: (place: number, flags: number, months: number) => void,
): void {
  const open: Draft[] = [];
  const settle = () => {
    const draft = open.pop();
    if (!draft) return;
    const isOwn = (draft.bits & ownBit) !== 0;
    const isWithin = (draft.bits & withinBit) !== 0;
    const isSum = !isOwn && draft.isBelow;
    const reported = isWithin ? monthsOfBits(key, draft.bits) : 0;
    const isCovered = isSum ? draft.isCoveredBelow : isWithin;
    const found =
      (isOwn ? ownFlag : 0) | (draft.isBelow ? belowFlag : 0) | (isSum ? sumFlag : 0) | (isCovered ? coveredFlag : 0);
    visit(draft.place, found, isWithin ? reported : draft.most);
    const above = open.at(-1);
    if (!above) return;
    above.isBelow ||= isOwn || draft.isBelow;
    above.isCoveredBelow ||= isCovered;
    above.most = Math.max(above.most, reported, draft.most);
  };
  const enter = (at: number, own: number) => {
    // Those above come first, and are settled when all that lies in them has been.
    const above = parent[at] ?? -1;
    if (above >= 0 && open.at(-1)?.place !== above) enter(above, 0);
    open.push({ place: at, bits: own, isBelow: false, isCoveredBelow: false, most: 0 });
  };
  for (let i = first[index] ?? 0; i < (first[index + 1] ?? 0); i++) {
    const at = place[i] ?? 0;
    for (let last = open.at(-1); last && (end[last.place] ?? 0) <= at; last = open.at(-1)) settle();
    enter(at, bits[i] ?? 0);
  }
  while (open.length > 0) settle();
}

/** Puts cells in the order of their places; those of a place keep theirs. */
function byPlace(cells: readonly { place: number; bucket: number; months: number }[], places: number): Covered {
  const first = new Uint32Array(places + 1);
  for (const { place } of cells) first[place + 1] = (first[place + 1] ?? 0) + 1;
  for (let place = 0; place < places; place++) first[place + 1] = (first[place + 1] ?? 0) + (first[place] ?? 0);
  const next = first.slice();
  const [bucket, months] = [new Int32Array(cells.length), new Uint16Array(cells.length)];
  for (const cell of cells) {
    const at = next[cell.place] ?? 0;
    next[cell.place] = at + 1;
    bucket[at] = cell.bucket;
    months[at] = cell.months;
  }
  return { first, bucket, months };
}
