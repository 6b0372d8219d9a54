import { areWorthwhile, rowsOf } from './acrossPlaces';
import { leavesByBucket, runsOf, type LeavesByBucket } from './byBucket';
import type { Where } from './eachCell';
import { combineUnits, nothing, type Leaves } from './flowSheet';
import type { PlaceOrder } from './placeOrder';
import { addCounted, type Sums } from './sums';
import { combineIndexes } from './tally';

/**
 * Adds the cells of many places group by group; `byCategory` as `sums` has its rows. Output: whether it was done; nothing is
 * where looking the places up one by one is quicker.
 */
export function addAcross(leaves: Leaves, where: Where, order: PlaceOrder, sums: Sums, byCategory: boolean): boolean {
  const rows = rowsOf(where.places, order);
  const by = rows && leavesByBucket(leaves);
  if (!rows || !by) return false;
  const runs = runsOf(by, where);
  if (!areWorthwhile(by, runs, rows)) return false;
  for (const { category, group, offset, groups } of runs) {
    const to = byCategory ? category * sums.width + offset : offset;
    for (let i = 0; i < groups; i++) addGroup(by, group + i, rows.rowOf, sums, to + i);
  }
  return true;
}

/** What counts in a group, as the only cell. */
const counting = {
  ...{ amount: new Float64Array(1), big: null, counted: new Uint32Array(1) },
  ...{ unit: new Int32Array(1), qualifier: new Int8Array(1) },
};

/** Adds the cells of one group. Columns are named before the loop: engines look them up anew for each cell otherwise. */
function addGroup(by: LeavesByBucket, group: number, rowOf: Int32Array, sums: Sums, to: number): void {
  const { first, place, amount: amountOf, kind: kindOf, kinds } = by;
  const { told: toldOf, counted: countedOf, unit: unitOf, qualifier: qualifierOf, months: monthsOf } = kinds;
  const end = first[group + 1] as number;
  let [told, counted, amount, months] = [0, 0, 0, 0];
  let [unit, qualifier, last] = [nothing, -1, -1];
  for (let cell = first[group] as number; cell < end; cell++) {
    if ((rowOf[place[cell] as number] as number) < 0) continue;
    const kind = kindOf[cell] as number;
    told += toldOf[kind] as number;
    if (countedOf[kind] === 0) continue;
    counted += countedOf[kind] as number;
    amount += amountOf[cell] as number;
    // What is combined twice stays what it was.
    if (kind === last) continue;
    last = kind;
    unit = combineUnits(unit, unitOf[kind] as number);
    qualifier = combineIndexes(qualifier, qualifierOf[kind] as number);
    months |= monthsOf[kind] as number;
  }
  sums.told[to] = (sums.told[to] as number) + told;
  if (counted === 0) return;
  counting.counted[0] = counted;
  counting.amount[0] = amount;
  counting.unit[0] = unit;
  counting.qualifier[0] = qualifier;
  addCounted(sums, to, counting, 0);
  if (months > 0) sums.months[to] = 1;
}
