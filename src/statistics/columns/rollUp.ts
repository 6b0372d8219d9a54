import { spanOf } from '../buckets';
import type { Span } from '../resolved';
import { bucketId } from './bucketNumber';
import { combineUnits, type FlowSheet, type RollUp } from './flowSheet';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { combineIndexes } from './tally';

/** Cells of one place while they are summed: by bucket (in order of those of the sheet) and category. */
interface Sums {
  touched: Uint8Array;
  amount: Float64Array;
  big: bigint[] | null;
  counted: Uint32Array;
  told: Int32Array;
  unit: Int32Array;
  qualifier: Int8Array;
  within: Uint8Array;
}

const categories = 16;

function emptySums(size: number, isBig: boolean): Sums {
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
type Cells = Pick<RollUp, 'bucket' | 'category' | 'amount' | 'big' | 'counted' | 'told' | 'unit' | 'qualifier'> & {
  within?: Uint8Array;
  months?: Uint16Array;
};

/** Where the buckets of a sheet are in the sums of a place. */
interface Buckets {
  /** In order. */
  numbers: Int32Array;
  /** Number of the first, and by how many a bucket comes after it, its place in the order. */
  first: number;
  index: Int32Array;
}

/** Further apart than that are only buckets of mistyped dates; those are looked for. */
const widest = 100_000;

function bucketsOf({ bucket }: FlowSheet): Buckets {
  const numbers = Int32Array.from(new Set(bucket)).sort();
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const index = new Int32Array(Math.min(widest, last - first + 1));
  numbers.forEach((number, i) => (index[number - first] = i));
  return { numbers, first, index };
}

const indexIn = ({ numbers, first, index }: Buckets, bucket: number): number =>
  bucket - first < widest ? (index[bucket - first] as number) : numbers.indexOf(bucket);

/**
 * Sums a sheet up the tree, where coverage says that a place is the sum of its children. What the sheet has rolled up
 * before is taken over but for the places that have changed since.
 */
export function rollUp(sheet: FlowSheet, order: PlaceOrder, coverageOf: (span: Span) => PlaceCoverage): RollUp {
  const before = sheet.rolled;
  if (before?.stale.length === 0) return before.sums;
  const isStale = new Set(before?.stale);
  const buckets = bucketsOf(sheet);
  const coverage = Array.from(buckets.numbers, (bucket) => coverageOf(spanIn(sheet, bucket)));
  const out = growing(sheet.big !== null);
  const places = order.codes.length;
  const [first, end] = [new Uint32Array(places), new Uint32Array(places)];
  // Children come after their parents, so backwards each is done before what it lies in.
  for (let place = places - 1; place >= 0; place--) {
    if ((order.end[place] as number) === place + 1) continue;
    if (before && !isStale.has(place)) {
      first[place] = out.length();
      out.take(before.sums, before.sums.first[place] ?? 0, before.sums.end[place] ?? 0);
      end[place] = out.length();
      continue;
    }
    const sums = emptySums(buckets.numbers.length * categories, sheet.big !== null);
    const isSum = Uint8Array.from(coverage, ({ sum }) => sum[place] as number);
    const isNotSum = isSum.map((one) => 1 - one);
    const range = [sheet.first[place] ?? 0, sheet.first[place + 1] ?? 0] as const;
    addCells(sums, sheet, range, buckets, isNotSum);
    for (let child = place + 1; child < (order.end[place] as number); child = order.end[child] as number) {
      const isLeaf = (order.end[child] as number) === child + 1;
      if (isLeaf) addCells(sums, sheet, [sheet.first[child] ?? 0, sheet.first[child + 1] ?? 0], buckets, isSum);
      else addCells(sums, out.columns, [first[child] as number, end[child] as number], buckets, isSum);
    }
    first[place] = out.length();
    out.push(sums, buckets.numbers);
    end[place] = out.length();
  }
  return { first, end, ...out.finish() };
}

function spanIn({ granularity, spans }: FlowSheet, bucket: number): Span {
  return spanOf(granularity === null ? (spans[bucket] ?? '') : bucketId(granularity, bucket));
}

/** Adds some cells of a place or of a child; what they count only in the buckets where `isCounted` is 1. */
function addCells(
  sums: Sums,
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

function start(sums: Sums, to: number): void {
  sums.touched[to] = 1;
  sums.unit[to] = -1;
  sums.qualifier[to] = -1;
}

/** Columns that grow by the cells of one place after another. */
function growing(isBig: boolean) {
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
  const add = (cells: Omit<Sums, 'touched'>, from: number, bucket: number, category: number) => {
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
    columns: columns as unknown as Cells,
    length: () => columns.bucket.length,
    /** Cells as they were rolled up before. */
    take: (sums: RollUp, from: number, to: number) => {
      for (let cell = from; cell < to; cell++)
        add(sums, cell, sums.bucket[cell] as number, sums.category[cell] as number);
    },
    push: (sums: Sums, buckets: Int32Array) => {
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
