/** Up to so many numbers are gone through one by one, which is quicker than halving. */
const few = 8;

/** The first of some places in a rising column whose number is not below the wanted one. */
export function firstFrom(column: ArrayLike<number>, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to;
  while (high - low > few) {
    const middle = (low + high) >>> 1;
    if ((column[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  while (low < high && (column[low] as number) < wanted) low++;
  return low;
}
