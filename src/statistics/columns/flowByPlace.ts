import type { Category } from '../../model/categories';
import { cellStates, coverageStates, type Cells, type Coverage } from '../query';
import type { Resolved } from '../resolved';
import { bitsIn } from './bits';
import { firstFrom } from './firstFrom';
import { flowAcrossPlaces } from './flowAcrossPlaces';
import { cellsFor, fillCell, type CellSum, type Filling } from './flowGrid';
import { flowReading, type Reading, type What } from './flowReading';
import type { Flows } from './flows';
import { combineUnits, nothing, type Leaves } from './flowSheet';
import type { Covered } from './placeCoverage';
import type { Room } from './room';
import { addUp, clearSums, emptySums, leavesFor } from './sums';
import { combineIndexes } from './tally';
import { ToldCells } from './toldCells';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');
const [hasValue, unmentioned] = [cellStates.indexOf('value'), cellStates.indexOf('unmentioned')];

/** A flow by place: over all buckets together, and for each bucket what is known of it. */
export function flowByPlace(
  resolved: Resolved,
  flows: Flows,
  what: What,
  buckets: readonly string[],
  { places, categories, room }: { places: readonly string[]; categories: readonly Category[]; room: Room },
): { totals: Cells; coverage: Coverage } {
  const { grid, ...how } = cellsFor(resolved, flows, what, { height: places.length, width: 1, room });
  const reading = flowReading(flows, what, buckets, { places: [], categories });
  const { open, where } = reading;
  const making: Making = {
    ...{ flows, reading, grid, from: where.from, count: where.count, categories: where.categories },
    ...{ told: new ToldCells(places.length), covered: flows.covered(what.granularity) },
    filling: open && { grid, open, ...how },
    leaves: open && leavesFor(open, where),
    sum: emptySum(open?.sheet.big != null),
  };
  const { end } = flows.order;
  const numbers = flows.numbersOf(places);
  if (areWithoutChildren(numbers, end)) {
    const coverage = flowAcrossPlaces({ ...making, numbers, places: end.length, where });
    if (coverage) return { totals: grid, coverage };
  }
  const addInner = innerAdder(making);
  for (let row = 0; row < numbers.length; row++) {
    const place = numbers[row] as number;
    if (place >= 0) {
      if (end[place] === place + 1) addLeaf(making, place, row);
      else addInner(place, row);
    }
    making.told.endRow(row);
  }
  return { totals: grid, coverage: making.told.finish(buckets.length) };
}

const knownLists = new WeakMap<readonly number[], boolean>();

/** Whether none of some places has another in it; looked up once for a list. */
function areWithoutChildren(numbers: readonly number[], end: Uint32Array): boolean {
  const known = knownLists.get(numbers) ?? numbers.every((place) => place < 0 || end[place] === place + 1);
  knownLists.set(numbers, known);
  return known;
}

/** A figure by place while it is made. */
interface Making {
  flows: Flows;
  reading: Reading;
  from: number;
  count: number;
  categories: number;
  grid: Cells;
  told: ToldCells;
  covered: Covered;
  /** Null where nothing is said. */
  filling: Filling | null;
  leaves: Leaves | null;
  /** Of the row that is being added up; one for all, since there are thousands. */
  sum: CellSum;
}

/** Tells a cell, and adds its months to those of its row. */
function tell({ told, grid }: Making, row: number, bucket: number, state: number, months: number): void {
  told.add(bucket, state, months);
  grid.months[row] = (grid.months[row] as number) + months;
}

/**
 * Marks what reports cover of a place before a bucket as 未提及, from one cell on, and passes over the bucket itself, which
 * has a value. Output: where to go on.
 */
function coverUntil(making: Making, row: number, start: number, end: number, offset: number): number {
  const { covered, from, count, grid } = making;
  const { bucket, months } = covered;
  let at = start;
  for (; at < end; at++) {
    const now = (bucket[at] as number) - from;
    if (now > offset || now >= count) break;
    const found = months[at] as number;
    if (now === offset || (found & 1) === 0) continue;
    tell(making, row, now, isUnmentioned, found >> 1);
    if (grid.state[row] !== hasValue) grid.state[row] = unmentioned;
  }
  return at;
}

