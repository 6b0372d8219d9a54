import { categoryCodes } from '../../model/categories';
import { amounts, signeds, wholes } from './column';
import { combineUnits, type FlowSheet, type RollUp } from './flowSheet';
import { isCounted } from './eachCell';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { emptySums, type Sums } from './sums';
import { combineIndexes } from './tally';

const categories = categoryCodes.length;

/** The numbers of a sheet's buckets, in order, each once; and by number, counted from the first, the place in that list. */
export function bucketsOf(
  { bucket }: FlowSheet,
  only: ReadonlySet<number> | null,
): { buckets: number[]; least: number; indexOf: Int32Array } {
  let [least, most] = bucket.length === 0 ? [0, -1] : [Infinity, -Infinity];
  for (let cell = 0; cell < bucket.length; cell++) {
    const now = bucket[cell] as number;
    if (now < least) least = now;
    if (now > most) most = now;
  }
  const indexOf = new Int32Array(most - least + 1).fill(-1);
  if (only) for (const one of only) if (one >= least && one <= most) indexOf[one - least] = 0;
  if (!only) for (let cell = 0; cell < bucket.length; cell++) indexOf[(bucket[cell] as number) - least] = 0;
  const buckets: number[] = [];
  for (let at = 0; at < indexOf.length; at++) if (indexOf[at] === 0) indexOf[at] = buckets.push(at + least) - 1;
  return { buckets, least, indexOf };
}

/**
 * Sums a sheet over some places (none within another) and what lies in them, where coverage says that it counts; in some
 * buckets only where they are given.
 */
export function rollUp(
  sheet: FlowSheet,
  places: readonly number[],
  { end, parent }: PlaceOrder,
  coverageOf: (bucket: number) => PlaceCoverage,
  only: ReadonlySet<number> | null = null,
): RollUp {
  const { buckets, least, indexOf } = bucketsOf(sheet, only);
  const coverage = buckets.map(coverageOf);
  const sums = emptySums(categories, buckets.length, sheet.big !== null);
  const { first, bucket, category, told, counted } = sheet;
  for (const place of places) {
    for (let below = place; below < (end[place] as number); below++) {
      for (let cell = first[below] as number; cell < (first[below + 1] as number); cell++) {
        const index = indexOf[(bucket[cell] as number) - least] as number;
        if (index < 0) continue;
        const to = index * categories + (category[cell] as number);
        sums.told[to] = (sums.told[to] as number) + (told[cell] as number);
        if (counted[cell] === 0 || !isCounted(coverage[index] as PlaceCoverage, parent, below, place)) continue;
        add(sums, to, sheet, cell);
      }
    }
  }
  return packed(sums, buckets);
}

/** Adds what a cell counts. */
function add(sums: Sums, to: number, sheet: FlowSheet, cell: number): void {
  sums.counted[to] = (sums.counted[to] as number) + (sheet.counted[cell] as number);
  sums.amount[to] = (sums.amount[to] as number) + (sheet.amount[cell] as number);
  if (sums.big && sheet.big) sums.big[to] = (sums.big[to] ?? 0n) + (sheet.big[cell] ?? 0n);
  sums.unit[to] = combineUnits(sums.unit[to] as number, sheet.unit[cell] as number);
  sums.qualifier[to] = combineIndexes(sums.qualifier[to] as number, sheet.qualifier[cell] as number);
  if ((sheet.months[cell] as number) > 0) sums.months[to] = 1;
}

/** Sums as cells, those of which nothing is said left out. */
function packed(sums: Sums, buckets: readonly number[]): RollUp {
  const said: number[] = [];
  for (let at = 0; at < sums.counted.length; at++) if (sums.counted[at] !== 0 || sums.told[at] !== 0) said.push(at);
  const column = (values: ArrayLike<number>) => (cell: number) => values[said[cell] as number] as number;
  return {
    bucket: wholes(said.length, (cell) => buckets[Math.floor((said[cell] as number) / categories)] as number),
    category: Uint8Array.from(said, (at) => at % categories),
    amount: amounts(said.length, column(sums.amount)),
    big: sums.big && said.map((at) => sums.big?.[at] ?? 0n),
    counted: wholes(said.length, column(sums.counted)),
    told: signeds(said.length, column(sums.told)),
    unit: signeds(said.length, column(sums.unit)),
    qualifier: Int8Array.from(said, (at) => sums.qualifier[at] as number),
    months: Uint8Array.from(said, (at) => sums.months[at] as number),
  };
}
