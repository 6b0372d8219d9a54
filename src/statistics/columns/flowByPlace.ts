import type { Category } from '../../model/categories';
import { cellStates, coverageStates, type Cells, type Coverage } from '../query';
import type { Resolved } from '../resolved';
import { bitsIn } from './bits';
import { firstFrom } from './firstFrom';
import { cellsFor, fillCell, type CellSum, type Filling } from './flowGrid';
import { flowReading, type Reading, type What } from './flowReading';
import type { Flows } from './flows';
import { combineUnits, nothing, type Leaves } from './flowSheet';
import type { Covered } from './placeCoverage';
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
  { places, categories }: { places: readonly string[]; categories: readonly Category[] },
): { totals: Cells; coverage: Coverage } {
  const { grid, ...how } = cellsFor(resolved, flows, what, places.length, 1);
  const reading = flowReading(flows, what, buckets, { places: [], categories });
  const { open } = reading;
  const making: Making = {
    ...{ flows, reading, grid, told: new ToldCells(places.length), covered: flows.covered(what.granularity) },
    filling: open && { grid, open, ...how },
    leaves: open && leavesFor(open, reading.where),
  };
  const addInner = innerAdder(making);
  flows.numbersOf(places).forEach((place, row) => {
    if (place >= 0) {
      if (flows.order.end[place] === place + 1) addLeaf(making, place, row);
      else addInner(place, row);
    }
    making.told.endRow(row);
  });
  return { totals: grid, coverage: making.told.finish(buckets.length) };
}

/** A figure by place while it is made. */
interface Making {
  flows: Flows;
  reading: Reading;
  grid: Cells;
  told: ToldCells;
  covered: Covered;
  /** Null where nothing is said. */
  filling: Filling | null;
  leaves: Leaves | null;
}

/** Tells a cell, and adds its months to those of its row. */
function tell({ told, grid }: Making, row: number, bucket: number, state: number, months: number): void {
  told.add(bucket, state, months);
  grid.months[row] = (grid.months[row] as number) + months;
}

/**
 * Marks what reports cover of a place before a bucket as 未提及, from `at` on, and passes over the bucket itself, which
 * has a value. Output: where to go on.
 */
function coverUntil(making: Making, place: number, row: number, from: number, offset: number): number {
  const { first, bucket, months } = making.covered;
  const { where } = making.reading;
  const end = first[place + 1] as number;
  let at = from;
  for (; at < end; at++) {
    const now = (bucket[at] as number) - where.from;
    if (now > offset || now >= where.count) break;
    const found = months[at] as number;
    if (now === offset || (found & 1) === 0) continue;
    tell(making, row, now, isUnmentioned, found >> 1);
    if (making.grid.state[row] !== hasValue) making.grid.state[row] = unmentioned;
  }
  return at;
}

const firstCovered = ({ covered: { bucket, first }, reading: { where } }: Making, place: number) =>
  firstFrom(bucket, first[place] as number, first[place + 1] as number, where.from);

const emptySum = (isBig: boolean): CellSum => ({
  ...{ amount: 0, big: isBig ? 0n : null, counted: 0, told: 0, unit: nothing, qualifier: -1 },
});

/** Adds the cells of a place without children, where one federation speaks in each bucket. */
function addLeaf(making: Making, place: number, row: number): void {
  const { filling, leaves } = making;
  let at = firstCovered(making, place);
  if (filling && leaves) {
    const sum = emptySum(leaves.big !== null);
    at = addCells(making, leaves, sum, place, row, at);
    fillCell(filling, row, sum);
  }
  coverUntil(making, place, row, at, making.reading.where.count);
}

/** Adds cells of a place to a sum, and tells each bucket. Output: where to go on among what is covered. */
function addCells(making: Making, leaves: Leaves, sum: CellSum, place: number, row: number, covered: number): number {
  const { from, count, categories } = making.reading.where;
  const { bucket, category, amount } = leaves;
  const end = leaves.first[place + 1] as number;
  let at = covered;
  let last = -1;
  let months = 0;
  for (let cell = firstFrom(bucket, leaves.first[place] as number, end, from); cell < end; cell++) {
    const offset = (bucket[cell] as number) - from;
    if (offset >= count) break;
    if (((categories >> (category[cell] as number)) & 1) === 0) continue;
    sum.told += leaves.told[cell] as number;
    const counted = leaves.counted[cell] as number;
    if (counted === 0) continue;
    if (offset !== last) {
      if (last >= 0) tell(making, row, last, isValue, bitsIn(months));
      at = coverUntil(making, place, row, at, offset);
      last = offset;
      months = 0;
    }
    months |= leaves.months[cell] as number;
    sum.counted += counted;
    sum.amount += amount[cell] as number;
    if (leaves.big && sum.big !== null) sum.big += leaves.big[cell] ?? 0n;
    sum.unit = combineUnits(sum.unit, leaves.unit[cell] as number);
    sum.qualifier = combineIndexes(sum.qualifier, leaves.qualifier[cell] as number);
  }
  if (last >= 0) tell(making, row, last, isValue, bitsIn(months));
  return at;
}

/** Adds the buckets of places that may be the sum of others. */
function innerAdder(making: Making): (place: number, row: number) => void {
  const { flows, reading, filling } = making;
  const { spans, where } = reading;
  const sums = emptySums(spans.length, 1, filling?.open.sheet.big != null);
  return (place, row) => {
    let at = firstCovered(making, place);
    if (filling) {
      const sum = emptySum(sums.big !== null);
      clearSums(sums);
      addUp(flows, filling.open, { ...where, places: [place], isEverything: false }, spans, sums);
      for (let b = 0; b < sums.width; b++) {
        sum.told += sums.told[b] as number;
        const counted = sums.counted[b] as number;
        if (counted === 0) continue;
        at = coverUntil(making, place, row, at, b);
        tell(making, row, b, isValue, sums.months[b] as number);
        sum.counted += counted;
        sum.amount += sums.amount[b] as number;
        if (sums.big && sum.big !== null) sum.big += sums.big[b] ?? 0n;
        sum.unit = combineUnits(sum.unit, sums.unit[b] as number);
        sum.qualifier = combineIndexes(sum.qualifier, sums.qualifier[b] as number);
      }
      fillCell(filling, row, sum);
    }
    coverUntil(making, place, row, at, where.count);
  };
}
