import { cellsIn, type LeavesByBucket, type Run } from './byBucket';
import type { PlaceOrder } from './placeOrder';

/** Places that are asked for: what lies bucket by bucket is gone through for many of them at once. */
export interface Rows {
  /** By number of a place its row, -1 of those that are not asked for. */
  rowOf: Int32Array;
  count: number;
}

/** Fewer than one in so many places are looked up one by one. */
const oneIn = 60;
/** About how many cells are gone through in the time in which one place is looked up. */
const cellsAPlace = 100;

const knownLists = new WeakMap<readonly number[], boolean>();

/** Whether none of some places has another in it; looked up once for a list. */
function areWithoutChildren(numbers: readonly number[], end: Uint32Array): boolean {
  const known = knownLists.get(numbers) ?? numbers.every((place) => place < 0 || end[place] === place + 1);
  knownLists.set(numbers, known);
  return known;
}

/** Kept from question to question: a refresh asks for the same list again and again. */
let rowOf = new Int32Array(0);
let numbered: readonly number[] | null = null;

/** Numbers the rows of a list of places, -1 being an unknown one; null of few, and where one lies in another. Holds until another list is. */
export function rowsOf(numbers: readonly number[], { end }: PlaceOrder): Rows | null {
  if (numbers.length * oneIn < end.length || !areWithoutChildren(numbers, end)) return null;
  if (numbered !== numbers || rowOf.length !== end.length) {
    if (rowOf.length !== end.length) rowOf = new Int32Array(end.length);
    rowOf.fill(-1);
    numbers.forEach((place, row) => {
      if (place >= 0) rowOf[place] = row;
    });
    numbered = numbers;
  }
  return { rowOf, count: numbers.length };
}

/** Whether going through all cells of some groups is quicker than looking the places up. */
export function areWorthwhile(by: LeavesByBucket, runs: readonly Run[], rows: Rows): boolean {
  return cellsIn(by, runs) <= rows.count * cellsAPlace;
}
