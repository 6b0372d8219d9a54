import { onceAskedOften } from './onceAskedOften';
import type { Whole } from './column';
import type { Leaves } from './flowSheet';
import type { Covered } from './placeCoverage';

/** Cells in the order of their buckets, those of a bucket in the order of their places. */
export interface ByBucket<T> {
  /** Number of the first bucket that has cells. */
  least: number;
  /** By bucket from that one on: where its cells begin; one more at the end. */
  first: Uint32Array;
  place: Whole;
  /** The columns in this order. */
  cells: T;
}

type Columns = Pick<Covered, 'first' | 'bucket'> | Pick<Leaves, 'first' | 'bucket'>;

/** Where cells come to lie: of each the one that was there before. */
interface Order {
  least: number;
  first: Uint32Array;
  place: Whole;
  from: Uint32Array;
}

/** Sorts cells by their buckets, counting them. */
function orderOf({ first: starts, bucket }: Columns): Order {
  const count = bucket.length;
  let [least, most] = count === 0 ? [0, -1] : [Infinity, -Infinity];
  for (let cell = 0; cell < count; cell++) {
    const now = bucket[cell] as number;
    if (now < least) least = now;
    if (now > most) most = now;
  }
  const first = new Uint32Array(most - least + 2);
  for (let cell = 0; cell < count; cell++) {
    const at = (bucket[cell] as number) - least + 1;
    first[at] = (first[at] as number) + 1;
  }
  for (let at = 1; at < first.length; at++) first[at] = (first[at] as number) + (first[at - 1] as number);
  const next = first.slice();
  const from = new Uint32Array(count);
  const place = new (starts.length > 0x10000 ? Uint32Array : Uint16Array)(count);
  for (let of = 0; of + 1 < starts.length; of++) {
    for (let cell = starts[of] as number; cell < (starts[of + 1] as number); cell++) {
      const bucketAt = (bucket[cell] as number) - least;
      const at = next[bucketAt] as number;
      next[bucketAt] = at + 1;
      from[at] = cell;
      place[at] = of;
    }
  }
  return { least, first, place, from };
}

/** A column in another order. */
function reordered<
  T extends Float64Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array,
>(column: T, from: Uint32Array): T {
  const made = new (column.constructor as new (length: number) => T)(column.length);
  for (let at = 0; at < from.length; at++) made[at] = column[from[at] as number] as number;
  return made;
}

/** What is added up of cells. */
export type Summands = Omit<Leaves, 'first' | 'bucket'>;

/** Cells of places by bucket; null where they have not been asked for often. */
export const leavesByBucket = onceAskedOften((leaves: Leaves): ByBucket<Summands> => {
  const { from, ...order } = orderOf(leaves);
  const { category, amount, big, counted, told, unit, qualifier, months } = leaves;
  return {
    ...order,
    cells: {
      category: reordered(category, from),
      amount: reordered(amount, from),
      big: big && Array.from(from, (cell) => big[cell] ?? 0n),
      counted: reordered(counted, from),
      told: reordered(told, from),
      unit: reordered(unit, from),
      qualifier: reordered(qualifier, from),
      months: reordered(months, from),
    },
  };
});

/** What reports cover by bucket, likewise: months as in `Covered`. */
export const coveredByBucket = onceAskedOften((covered: Covered): ByBucket<Uint16Array> => {
  const { from, ...order } = orderOf(covered);
  return { ...order, cells: reordered(covered.months, from) };
});

/** Where the cells of some consecutive buckets begin and end. */
export function cellsBetween({ least, first }: ByBucket<unknown>, from: number, count: number): [number, number] {
  const at = (bucket: number) => first[Math.min(Math.max(bucket - least, 0), first.length - 1)] as number;
  return [at(from), at(from + count)];
}
