import { combineUnits, type RollUp } from './flowSheet';
import { combineIndexes } from './tally';

/** Cells of one place while they are summed: by bucket (in order of those of the sheet) and category. */
export interface CellSums {
  touched: Uint8Array;
  amount: Float64Array;
  big: bigint[] | null;
  counted: Uint32Array;
  told: Int32Array;
  unit: Int32Array;
  qualifier: Int8Array;
  within: Uint8Array;
}

/** Places in the sums of a bucket. */
export const categories = 16;

/** Sums of nothing. */
export function emptyCellSums(size: number, isBig: boolean): CellSums {
  return {
    touched: new Uint8Array(size),
    amount: new Float64Array(size),
    big: isBig ? new Array<bigint>(size).fill(0n) : null,
    counted: new Uint32Array(size),
    told: new Int32Array(size),
    unit: new Int32Array(size),
    qualifier: new Int8Array(size),
    within: new Uint8Array(size),
  };
}

/** Columns that both a sheet and a roll-up have. */
export type Cells = Pick<
  RollUp,
  'bucket' | 'category' | 'amount' | 'big' | 'counted' | 'told' | 'unit' | 'qualifier'
> & {
  within?: Uint8Array;
  months?: Uint16Array;
};

/** Where the buckets of a sheet are in the sums of a place. */
export interface Buckets {
  /** In order. */
  numbers: Int32Array;
  /** Number of the first, and by how many a bucket comes after it, its place in the order. */
  first: number;
  index: Int32Array;
}

/** Further apart than that are only buckets of mistyped dates; those are looked for. */
const widest = 100_000;

/** Numbers of buckets, of which each may be named often. */
export function bucketsOf(all: Iterable<number>): Buckets {
  const numbers = Int32Array.from(new Set(all)).sort();
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const index = new Int32Array(Math.min(widest, last - first + 1));
  numbers.forEach((number, i) => (index[number - first] = i));
  return { numbers, first, index };
}

const indexIn = ({ numbers, first, index }: Buckets, bucket: number): number =>
  bucket - first < widest ? (index[bucket - first] as number) : numbers.indexOf(bucket);

/** Adds some cells of a place or of a child; what they count only in the buckets where `isCounted` is 1. */
export function addCells(
  sums: CellSums,
  cells: Cells,
  [from, to]: readonly [number, number],
  buckets: Buckets,
  isCounted: Uint8Array,
): void {
  for (let cell = from; cell < to; cell++) {
    const index = indexIn(buckets, cells.bucket[cell] as number);
    const at = index * categories + (cells.category[cell] as number);
    if (sums.touched[at] === 0) start(sums, at);
    sums.told[at] = (sums.told[at] as number) + (cells.told[cell] as number);
    const counted = cells.counted[cell] as number;
    if (counted === 0 || isCounted[index] === 0) continue;
    sums.counted[at] = (sums.counted[at] as number) + counted;
    if (sums.big && cells.big) sums.big[at] = (sums.big[at] ?? 0n) + (cells.big[cell] ?? 0n);
    else sums.amount[at] = (sums.amount[at] as number) + (cells.amount[cell] as number);
    sums.unit[at] = combineUnits(sums.unit[at] as number, cells.unit[cell] as number);
    sums.qualifier[at] = combineIndexes(sums.qualifier[at] as number, cells.qualifier[cell] as number);
    if (cells.within ? cells.within[cell] === 1 : (cells.months?.[cell] ?? 0) > 0) sums.within[at] = 1;
  }
}

function start(sums: CellSums, to: number): void {
  sums.touched[to] = 1;
  sums.unit[to] = -1;
  sums.qualifier[to] = -1;
}

/** Columns that grow by the cells of one place after another. */
export function growing(isBig: boolean) {
  const columns = {
    bucket: [] as number[],
    category: [] as number[],
    amount: [] as number[],
    big: isBig ? ([] as bigint[]) : null,
    counted: [] as number[],
    told: [] as number[],
    unit: [] as number[],
    qualifier: [] as number[],
    within: [] as number[],
  };
  /** One cell more, of what was summed or was so before. */
  const add = (cells: Omit<CellSums, 'touched'>, from: number, bucket: number, category: number) => {
    columns.bucket.push(bucket);
    columns.category.push(category);
    columns.amount.push(cells.amount[from] as number);
    columns.big?.push(cells.big?.[from] ?? 0n);
    columns.counted.push(cells.counted[from] as number);
    columns.told.push(cells.told[from] as number);
    columns.unit.push(cells.unit[from] as number);
    columns.qualifier.push(cells.qualifier[from] as number);
    columns.within.push(cells.within[from] as number);
  };
  return {
    columns,
    cells: columns as unknown as Cells,
    add,
    length: () => columns.bucket.length,
    push: (sums: CellSums, buckets: Int32Array) => {
      for (let index = 0; index < sums.touched.length; index++) {
        if ((sums.touched[index] as number) === 0) continue;
        add(sums, index, buckets[Math.floor(index / categories)] as number, index % categories);
      }
    },
    finish: (): Omit<RollUp, 'first' | 'end'> => ({
      bucket: Int32Array.from(columns.bucket),
      category: Uint8Array.from(columns.category),
      amount: Float64Array.from(columns.amount),
      big: columns.big,
      counted: Uint32Array.from(columns.counted),
      told: Int32Array.from(columns.told),
      unit: Int32Array.from(columns.unit),
      qualifier: Int8Array.from(columns.qualifier),
      within: Uint8Array.from(columns.within),
    }),
  };
}
