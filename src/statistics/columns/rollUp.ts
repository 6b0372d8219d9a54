import { categoryCodes } from '../../model/categories';
import { amounts, signeds, wholes } from './column';
import { combineUnits, nothing, type FlowSheet, type RollUp } from './flowSheet';
import { isCounted } from './eachCell';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { combineIndexes } from './tally';

const categories = categoryCodes.length;

/** Cells that are being summed, in order of appearance, with where each bucket's begin. */
interface Drafts {
  /** By bucket and category: the number of the cell, counted from 1; 0 of none. */
  cellAt: Uint32Array;
  key: number[];
  amount: number[];
  big: bigint[];
  counted: number[];
  told: number[];
  unit: number[];
  qualifier: number[];
  months: number[];
}

/** The numbers of a sheet's buckets, in order, each once. */
function bucketsOf({ bucket }: FlowSheet): number[] {
  return [...new Set(bucket)].sort((a, b) => a - b);
}

/** Sums a sheet over some places (none within another) and what lies in them, where coverage says that it counts. */
export function rollUp(
  sheet: FlowSheet,
  places: readonly number[],
  { end, parent }: PlaceOrder,
  coverageOf: (bucket: number) => PlaceCoverage,
): RollUp {
  const buckets = bucketsOf(sheet);
  const indexOf = new Map(buckets.map((bucket, index) => [bucket, index]));
  const coverage = buckets.map(coverageOf);
  const drafts = emptyDrafts(buckets.length * categories);
  const { first, bucket, category } = sheet;
  let [last, index] = [-1, 0];
  for (const place of places) {
    for (let below = place; below < (end[place] as number); below++) {
      for (let cell = first[below] as number; cell < (first[below + 1] as number); cell++) {
        const now = bucket[cell] as number;
        if (now !== last) [last, index] = [now, indexOf.get(now) ?? 0];
        const to = draftAt(drafts, index * categories + (category[cell] as number));
        drafts.told[to] = (drafts.told[to] as number) + (sheet.told[cell] as number);
        if (sheet.counted[cell] === 0 || !isCounted(coverage[index] as PlaceCoverage, parent, below, place)) continue;
        add(drafts, to, sheet, cell);
      }
    }
  }
  return packed(drafts, buckets, sheet.big !== null);
}

function emptyDrafts(size: number): Drafts {
  return {
    cellAt: new Uint32Array(size),
    ...{ key: [], amount: [], big: [], counted: [], told: [], unit: [], qualifier: [], months: [] },
  };
}

/** The number of a draft, made where there is none yet. */
function draftAt({ cellAt, ...columns }: Drafts, key: number): number {
  const known = cellAt[key] as number;
  if (known > 0) return known - 1;
  const { key: keys, amount, big, counted, told, unit, qualifier, months } = columns;
  for (const column of [amount, counted, told, months]) column.push(0);
  big.push(0n);
  unit.push(nothing);
  qualifier.push(-1);
  cellAt[key] = keys.push(key);
  return keys.length - 1;
}

/** Adds what a cell counts. */
function add(drafts: Drafts, to: number, sheet: FlowSheet, cell: number): void {
  drafts.counted[to] = (drafts.counted[to] as number) + (sheet.counted[cell] as number);
  drafts.amount[to] = (drafts.amount[to] as number) + (sheet.amount[cell] as number);
  if (sheet.big) drafts.big[to] = (drafts.big[to] as bigint) + (sheet.big[cell] ?? 0n);
  drafts.unit[to] = combineUnits(drafts.unit[to] as number, sheet.unit[cell] as number);
  drafts.qualifier[to] = combineIndexes(drafts.qualifier[to] as number, sheet.qualifier[cell] as number);
  if ((sheet.months[cell] as number) > 0) drafts.months[to] = 1;
}

function packed(drafts: Drafts, buckets: readonly number[], isBig: boolean): RollUp {
  const order = drafts.cellAt.filter((draft) => draft > 0).map((draft) => draft - 1);
  const count = order.length;
  const column = (values: readonly number[]) => (at: number) => values[order[at] as number] as number;
  return {
    bucket: wholes(count, (at) => buckets[Math.floor(column(drafts.key)(at) / categories)] as number),
    category: Uint8Array.from(order, (draft) => (drafts.key[draft] as number) % categories),
    amount: amounts(count, column(drafts.amount)),
    big: isBig ? Array.from(order, (draft) => drafts.big[draft] as bigint) : null,
    counted: wholes(count, column(drafts.counted)),
    told: signeds(count, column(drafts.told)),
    unit: signeds(count, column(drafts.unit)),
    qualifier: Int8Array.from(order, (draft) => drafts.qualifier[draft] as number),
    months: Uint8Array.from(order, (draft) => drafts.months[draft] as number),
  };
}
