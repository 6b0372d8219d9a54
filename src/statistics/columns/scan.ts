import { categoryCodes } from '../../model/categories';
import { bucketMonths } from '../../model/period';
import type { FlowSheet } from './flowSheet';
import type { Flows } from './flows';
import { combineIndexes } from './tally';

/** Where a scan looks: places by number (none within another), categories as bits (0 is all), buckets by number. */
export interface Where {
  places: readonly number[];
  categories: number;
  from: number;
  count: number;
}

/** What a pass is split by. */
export type Rows = 'none' | 'place' | 'category';

/** One pass over a sheet: what its atoms make, by row and bucket (bucket + row × number of buckets). */
export interface Scan {
  amount: Float64Array;
  /** Only of a sheet whose sums cannot be shifted. */
  values: Map<number, number[]>;
  counted: Uint32Array;
  left: Uint32Array;
  /** -1 of nothing, -2 of several. */
  unit: Int32Array;
  units: Map<number, Set<number>>;
  qualifier: Int8Array;
  /** Most months of the bucket that one place's counted reports cover. */
  months: Uint8Array;
  used: Uint8Array;
}

function emptyScan(count: number, reports: number): Scan {
  return {
    amount: new Float64Array(count),
    values: new Map(),
    counted: new Uint32Array(count),
    left: new Uint32Array(count),
    unit: new Int32Array(count).fill(-1),
    units: new Map(),
    qualifier: new Int8Array(count).fill(-1),
    months: new Uint8Array(count),
    used: new Uint8Array(reports),
  };
}

const at = (column: ArrayLike<number>, index: number) => column[index] as number;

/** Calls back for each atom that counts for one of the places, in the categories and buckets. */
export function eachAtom(
  { order }: Flows,
  sheet: FlowSheet,
  where: Where,
  visit: (atom: number, row: number) => void,
): void {
  const { bucket, top, category, first } = sheet;
  const { categories, from, count } = where;
  for (const [row, place] of where.places.entries()) {
    const depth = at(order.depth, place);
    const end = at(first, at(order.end, place));
    for (let atom = at(first, place); atom < end; atom++) {
      const offset = at(bucket, atom) - from;
      if (offset < 0 || offset >= count || at(top, atom) > depth) continue;
      if (categories !== 0 && ((categories >> at(category, atom)) & 1) === 0) continue;
      visit(atom, row);
    }
  }
}

/** Bits of the months of a bucket (by number) that a report covers; 0 where it does not lie in the bucket. */
export function monthBits({ reports }: Flows, rank: number, firstMonth: number, months: number): number {
  const [from, to] = [at(reports.firstMonth, rank) - firstMonth, at(reports.lastMonth, rank) - firstMonth];
  return from < 0 || to >= months ? 0 : (2 << to) - (1 << from);
}

export function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Adds what counts for some places up by row and bucket; of a sheet with granularity, its months too. */
export function scan(flows: Flows, sheet: FlowSheet, where: Where, rows: Rows = 'none'): Scan {
  const { count, from } = where;
  const height = rows === 'place' ? where.places.length : rows === 'category' ? categoryCodes.length : 1;
  const found = emptyScan(count * height, flows.reports.place.length);
  const monthsOf =
    sheet.granularity === null ? null : monthCounter(flows, bucketMonths[sheet.granularity], found.months);
  eachAtom(flows, sheet, where, (atom, place) => {
    const number = at(sheet.bucket, atom);
    const row = rows === 'place' ? place : rows === 'category' ? at(sheet.category, atom) : 0;
    const b = row * count + number - from;
    found.left[b] = at(found.left, b) + at(sheet.left, atom);
    const rank = at(sheet.report, atom);
    if (rank < 0) return;
    found.used[rank] = 1;
    found.counted[b] = at(found.counted, b) + at(sheet.counted, atom);
    if (sheet.shift === null) found.values.set(b, [...(found.values.get(b) ?? []), at(sheet.amount, atom)]);
    else found.amount[b] = at(found.amount, b) + at(sheet.amount, atom);
    addUnit(found, b, at(sheet.unit, atom));
    found.qualifier[b] = combineIndexes(at(found.qualifier, b), at(sheet.qualifier, atom));
    monthsOf?.(b, number, rank);
  });
  return found;
}

function addUnit(found: Scan, b: number, unit: number): void {
  const known = at(found.unit, b);
  if (known === unit) return;
  found.unit[b] = known === -1 ? unit : -2;
  if (known === -1) return;
  const units = found.units.get(b) ?? new Set([known]);
  found.units.set(b, units.add(unit));
}

/**
 * Follows the months that each place's reports cover. Atoms of one speaker follow each other, so only the last one of a
 * bucket is remembered; those that come back (a higher federation speaks about several places) are looked up.
 */
function monthCounter(flows: Flows, length: number, most: Uint8Array) {
  const speaker = new Int32Array(most.length).fill(-1);
  const mask = new Int32Array(most.length);
  const earlier = new Map<number, number>();
  const places = flows.reports.place;
  const keyOf = (b: number, place: number) => place * most.length + b;
  return (b: number, bucket: number, rank: number) => {
    const bits = monthBits(flows, rank, bucket * length, length);
    const place = at(places, rank);
    const last = at(speaker, b);
    if (place !== last) {
      if (last >= 0 && at(mask, b) !== (1 << length) - 1) earlier.set(keyOf(b, last), at(mask, b));
      speaker[b] = place;
      mask[b] = earlier.get(keyOf(b, place)) ?? 0;
    }
    mask[b] = at(mask, b) | bits;
    const covered = bitsIn(at(mask, b));
    if (covered > at(most, b)) most[b] = covered;
  };
}
