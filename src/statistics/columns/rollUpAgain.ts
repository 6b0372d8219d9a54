import type { Span } from '../resolved';
import { addCells, bucketsOf, categories, emptyCellSums, growing, type Buckets, type Cells } from './cellSums';
import { continued } from './continued';
import { firstFrom } from './eachCell';
import type { FlowSheet, RollUp, Stale } from './flowSheet';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { spanIn } from './rollUp';

/**
 * Sums of a sheet over children after a change: as `rollUp` would make them, from those before and what is stale. Cells
 * of places that stay are shared with those before, which stay as they are; the others come behind them.
 */
export function rollUpAgain(
  sheet: FlowSheet,
  { sums: before, stale }: { sums: RollUp; stale: Stale },
  order: PlaceOrder,
  coverageOf: (span: Span) => PlaceCoverage,
): RollUp {
  const buckets = bucketsOf(stale.buckets);
  const coverage = Array.from(buckets.numbers, (bucket) => coverageOf(spanIn(sheet, bucket)));
  const out = growing(sheet.big !== null);
  const [first, end] = [new Uint32Array(order.codes.length), new Uint32Array(order.codes.length)];
  first.set(before.first);
  end.set(before.end);
  const offset = before.bucket.length;
  const redone = new Set<number>();
  // Children come after their parents, so backwards each is done before what it lies in.
  for (const place of [...new Set(stale.places)].sort((a, b) => b - a)) {
    if ((order.end[place] as number) === place + 1) continue;
    const sums = emptyCellSums(buckets.numbers.length * categories, sheet.big !== null);
    const isSum = Uint8Array.from(coverage, ({ sum }) => sum[place] as number);
    const add = (cells: Cells, from: number, to: number, isCounted: Uint8Array) => {
      for (const bucket of buckets.numbers) {
        const start = firstFrom(cells.bucket, from, to, bucket);
        addCells(sums, cells, [start, firstFrom(cells.bucket, start, to, bucket + 1)], buckets, isCounted);
      }
    };
    const isNotSum = isSum.map((one) => 1 - one);
    add(sheet, sheet.first[place] ?? 0, sheet.end[place] ?? 0, isNotSum);
    for (let child = place + 1; child < (order.end[place] as number); child = order.end[child] as number) {
      const isLeaf = (order.end[child] as number) === child + 1;
      const [from, to] = isLeaf
        ? [sheet.first[child] ?? 0, sheet.end[child] ?? 0]
        : [first[child] as number, end[child] as number];
      if (redone.has(child)) add(out.cells, from - offset, to - offset, isSum);
      else add(isLeaf ? sheet : before, from, to, isSum);
    }
    const range = [first[place] as number, end[place] as number] as const;
    first[place] = offset + out.length();
    replaceBuckets(out, before, range, sums, buckets);
    end[place] = offset + out.length();
    redone.add(place);
  }
  return { first, end, ...behind(before, out.columns) };
}

type Growing = ReturnType<typeof growing>;

/** Takes the cells of a place over but for some buckets, whose sums are put in their places. */
function replaceBuckets(
  out: Growing,
  before: RollUp,
  [from, to]: readonly [number, number],
  sums: ReturnType<typeof emptyCellSums>,
  { numbers }: Buckets,
): void {
  let next = 0;
  const putUntil = (bucket: number) => {
    for (; next < numbers.length && (numbers[next] as number) < bucket; next++)
      for (let category = 0; category < categories; category++) {
        const at = next * categories + category;
        if (sums.touched[at] === 1) out.add(sums, at, numbers[next] as number, category);
      }
  };
  for (let cell = from; cell < to; cell++) {
    const bucket = before.bucket[cell] as number;
    putUntil(bucket);
    if (numbers[next] !== bucket) out.add(before, cell, bucket, before.category[cell] as number);
  }
  putUntil(Infinity);
}

function behind(before: RollUp, more: Growing['columns']): Omit<RollUp, 'first' | 'end'> {
  return {
    bucket: continued(before.bucket, more.bucket),
    category: continued(before.category, more.category),
    amount: continued(before.amount, more.amount),
    big: before.big && [...before.big, ...(more.big ?? [])],
    counted: continued(before.counted, more.counted),
    told: continued(before.told, more.told),
    unit: continued(before.unit, more.unit),
    qualifier: continued(before.qualifier, more.qualifier),
    within: continued(before.within, more.within),
  };
}
