import { areWorthwhile, rowsOf } from './acrossPlaces';
import { cellsBetween, leavesByBucket } from './byBucket';
import type { Where } from './eachCell';
import type { Leaves } from './flowSheet';
import type { PlaceOrder } from './placeOrder';
import { addCounted, type Sums } from './sums';

/**
 * Adds the cells of many places bucket by bucket; `byCategory` as `sums` has its rows. Output: whether it was done; nothing is
 * where looking the places up one by one is quicker.
 */
export function addAcross(leaves: Leaves, where: Where, order: PlaceOrder, sums: Sums, byCategory: boolean): boolean {
  const rows = rowsOf(where.places, order);
  const sorted = rows && leavesByBucket(leaves);
  if (!rows || !sorted || !areWorthwhile([sorted], where, rows)) return false;
  const { rowOf } = rows;
  const { cells, place } = sorted;
  const { category, counted, told, months } = cells;
  const { width } = sums;
  for (let offset = 0; offset < where.count; offset++) {
    const [start, end] = cellsBetween(sorted, where.from + offset, 1);
    for (let cell = start; cell < end; cell++) {
      if ((rowOf[place[cell] as number] as number) < 0) continue;
      const kind = category[cell] as number;
      if (((where.categories >> kind) & 1) === 0) continue;
      const to = byCategory ? kind * width + offset : offset;
      sums.told[to] = (sums.told[to] as number) + (told[cell] as number);
      if (counted[cell] === 0) continue;
      addCounted(sums, to, cells, cell);
      if ((months[cell] as number) > 0) sums.months[to] = 1;
    }
  }
  return true;
}
