import { bucketMonths } from '../../model/period';
import type { Span } from '../resolved';
import { monthsIn } from '../buckets';
import { monthIndex } from '../../model/period';
import { bitsIn } from './bits';
import { eachCell, firstFrom, type Where } from './eachCell';
import type { Flows, OpenSheet } from './flows';
import { combineUnits, nothing, type FlowSheet } from './flowSheet';
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

const at = (column: ArrayLike<number>, index: number) => column[index] as number;

/** Sums of nothing. */
export function emptySums(width: number, height: number, isBig: boolean): Sums {
  const size = width * height;
  return {
    width,
    amount: new Float64Array(size),
    big: isBig ? new Array<bigint>(size).fill(0n) : null,
    counted: new Uint32Array(size),
    told: new Int32Array(size),
    unit: new Int32Array(size).fill(nothing),
    qualifier: new Int8Array(size).fill(-1),
    months: new Uint16Array(size),
  };
}

/** Makes sums those of nothing again. */
export function clearSums(sums: Sums): void {
  for (const column of [sums.amount, sums.counted, sums.told, sums.months]) column.fill(0);
  sums.big?.fill(0n);
  sums.unit.fill(nothing);
  sums.qualifier.fill(-1);
}

/** Adds what counts for some places; `spans` are the buckets in order. */
export function addUp(
  flows: Flows,
  { sheet, rolled }: OpenSheet,
  where: Where,
  spans: readonly Span[],
  sums: Sums,
  rows: Rows = 'none',
): void {
  const { first, bucket: leafBucket } = sheet;
  for (const place of where.places) {
    const isLeaf = at(flows.order.end, place) === place + 1;
    const cells = isLeaf ? sheet : rolled;
    const [start, end] = isLeaf
      ? [at(first, place), at(first, place + 1)]
      : [at(rolled.first, place), at(rolled.end, place)];
    const bucket = isLeaf ? leafBucket : rolled.bucket;
    for (let cell = firstFrom(bucket, start, end, where.from); cell < end; cell++) {
      const offset = at(bucket, cell) - where.from;
      if (offset >= where.count) break;
      const category = at(cells.category, cell);
      if (((where.categories >> category) & 1) === 0) continue;
      const to = rows === 'category' ? category * sums.width + offset : offset;
      sums.told[to] = at(sums.told, to) + at(cells.told, cell);
      const counted = at(cells.counted, cell);
      if (counted === 0) continue;
      sums.counted[to] = at(sums.counted, to) + counted;
      if (sums.big && cells.big) sums.big[to] = (sums.big[to] ?? 0n) + (cells.big[cell] ?? 0n);
      else sums.amount[to] = at(sums.amount, to) + at(cells.amount, cell);
      sums.unit[to] = combineUnits(at(sums.unit, to), at(cells.unit, cell));
      sums.qualifier[to] = combineIndexes(at(sums.qualifier, to), at(cells.qualifier, cell));
      // A month has but one; longer buckets are gone through below.
      if (isLeaf ? at(sheet.months, cell) > 0 : at(rolled.within, cell) > 0) sums.months[to] = 1;
    }
  }
  if (sheet.granularity === null) addMonthsOfReports(flows, sheet, where, spans, sums);
  else if (sheet.granularity !== 'M') addMonths(flows, sheet, where, spans, sums, rows);
}

/** Months of buckets longer than one: the union over the reports of each place, and the most of any place. */
function addMonths(
  flows: Flows,
  sheet: FlowSheet,
  where: Where,
  spans: readonly Span[],
  { months: most, width }: Sums,
  rows: Rows,
): void {
  const coverage = spans.map(flows.coverage);
  const speaker = new Int32Array(most.length).fill(-1);
  const mask = new Int32Array(most.length);
  const full = (1 << bucketMonths[sheet.granularity ?? 'M']) - 1;
  const earlier = new Map<number, number>();
  eachCell(flows, sheet, where, coverage, (cell, _, offset) => {
    const to = rows === 'category' ? at(sheet.category, cell) * width + offset : offset;
    const [now, last] = [at(sheet.speaker, cell), at(speaker, to)];
    // Cells of one speaker mostly follow each other; those that come back are looked up.
    if (now !== last) {
      if (last >= 0 && at(mask, to) !== full) earlier.set(last * most.length + to, at(mask, to));
      speaker[to] = now;
      mask[to] = earlier.get(now * most.length + to) ?? 0;
    }
    mask[to] = at(mask, to) | at(sheet.months, cell);
    const covered = bitsIn(at(mask, to));
    if (covered > at(most, to)) most[to] = covered;
  });
}

/** Months of a bucket that may be longer than the bits of a cell. */
function addMonthsOfReports(
  flows: Flows,
  sheet: FlowSheet,
  where: Where,
  spans: readonly Span[],
  { months: most }: Sums,
): void {
  most.fill(0);
  const bySpeaker = new Map<number, Set<number>>();
  eachCell(flows, sheet, where, spans.map(flows.coverage), (cell, _, offset) => {
    const span = spans[offset];
    if (!span) return;
    const [start, length] = [monthIndex(span.start), monthsIn(span)];
    const key = at(sheet.speaker, cell) * where.count + offset;
    const known = bySpeaker.get(key) ?? new Set<number>();
    bySpeaker.set(key, known);
    for (let i = at(sheet.firstReport, cell); i < at(sheet.firstReport, cell + 1); i++) {
      const [from, to] = flows.monthsOf(at(sheet.report, i));
      if (from < start || to >= start + length) continue;
      for (let month = from; month <= to; month++) known.add(month);
    }
    most[offset] = Math.max(at(most, offset), known.size);
  });
}
