import { onceAskedOften } from './onceAskedOften';
import { narrowAmounts, narrowSigneds, narrowWholes } from './column';
import { combineUnits, type Leaves, type RollUp } from './flowSheet';
import { combineIndexes } from './tally';

/** Cells by place, or those of several places together. */
type Cells = Leaves | (RollUp & Pick<Leaves, 'first'>);

/** Merged cells of a cells; null where they have not been asked for often. */
export const mergedLeaves = onceAskedOften(mergeCategories);

/** Merged sums of several places, likewise. */
export const mergedRollUp = onceAskedOften((rolled: RollUp) =>
  mergeCategories({ ...rolled, first: Uint32Array.of(0, rolled.bucket.length) }),
);

/** Cells with all categories of a bucket in one, which is of the first: sums over all find fewer to add. */
function mergeCategories(cells: Cells): Leaves {
  const { first, count, cellOf } = mergedCells(cells);
  // Written out, since it is done on a start, before any code is quick.
  const bucket = cells.bucket.slice(0, count);
  const [amount, counted, told] = [new Float64Array(count), new Uint32Array(count), new Int32Array(count)];
  const [unit, qualifier, months] = [cells.unit.slice(0, count), new Int8Array(count), new Uint16Array(count)];
  const big = cells.big && new Array<bigint>(count).fill(0n);
  let last = -1;
  for (let cell = 0; cell < cellOf.length; cell++) {
    const at = cellOf[cell] as number;
    const isFirst = at !== last;
    last = at;
    bucket[at] = cells.bucket[cell] as number;
    amount[at] = (amount[at] as number) + (cells.amount[cell] as number);
    if (big && cells.big) big[at] = (big[at] ?? 0n) + (cells.big[cell] ?? 0n);
    counted[at] = (counted[at] as number) + (cells.counted[cell] as number);
    told[at] = (told[at] as number) + (cells.told[cell] as number);
    unit[at] = isFirst ? (cells.unit[cell] as number) : combineUnits(unit[at] as number, cells.unit[cell] as number);
    qualifier[at] = isFirst
      ? (cells.qualifier[cell] as number)
      : combineIndexes(qualifier[at] as number, cells.qualifier[cell] as number);
    months[at] = (months[at] as number) | (cells.months[cell] as number);
  }
  return {
    ...{ first, bucket, category: new Uint8Array(count), amount: narrowAmounts(amount), big },
    ...{ counted: narrowWholes(counted), told: narrowSigneds(told), unit, qualifier, months },
  };
}

/** Which merged cell each cell goes into, one for each bucket of each place, and where those of a place begin. */
function mergedCells({ first: starts, bucket }: Cells) {
  const first = new Uint32Array(starts.length);
  const cellOf = new Uint32Array(bucket.length);
  let count = 0;
  for (let place = 0; place + 1 < starts.length; place++) {
    const [start, end] = [starts[place] as number, starts[place + 1] as number];
    for (let cell = start; cell < end; cell++) {
      if (cell === start || bucket[cell] !== bucket[cell - 1]) count++;
      cellOf[cell] = count - 1;
    }
    first[place + 1] = count;
  }
  return { first, count, cellOf };
}
