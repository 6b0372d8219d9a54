import { cellStates, coverageStates, type Cells, type Coverage } from '../query';
import { bitsIn } from './bits';
import { cellsBetween, coveredByBucket, leavesByBucket, type ByBucket, type Summands } from './byBucket';
import type { Where } from './eachCell';
import { fill, type Filling } from './flowGrid';
import { combineUnits, type Leaves } from './flowSheet';
import type { Covered } from './placeCoverage';
import { ScatteredCells } from './scatteredCells';
import { scratchSums, type Sums } from './sums';
import { combineIndexes } from './tally';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');
const [hasValue, unmentioned] = [cellStates.indexOf('value'), cellStates.indexOf('unmentioned')];

/** What a figure by place is made of. */
interface Across {
  /** Numbers of its places, by row; none has children, -1 is unknown. */
  numbers: readonly number[];
  /** How many places there are. */
  places: number;
  where: Where;
  grid: Cells;
  covered: Covered;
  /** Null where nothing is said, like the cells. */
  filling: Filling | null;
  leaves: Leaves | null;
}

/** A figure while it is made. */
interface Making extends Across {
  told: ScatteredCells;
  sums: Sums | null;
}

/** About how many cells are added up in the time in which one place is looked up. */
const cellsAPlace = 30;

/** Which row a place is, -1 of none; like the rest kept from question to question, since thousands are cheaper to clear. */
let rowOf = new Int32Array(0);
/** By row the bucket, counted from 1, that it was last told of. */
let toldIn = new Uint32Array(0);

/**
 * Adds up a flow by place, bucket by bucket: fills the cells of the grid and gives the coverage. Null, with nothing done,
 * where going through the places one by one is quicker.
 */
export function flowAcrossPlaces(across: Across): Coverage | null {
  const { numbers, where, covered, filling, leaves } = across;
  const coveredBy = coveredByBucket(covered);
  const leavesBy = leaves && leavesByBucket(leaves);
  if (!coveredBy || (leaves && !leavesBy)) return null;
  const most = [coveredBy, leavesBy].reduce((sum, by) => sum + (by ? cellsIn(by, where) : 0), 0);
  if (most > numbers.length * cellsAPlace) return null;
  const sums = filling && scratchSums(numbers.length, 1, filling.open.sheet.big !== null);
  const making: Making = { ...across, told: new ScatteredCells(numbers.length, most), sums };
  prepareRows(making);
  for (let offset = 0; offset < where.count; offset++) {
    if (leavesBy && sums) addBucket(making, leavesBy, offset, sums);
    coverBucket(making, coveredBy, offset);
  }
  fillRows(making);
  return making.told.finish(where.count);
}

function cellsIn(by: ByBucket<unknown>, { from, count }: Where): number {
  const [start, end] = cellsBetween(by, from, count);
  return end - start;
}

function prepareRows({ numbers, places }: Making): void {
  if (rowOf.length < places) rowOf = new Int32Array(places);
  rowOf.fill(-1);
  for (let row = 0; row < numbers.length; row++) if ((numbers[row] as number) >= 0) rowOf[numbers[row] as number] = row;
  if (toldIn.length < numbers.length) toldIn = new Uint32Array(numbers.length);
  toldIn.fill(0);
}

/** Tells a cell, and adds its months to those of its row. */
function tell({ told, grid }: Making, row: number, offset: number, state: number, months: number): void {
  told.add(row, offset, state, months);
  grid.months[row] = (grid.months[row] as number) + months;
  toldIn[row] = offset + 1;
}

/** Adds the cells of a bucket, which lie place by place. */
function addBucket(making: Making, by: ByBucket<Summands>, offset: number, sums: Sums): void {
  const { from, categories } = making.where;
  const { cells, place } = by;
  const [start, end] = cellsBetween(by, from + offset, 1);
  let last = -1;
  let months = 0;
  for (let cell = start; cell < end; cell++) {
    const row = rowOf[place[cell] as number] as number;
    if (row < 0 || ((categories >> (cells.category[cell] as number)) & 1) === 0) continue;
    sums.told[row] = (sums.told[row] as number) + (cells.told[cell] as number);
    const counted = cells.counted[cell] as number;
    if (counted === 0) continue;
    if (row !== last) {
      if (last >= 0) tell(making, last, offset, isValue, bitsIn(months));
      last = row;
      months = 0;
    }
    months |= cells.months[cell] as number;
    sums.counted[row] = (sums.counted[row] as number) + counted;
    if (sums.big && cells.big) sums.big[row] = (sums.big[row] ?? 0n) + (cells.big[cell] ?? 0n);
    else sums.amount[row] = (sums.amount[row] as number) + (cells.amount[cell] as number);
    sums.unit[row] = combineUnits(sums.unit[row] as number, cells.unit[cell] as number);
    sums.qualifier[row] = combineIndexes(sums.qualifier[row] as number, cells.qualifier[cell] as number);
  }
  if (last >= 0) tell(making, last, offset, isValue, bitsIn(months));
}

/** Marks what reports cover in a bucket and nobody has told as 未提及. */
function coverBucket(making: Making, by: ByBucket<Uint16Array>, offset: number): void {
  const { cells, place } = by;
  const [start, end] = cellsBetween(by, making.where.from + offset, 1);
  for (let cell = start; cell < end; cell++) {
    const row = rowOf[place[cell] as number] as number;
    const found = cells[cell] as number;
    if (row < 0 || (found & 1) === 0 || toldIn[row] === offset + 1) continue;
    tell(making, row, offset, isUnmentioned, found >> 1);
  }
}

function fillRows({ numbers, grid, filling, sums }: Making): void {
  for (let row = 0; row < numbers.length; row++) {
    if (filling && sums && (sums.told[row] !== 0 || sums.counted[row] !== 0)) fill(filling, row, sums, row);
    if (toldIn[row] !== 0 && grid.state[row] !== hasValue) grid.state[row] = unmentioned;
  }
}
