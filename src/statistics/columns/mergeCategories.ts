import { amounts, signeds, wholes } from './column';
import { combineUnits, type FlowSheet, type Leaves } from './flowSheet';
import { combineIndexes } from './tally';

/** The cells of a sheet with all categories of a bucket in one, which is of the first: sums over all find fewer to add. */
export function mergeCategories(sheet: FlowSheet): Leaves {
  const { first, bucket } = sheet;
  const starts = startsOf(sheet);
  const count = starts.length;
  /** Numbers of merged cells, each made from those of its cells. */
  const merged = (of: ArrayLike<number>, join: (a: number, b: number) => number) => {
    const made = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const end = starts[at + 1] ?? bucket.length;
      let value = of[starts[at] as number] as number;
      for (let cell = (starts[at] as number) + 1; cell < end; cell++) value = join(value, of[cell] as number);
      made[at] = value;
    }
    return (at: number) => made[at] as number;
  };
  const add = (a: number, b: number) => a + b;
  const months = merged(sheet.months, (a, b) => a | b);
  const qualifier = merged(sheet.qualifier, combineIndexes);
  return {
    first: Uint32Array.from(first, placeIn(starts)),
    bucket: wholes(count, (at) => bucket[starts[at] as number] as number),
    category: new Uint8Array(count),
    amount: amounts(count, merged(sheet.amount, add)),
    big: sheet.big && mergedBig(sheet.big, starts),
    counted: wholes(count, merged(sheet.counted, add)),
    told: signeds(count, merged(sheet.told, add)),
    unit: signeds(count, merged(sheet.unit, combineUnits)),
    qualifier: Int8Array.from({ length: count }, (_, at) => qualifier(at)),
    months: Uint16Array.from({ length: count }, (_, at) => months(at)),
  };
}

/** The first cell of each bucket of each place. */
function startsOf({ first, bucket }: FlowSheet): number[] {
  const starts: number[] = [];
  for (let place = 0; place + 1 < first.length; place++) {
    let last = -1;
    for (let cell = first[place] as number; cell < (first[place + 1] as number); cell++) {
      if (bucket[cell] === last) continue;
      last = bucket[cell] as number;
      starts.push(cell);
    }
  }
  return starts;
}

/** Which merged cell begins at a cell; asked in rising order. */
function placeIn(starts: readonly number[]): (cell: number) => number {
  let at = 0;
  return (cell) => {
    while (at < starts.length && (starts[at] as number) < cell) at++;
    return at;
  };
}

const mergedBig = (big: readonly bigint[], starts: readonly number[]): bigint[] =>
  starts.map((start, at) => big.slice(start, starts[at + 1]).reduce((sum, one) => sum + one, 0n));
