import { categoryCodes } from '../../model/categories';
import type { Flows } from './flows';
import type { FlowSheet } from './flowSheet';
import { firstFrom } from './firstFrom';
import { flagsOf, sumFlag, type PlaceCoverage } from './placeCoverage';

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
 * Calls back for each cell of a sheet that counts for one of the places, its own or below it; `coverage` is by bucket.
 * A place counts where it is no sum, and nobody between it and the asked place speaks.
 */
export function eachCell(
  { order }: Flows,
  sheet: FlowSheet,
  { places, categories, from, count }: Where,
  coverage: readonly PlaceCoverage[],
  visit: (cell: number, place: number, offset: number) => void,
): void {
  for (const place of places) {
    for (let below = place; below < (order.end[place] as number); below++) {
      const end = sheet.first[below + 1] as number;
      for (let cell = firstFrom(sheet.bucket, sheet.first[below] as number, end, from); cell < end; cell++) {
        const offset = (sheet.bucket[cell] as number) - from;
        if (offset >= count) break;
        if ((sheet.counted[cell] as number) === 0 || ((categories >> (sheet.category[cell] as number)) & 1) === 0)
          continue;
        if (isCounted(coverage[offset] as PlaceCoverage, order.parent, below, place)) visit(cell, place, offset);
      }
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
