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

/** The first of some cells, sorted by bucket, whose bucket is not before the given one. */
export function firstFrom(bucket: ArrayLike<number>, from: number, to: number, wanted: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bucket[middle] as number) < wanted) low = middle + 1;
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
    const depth = order.depth[place] as number;
    for (let below = place; below < (order.end[place] as number); below++) {
      const end = sheet.end[below] as number;
      for (let cell = firstFrom(sheet.bucket, sheet.first[below] as number, end, from); cell < end; cell++) {
        const offset = (sheet.bucket[cell] as number) - from;
        if (offset >= count) break;
        const covered = coverage[offset] as PlaceCoverage;
        if ((covered.sum[below] as number) === 1 || (covered.top[below] as number) > depth) continue;
        if ((sheet.counted[cell] as number) > 0 && ((categories >> (sheet.category[cell] as number)) & 1) === 1)
          visit(cell, place, offset);
      }
    }
  }
}