const emptySum = (isBig: boolean): CellSum => ({
  ...{ amount: 0, big: isBig ? 0n : null, counted: 0, told: 0, unit: nothing, qualifier: -1 },
});

function clearSum(sum: CellSum): void {
  sum.amount = 0;
  if (sum.big !== null) sum.big = 0n;
  sum.counted = 0;
  sum.told = 0;
  sum.unit = nothing;
  sum.qualifier = -1;
}

/** Adds the cells of a place without children, where one federation speaks in each bucket. */
function addLeaf(making: Making, place: number, row: number): void {
  const { filling, leaves, covered, from, count } = making;
  const last = covered.first[place + 1] as number;
  let at = firstFrom(covered.bucket, covered.first[place] as number, last, from);
  if (filling && leaves) {
    const end = leaves.first[place + 1] as number;
    const cell = firstFrom(leaves.bucket, leaves.first[place] as number, end, from);
    if (cell < end && (leaves.bucket[cell] as number) < from + count) {
      clearSum(making.sum);
      at = addCells(making, leaves, cell, end, row, at, last);
      fillCell(filling, row, making.sum);
    }
  }
  if (at < last) coverUntil(making, row, at, last, count);
}

/**
 * Adds cells of a place, and tells each bucket. Output: where to go on among what is covered. Ranges are plain numbers:
 * thousands of pairs a refresh would have to be collected.
 */
function addCells(
  making: Making,
  leaves: Leaves,
  start: number,
  end: number,
  row: number,
  covered: number,
  lastCovered: number,
): number {
  const { from, count, categories, sum } = making;
  const { bucket, category, amount, big } = leaves;
  let at = covered;
  let last = -1;
  let months = 0;
  for (let cell = start; cell < end; cell++) {
    const offset = (bucket[cell] as number) - from;
    if (offset >= count) break;
    if (((categories >> (category[cell] as number)) & 1) === 0) continue;
    sum.told += leaves.told[cell] as number;
    const counted = leaves.counted[cell] as number;
    if (counted === 0) continue;
    if (offset !== last) {
      if (last >= 0) tell(making, row, last, isValue, bitsIn(months));
      at = coverUntil(making, row, at, lastCovered, offset);
      last = offset;
      months = 0;
    }
    months |= leaves.months[cell] as number;
    sum.counted += counted;
    sum.amount += amount[cell] as number;
    if (big && sum.big !== null) sum.big += big[cell] ?? 0n;
    sum.unit = combineUnits(sum.unit, leaves.unit[cell] as number);
    sum.qualifier = combineIndexes(sum.qualifier, leaves.qualifier[cell] as number);
  }
  if (last >= 0) tell(making, row, last, isValue, bitsIn(months));
  return at;
}

/** Adds the buckets of places that may be the sum of others. */
function innerAdder(making: Making): (place: number, row: number) => void {
  const { flows, reading, filling, covered, sum } = making;
  const { spans, where } = reading;
  const sums = emptySums(spans.length, 1, sum.big !== null);
  return (place, row) => {
    const last = covered.first[place + 1] as number;
    let at = firstFrom(covered.bucket, covered.first[place] as number, last, where.from);
    if (filling) {
      clearSum(sum);
      clearSums(sums);
      addUp(flows, filling.open, { ...where, places: [place], isEverything: false }, spans, sums);
      for (let b = 0; b < sums.width; b++) {
        sum.told += sums.told[b] as number;
        const counted = sums.counted[b] as number;
        if (counted === 0) continue;
        at = coverUntil(making, row, at, last, b);
        tell(making, row, b, isValue, sums.months[b] as number);
        sum.counted += counted;
        sum.amount += sums.amount[b] as number;
        if (sums.big && sum.big !== null) sum.big += sums.big[b] ?? 0n;
        sum.unit = combineUnits(sum.unit, sums.unit[b] as number);
        sum.qualifier = combineIndexes(sum.qualifier, sums.qualifier[b] as number);
      }
      fillCell(filling, row, sum);
    }
    coverUntil(making, row, at, last, where.count);
  };
}
