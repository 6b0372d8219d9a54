import { isCounted } from './eachCell';
import type { CellsByBucket } from './flows';
import type { FlowSheet } from './flowSheet';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { bucketsOf } from './rollUp';

/** The cells of a sheet that count for one of some places (none within another), bucket by bucket. */
export function cellsThatCount(
  sheet: FlowSheet,
  places: readonly number[],
  { end, parent }: PlaceOrder,
  coverageOf: (bucket: number) => PlaceCoverage,
): CellsByBucket {
  const { buckets, least, indexOf } = bucketsOf(sheet, null);
  const coverage = buckets.map(coverageOf);
  const counts = new Uint8Array(sheet.bucket.length);
  const first = new Uint32Array(indexOf.length + 1);
  for (const place of places) {
    for (let below = place; below < (end[place] as number); below++) {
      for (let cell = sheet.first[below] as number; cell < (sheet.first[below + 1] as number); cell++) {
        const at = (sheet.bucket[cell] as number) - least;
        const known = coverage[indexOf[at] as number] as PlaceCoverage;
        if (sheet.counted[cell] === 0 || !isCounted(known, parent, below, place)) continue;
        counts[cell] = 1;
        first[at + 1] = (first[at + 1] as number) + 1;
      }
    }
  }
  for (let at = 1; at < first.length; at++) first[at] = (first[at] as number) + (first[at - 1] as number);
  const cells = new Uint32Array(first.at(-1) ?? 0);
  const next = first.slice();
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue;
    const at = (sheet.bucket[cell] as number) - least;
    const to = next[at] as number;
    next[at] = to + 1;
    cells[to] = cell;
  }
  return { least, first, cell: cells };
}
