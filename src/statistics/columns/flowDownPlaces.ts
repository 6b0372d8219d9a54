import { coverageStates } from '../query';
import { bitsIn } from './bits';
import { firstFrom } from './firstFrom';
import type { ByPlaceSources } from './flowByPlace';
import { addRuns } from './addRuns';
import type { PlaceRows } from './placeRows';
import { placeRuns } from './placeRuns';
import { addCounted, addUp, clearSums, emptySums } from './sums';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');

/** Adds up a flow place by place. */
export function flowDownPlaces(sources: ByPlaceSources, rows: PlaceRows): void {
  const { flows, numbers, leaves, covered, reading } = sources;
  const { end } = flows.order;
  const addInner = innerAdder(sources, rows);
  const runs = leaves && placeRuns(leaves, covered, flows.order);
  if (runs) {
    addRuns(runs, reading.where, { numbers, end }, rows, addInner);
    return;
  }
  for (let row = 0; row < numbers.length; row++) {
    const place = numbers[row] as number;
    rows.told.begin(row);
    if (place < 0) continue;
    if (end[place] === place + 1) addLeaf(sources, rows, place, row);
    else addInner(place, row);
  }
}

/**
 * Marks what reports cover of a place before a bucket as 未提及, from one cell on, and passes over the bucket itself, which
 * has a value. Output: where to go on.
 */
function coverUntil(
  { covered, reading }: ByPlaceSources,
  rows: PlaceRows,
  row: number,
  start: number,
  end: number,
  offset: number,
): number {
  const { bucket, months } = covered;
  const { from, count } = reading.where;
  let at = start;
  for (; at < end; at++) {
    const now = (bucket[at] as number) - from;
    if (now > offset || now >= count) break;
    const found = months[at] as number;
    if (now !== offset && (found & 1) !== 0) rows.told.add(row, now, isUnmentioned, found >> 1);
  }
  return at;
}

/** Adds the cells of a place without children, where one federation speaks in each bucket. */
function addLeaf(sources: ByPlaceSources, rows: PlaceRows, place: number, row: number): void {
  const { leaves, covered, reading } = sources;
  const { from, count } = reading.where;
  const last = covered.first[place + 1] as number;
  let at = firstFrom(covered.bucket, covered.first[place] as number, last, from);
  if (leaves) {
    const end = leaves.first[place + 1] as number;
    const cell = firstFrom(leaves.bucket, leaves.first[place] as number, end, from);
    at = addCells(sources, rows, cell, end, row, at, last);
  }
  if (at < last) coverUntil(sources, rows, row, at, last, count);
}

/**
 * Adds cells of a place, and tells each bucket. Output: where to go on among what is covered. Ranges are plain numbers:
 * thousands of pairs a refresh would have to be collected.
 */
function addCells(
  sources: ByPlaceSources,
  rows: PlaceRows,
  start: number,
  end: number,
  row: number,
  covered: number,
  lastCovered: number,
): number {
  const { leaves } = sources;
  const { from, count, categories } = sources.reading.where;
  if (!leaves) return covered;
  const { sums } = rows;
  const { bucket, category } = leaves;
  let at = covered;
  let last = -1;
  let months = 0;
  for (let cell = start; cell < end; cell++) {
    const offset = (bucket[cell] as number) - from;
    if (offset >= count) break;
    if (((categories >> (category[cell] as number)) & 1) === 0) continue;
    sums.told[row] = (sums.told[row] as number) + (leaves.told[cell] as number);
    if (leaves.counted[cell] === 0) continue;
    if (offset !== last) {
      if (last >= 0) rows.told.add(row, last, isValue, bitsIn(months));
      at = coverUntil(sources, rows, row, at, lastCovered, offset);
      last = offset;
      months = 0;
    }
    months |= leaves.months[cell] as number;
    addCounted(sums, row, leaves, cell);
  }
  if (last >= 0) rows.told.add(row, last, isValue, bitsIn(months));
  return at;
}

/** Adds the buckets of places that may be the sum of others. */
function innerAdder(sources: ByPlaceSources, rows: PlaceRows): (place: number, row: number) => void {
  const { flows, reading, covered } = sources;
  const { open, spans, where } = reading;
  const buckets = emptySums(spans.length, 1, rows.sums.big !== null);
  return (place, row) => {
    const last = covered.first[place + 1] as number;
    let at = firstFrom(covered.bucket, covered.first[place] as number, last, where.from);
    if (open) {
      clearSums(buckets);
      addUp(flows, open, { ...where, places: [place], isEverything: false }, spans, buckets);
      for (let b = 0; b < buckets.width; b++) {
        rows.sums.told[row] = (rows.sums.told[row] as number) + (buckets.told[b] as number);
        if (buckets.counted[b] === 0) continue;
        addCounted(rows.sums, row, buckets, b);
        at = coverUntil(sources, rows, row, at, last, b);
        rows.told.add(row, b, isValue, buckets.months[b] as number);
      }
    }
    coverUntil(sources, rows, row, at, last, where.count);
  };
}
