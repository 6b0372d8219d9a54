import { cellKinds, type CellKinds } from './cellKinds';
import { narrowWholes, reordered, type Amounts, type Whole } from './column';
import type { Leaves } from './flowSheet';
import { onceAskedOften } from './onceAskedOften';
import type { Covered } from './coverageSheet';
import type { PlaceOrder } from './placeOrder';

/** What is told of places without children: their cells, and of buckets without any what reports cover. */
export interface PlaceRuns extends CellKinds<'counted' | 'told' | 'unit' | 'qualifier' | 'months' | 'covered'> {
  /** By place: where its cells begin; one more at the end. */
  first: Uint32Array;
  bucket: Whole;
  category: Uint8Array;
  amount: Amounts;
}

/** That no report covers a bucket, or that another cell of the bucket tells. */
const uncovered = -1;

/**
 * Runs of some cells and of what reports cover: the last cell of a bucket says in `covered` how many months of it they do,
 * `uncovered` else. Null where they have not been asked for often, and where numbers cannot hold them exactly.
 */
export const placeRuns = onceAskedOften((leaves: Leaves, covered: Covered, { end }: PlaceOrder): PlaceRuns | null => {
  if (leaves.big) return null;
  const cells: number[] = [];
  const buckets: number[] = [];
  const months: number[] = [];
  // Cells name no place that has come after them; what reports cover names all.
  const first = new Uint32Array(covered.first.length);
  for (let place = 0; place + 1 < first.length; place++) {
    if (end[place] === place + 1) gather(leaves, covered, place, { cells, buckets, months });
    first[place + 1] = cells.length;
  }
  const from = Int32Array.from(cells);
  const known = cellKinds(from.length, {
    ...{ counted: reordered(leaves.counted, from), told: reordered(leaves.told, from) },
    ...{ unit: reordered(leaves.unit, from), qualifier: reordered(leaves.qualifier, from) },
    ...{ months: reordered(leaves.months, from), covered: months },
  });
  if (!known) return null;
  return {
    ...known,
    first,
    bucket: narrowWholes(Uint32Array.from(buckets)),
    category: reordered(leaves.category, from),
    amount: reordered(leaves.amount, from),
  };
});

/** Gathers what is told of a place, bucket by bucket; a bucket without cells has the cell -1. */
function gather(
  leaves: Leaves,
  covered: Covered,
  place: number,
  into: Record<'cells' | 'buckets' | 'months', number[]>,
): void {
  const { cells, buckets, months } = into;
  const start = cells.length;
  const add = (cell: number, bucket: number, found: number) => {
    cells.push(cell);
    buckets.push(bucket);
    months.push(found);
  };
  const end = leaves.first[place + 1] as number;
  let cell = leaves.first[place] as number;
  const addUntil = (bucket: number) => {
    for (; cell < end && (leaves.bucket[cell] as number) <= bucket; cell++)
      add(cell, leaves.bucket[cell] as number, uncovered);
  };
  for (let at = covered.first[place] as number; at < (covered.first[place + 1] as number); at++) {
    const found = covered.months[at] as number;
    if ((found & 1) === 0) continue;
    const bucket = covered.bucket[at] as number;
    addUntil(bucket);
    const last = cells.length - 1;
    if (last >= start && buckets[last] === bucket) months[last] = found >> 1;
    else add(-1, bucket, found >> 1);
  }
  addUntil(Infinity);
}
