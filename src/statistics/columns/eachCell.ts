import type { Flows } from './flows';
import type { FlowSheet } from './flowSheet';
import type { PlaceCoverage } from './placeCoverage';

/** Where a question looks: places by number (none within another), categories as bits, buckets by number. */
export interface Where {
  places: readonly number[];
  categories: number;
  from: number;
  count: number;
}

const at = (column: ArrayLike<number>, index: number) => column[index] as number;

/** The first of some cells, sorted by bucket, whose bucket is not before the given one. */
export function firstFrom(bucket: ArrayLike<number>, from: number, to: number, wanted: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(bucket, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Calls back for each cell of a sheet that counts for one of the places, its own or below it; `coverage` is by bucket. */
export function eachCell(
  { order }: Flows,
  sheet: FlowSheet,
  { places, categories, from, count }: Where,
  coverage: readonly PlaceCoverage[],
  visit: (cell: number, place: number, offset: number) => void,
): void {
  for (const place of places) {
    const depth = at(order.depth, place);
    for (let below = place; below < at(order.end, place); below++) {
      const end = at(sheet.first, below + 1);
      for (let cell = firstFrom(sheet.bucket, at(sheet.first, below), end, from); cell < end; cell++) {
        const offset = at(sheet.bucket, cell) - from;
        if (offset >= count) break;
        const covered = coverage[offset] as PlaceCoverage;
        if (at(covered.sum, below) === 1 || at(covered.top, below) > depth) continue;
        if (at(sheet.counted, cell) > 0 && ((categories >> at(sheet.category, cell)) & 1) === 1)
          visit(cell, place, offset);
      }
    }
  }
}
