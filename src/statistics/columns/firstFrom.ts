/** The first of some places in a rising column whose number is not below the wanted one. */
export function firstFrom(column: ArrayLike<number>, from: number, to: number, wanted: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
