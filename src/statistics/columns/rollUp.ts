import { spanOf } from '../buckets';
import type { Span } from '../resolved';
import { bucketId } from './bucketNumber';
import { addCells, bucketsOf, categories, emptyCellSums, growing } from './cellSums';
import type { FlowSheet, RollUp } from './flowSheet';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';

/** Sums a sheet up the tree, where coverage says that a place is the sum of its children. */
export function rollUp(sheet: FlowSheet, order: PlaceOrder, coverageOf: (span: Span) => PlaceCoverage): RollUp {
  const buckets = bucketsOf(sheet.bucket);
  const coverage = Array.from(buckets.numbers, (bucket) => coverageOf(spanIn(sheet, bucket)));
  const out = growing(sheet.big !== null);
  const places = order.codes.length;
  const [first, end] = [new Uint32Array(places), new Uint32Array(places)];
  // Children come after their parents, so backwards each is done before what it lies in.
  for (let place = places - 1; place >= 0; place--) {
    if ((order.end[place] as number) === place + 1) continue;
    const sums = emptyCellSums(buckets.numbers.length * categories, sheet.big !== null);
    const isSum = Uint8Array.from(coverage, ({ sum }) => sum[place] as number);
    const isNotSum = isSum.map((one) => 1 - one);
    addCells(sums, sheet, [sheet.first[place] ?? 0, sheet.end[place] ?? 0], buckets, isNotSum);
    for (let child = place + 1; child < (order.end[place] as number); child = order.end[child] as number) {
      const isLeaf = (order.end[child] as number) === child + 1;
      if (isLeaf) addCells(sums, sheet, [sheet.first[child] ?? 0, sheet.end[child] ?? 0], buckets, isSum);
      else addCells(sums, out.cells, [first[child] as number, end[child] as number], buckets, isSum);
    }
    first[place] = out.length();
    out.push(sums, buckets.numbers);
    end[place] = out.length();
  }
  return { first, end, ...out.finish() };
}

/** The days of a bucket of a sheet. */
export function spanIn({ granularity, spans }: FlowSheet, bucket: number): Span {
  return spanOf(granularity === null ? (spans[bucket] ?? '') : bucketId(granularity, bucket));
}
