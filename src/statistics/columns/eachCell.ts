import { categoryCodes } from '../../model/categories';
import type { Flows, OpenSheet } from './flows';
import type { FlowSheet } from './flowSheet';
import { firstFrom } from './firstFrom';
import { flagsOf, sumFlag, type PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';

/** Every category as a bit. */
export const allCategories = (1 << categoryCodes.length) - 1;

/** Where a question looks: places by number (none within another), categories as bits, buckets by number. */
export interface Where {
  places: readonly number[];
  /** Whether those are all that lie in no other. */
  isEverything: boolean;
  categories: number;
  from: number;
  count: number;
}

/**
 * Calls back for each cell of a sheet that counts for one of the places, its own or below it, with its bucket in the range;
 * `coverage` is by bucket. A place counts where it is no sum, and nobody between it and the asked place speaks.
 */
export function eachCell(
  { order }: Flows,
  open: OpenSheet,
  where: Where,
  coverage: readonly PlaceCoverage[],
  visit: (cell: number, offset: number) => void,
): void {
  if (where.isEverything) eachOfWhole(open, where, visit);
  else for (const place of where.places) eachOfPlace(order, open.sheet, where, place, coverage, visit);
}

function eachOfWhole(open: OpenSheet, where: Where, visit: (cell: number, offset: number) => void): void {
  const { category } = open.sheet;
  const { least, first, cell: cells } = open.cellsInWhole();
  const start = Math.max(0, where.from - least);
  const end = Math.min(first.length - 1, where.from + where.count - least);
  for (let at = start; at < end; at++) {
    for (let i = first[at] as number; i < (first[at + 1] as number); i++) {
      const cell = cells[i] as number;
      if (((where.categories >> (category[cell] as number)) & 1) === 1) visit(cell, at + least - where.from);
    }
  }
}

function eachOfPlace(
  { end, parent }: PlaceOrder,
  sheet: FlowSheet,
  { categories, from, count }: Where,
  place: number,
  coverage: readonly PlaceCoverage[],
  visit: (cell: number, offset: number) => void,
): void {
  for (let below = place; below < (end[place] as number); below++) {
    const last = sheet.first[below + 1] as number;
    for (let cell = firstFrom(sheet.bucket, sheet.first[below] as number, last, from); cell < last; cell++) {
      const offset = (sheet.bucket[cell] as number) - from;
      if (offset >= count) break;
      if ((sheet.counted[cell] as number) === 0 || ((categories >> (sheet.category[cell] as number)) & 1) === 0)
        continue;
      if (isCounted(coverage[offset] as PlaceCoverage, parent, below, place)) visit(cell, offset);
    }
  }
}

/** Whether what is said of a place counts for one that it lies in, or is. */
export function isCounted(coverage: PlaceCoverage, parent: Int32Array, below: number, place: number): boolean {
  if ((flagsOf(coverage, below) & sumFlag) !== 0) return false;
  for (let at = below; at !== place;) {
    at = parent[at] as number;
    if ((flagsOf(coverage, at) & sumFlag) === 0) return false;
  }
  return true;
}
