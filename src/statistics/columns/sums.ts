import { bucketMonths } from '../../model/period';
import type { Span } from '../resolved';
import { addAcross } from './addAcross';
import { bitsIn } from './bits';
import { allCategories, eachCell, type Where } from './eachCell';
import { firstFrom } from './firstFrom';
import type { Flows, OpenSheet } from './flows';
import { combineUnits, nothing, type Leaves, type RollUp } from './flowSheet';
import { mergedLeaves, mergedRollUp } from './mergeCategories';
import { combineIndexes } from './tally';

/** What counts under a question, by row and bucket (bucket + row × number of buckets). */
export interface Sums {
  width: number;
  amount: Float64Array;
  big: bigint[] | null;
  counted: Uint32Array;
  told: Int32Array;
  unit: Int32Array;
  qualifier: Int8Array;
  /** Most months of the bucket that one place's counted reports cover. */
  months: Uint16Array;
}

/** What a question is split by. */
export type Rows = 'none' | 'category';

const sumBytes = 23;

/** Sums of nothing. */
export function emptySums(width: number, height: number, isBig: boolean): Sums {
  return sumsIn(new ArrayBuffer(width * height * sumBytes), width, height, isBig);
}

let scratch = new ArrayBuffer(0);

/** Sums of nothing that hold only until some are asked for again: a refresh makes many, and keeps none. */
export function scratchSums(width: number, height: number, isBig: boolean): Sums {
  const bytes = width * height * sumBytes;
  if (scratch.byteLength < bytes) scratch = new ArrayBuffer(bytes);
  else new Uint8Array(scratch, 0, bytes).fill(0);
  return sumsIn(scratch, width, height, isBig);
}

/** Sums of nothing in a buffer of zeros. */
function sumsIn(buffer: ArrayBuffer, width: number, height: number, isBig: boolean): Sums {
  const size = width * height;
  // Wide columns first, so that each is aligned.
  return {
    width,
    amount: new Float64Array(buffer, 0, size),
    big: isBig ? new Array<bigint>(size).fill(0n) : null,
    counted: new Uint32Array(buffer, size * 8, size),
    told: new Int32Array(buffer, size * 12, size),
    unit: new Int32Array(buffer, size * 16, size).fill(nothing),
    months: new Uint16Array(buffer, size * 20, size),
    qualifier: new Int8Array(buffer, size * 22, size).fill(-1),
  };
}

/** Makes sums those of nothing again. */
export function clearSums(sums: Sums): void {
  for (const column of [sums.amount, sums.counted, sums.told, sums.months]) column.fill(0);
  sums.big?.fill(0n);
  sums.unit.fill(nothing);
  sums.qualifier.fill(-1);
}

/** What counts, by cell. */
interface Counted extends Record<'amount' | 'counted' | 'unit' | 'qualifier', ArrayLike<number>> {
  big: readonly bigint[] | null;
}

/** Adds a cell that counts; what is told and which months are covered is the caller's. */
export function addCounted(sums: Sums, to: number, cells: Counted, cell: number): void {
  sums.counted[to] = (sums.counted[to] as number) + (cells.counted[cell] as number);
  if (sums.big && cells.big) sums.big[to] = (sums.big[to] ?? 0n) + (cells.big[cell] ?? 0n);
  else sums.amount[to] = (sums.amount[to] as number) + (cells.amount[cell] as number);
  sums.unit[to] = combineUnits(sums.unit[to] as number, cells.unit[cell] as number);
  sums.qualifier[to] = combineIndexes(sums.qualifier[to] as number, cells.qualifier[cell] as number);
}

/** Adds what counts for some places; `spans` are the buckets in order. */
export function addUp(
  flows: Flows,
  open: OpenSheet,
  where: Where,
  spans: readonly Span[],
  sums: Sums,
  rows: Rows = 'none',
): void {
  const { sheet } = open;
  const { end } = flows.order;
  if (where.isEverything) addAll(wholeFor(open, where, rows), where, sums, rows);
  else {
    const leaves = leavesFor(open, where, rows);
    if (!addAcross(leaves, where, flows.order, sums, rows === 'category'))
      addDown(open, leaves, where, end, sums, rows);
  }
  if (sheet.granularity === null) addMonthsOfReports(flows, open, where, spans, sums);
  else if (sheet.granularity !== 'M') addMonths(flows, open, where, spans, sums, rows);
}

/** Adds what counts for some places, one after another. */
function addDown(open: OpenSheet, leaves: Leaves, where: Where, end: Uint32Array, sums: Sums, rows: Rows): void {
  for (const place of where.places) {
    if (place < 0) continue;
    if (end[place] === place + 1)
      addCells(leaves, leaves.first[place] as number, leaves.first[place + 1] as number, where, sums, rows);
    else addAll(open.rolled(place), where, sums, rows);
  }
}

/** Whether categories are of no interest. */
const areMerged = ({ categories }: Where, rows: Rows) => rows === 'none' && categories === allCategories;

function wholeFor(open: OpenSheet, where: Where, rows: Rows): RollUp | Leaves {
  const whole = open.whole();
  return (areMerged(where, rows) ? mergedRollUp(whole) : null) ?? whole;
}

function addAll(rolled: RollUp | Leaves, where: Where, sums: Sums, rows: Rows): void {
  addCells(rolled, 0, rolled.bucket.length, where, sums, rows);
}

/** The cells to read of places without children: fewer where categories are of no interest. */
export function leavesFor(open: OpenSheet, where: Where, rows: Rows = 'none'): Leaves {
  return (areMerged(where, rows) ? mergedLeaves(open.sheet) : null) ?? open.sheet;
}

/** Adds some cells, sorted by bucket, of those in the range. */
function addCells(
  cells: RollUp | Leaves,
  start: number,
  end: number,
  { from, count, categories }: Where,
  sums: Sums,
  rows: Rows,
): void {
  const { bucket } = cells;
  for (let cell = firstFrom(bucket, start, end, from); cell < end; cell++) {
    const offset = (bucket[cell] as number) - from;
    if (offset >= count) break;
    const category = cells.category[cell] as number;
    if (((categories >> category) & 1) === 0) continue;
    const to = rows === 'category' ? category * sums.width + offset : offset;
    sums.told[to] = (sums.told[to] as number) + (cells.told[cell] as number);
    if (cells.counted[cell] === 0) continue;
    addCounted(sums, to, cells, cell);
    // A month has but one; longer buckets are gone through afterwards.
    if ((cells.months[cell] as number) > 0) sums.months[to] = 1;
  }
}

/** Months of buckets longer than one: the union over the reports of each place, and the most of any place. */
function addMonths(
  flows: Flows,
  open: OpenSheet,
  where: Where,
  spans: readonly Span[],
  { months: most, width }: Sums,
  rows: Rows,
): void {
  const { sheet } = open;
  const coverage = spans.map(flows.coverage);
  const speaker = new Int32Array(most.length).fill(-1);
  const mask = new Int32Array(most.length);
  const full = (1 << bucketMonths[sheet.granularity ?? 'M']) - 1;
  const earlier = new Map<number, number>();
  eachCell(flows, open, where, coverage, (cell, offset) => {
    const to = rows === 'category' ? (sheet.category[cell] as number) * width + offset : offset;
    const [now, last] = [sheet.speaker[cell] as number, speaker[to] as number];
    // Cells of one speaker mostly follow each other; those that come back are looked up.
    if (now !== last) {
      if (last >= 0 && (mask[to] as number) !== full) earlier.set(last * most.length + to, mask[to] as number);
      speaker[to] = now;
      mask[to] = earlier.get(now * most.length + to) ?? 0;
    }
    mask[to] = (mask[to] as number) | (sheet.months[cell] as number);
    const covered = bitsIn(mask[to]);
    if (covered > (most[to] as number)) most[to] = covered;
  });
}

/** Months of a bucket that may be longer than the bits of a cell. */
function addMonthsOfReports(
  flows: Flows,
  open: OpenSheet,
  where: Where,
  spans: readonly Span[],
  { months: most }: Sums,
): void {
  const { sheet } = open;
  most.fill(0);
  // Cells of one speaker mostly follow each other, and name the same few reports.
  const bySpeaker = new Map<number, Set<number>>();
  let [last, known] = [-1, new Set<number>()];
  eachCell(flows, open, where, spans.map(flows.coverage), (cell, offset) => {
    const key = (sheet.speaker[cell] as number) * where.count + offset;
    if (key !== last) {
      known = bySpeaker.get(key) ?? new Set<number>();
      bySpeaker.set(key, known);
      last = key;
    }
    for (let i = sheet.firstReport[cell] as number; i < (sheet.firstReport[cell + 1] as number); i++)
      known.add(sheet.report[i] as number);
  });
  for (const [key, reports] of bySpeaker) {
    const offset = key % where.count;
    const span = spans[offset];
    if (span) most[offset] = Math.max(most[offset] as number, monthsOfReports(flows, reports, span));
  }
}

/** How many months of a span some reports cover that lie in it. */
function monthsOfReports(flows: Flows, reports: ReadonlySet<number>, { firstMonth, months }: Span): number {
  const covered = Array.from(reports, flows.monthsOf).filter(
    ([from, to]) => from >= firstMonth && to < firstMonth + months,
  );
  covered.sort(([a], [b]) => a - b);
  let [count, next] = [0, firstMonth];
  for (const [from, to] of covered) {
    count += Math.max(0, to + 1 - Math.max(from, next));
    next = Math.max(next, to + 1);
  }
  return count;
}
