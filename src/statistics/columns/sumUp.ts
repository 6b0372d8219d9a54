import type { Area } from '../../model/area';
import { treeOf } from '../treeOf';
import { spanOf } from '../buckets';
import type { Columns } from './buildColumns';
import { bucketId } from './bucketNumber';
import { amounts, signeds, wholes } from './column';
import type { FlowSheet, RollUp } from './flowSheet';
import { placeCoverage, type PlaceCoverage } from './placeCoverage';
import { placeOrder, type PlaceOrder } from './placeOrder';
import { rollUp } from './rollUp';

/**
 * Sheets with their sums over all places, for columns that are kept: a start would have to wait for them. Those of spans of
 * several years, which few ask for, go without.
 */
export function summedUp({ sheets, places, coverage }: Columns, areas: readonly Area[]): FlowSheet[] {
  const tree = treeOf(areas);
  const order = placeOrder(tree, places);
  const { at } = placeCoverage(coverage, order);
  const roots = tree.roots.map((code) => order.numberOf.get(code) ?? 0);
  return sheets.map((sheet) => {
    const { granularity } = sheet;
    if (granularity === null) return sheet;
    const coverageOf = (bucket: number) => at(spanOf(bucketId(granularity, bucket)));
    return { ...sheet, summed: { whole: wholeOf(sheet, roots, order, coverageOf), stale: [] } };
  });
}

/** The sums of a sheet over all places, as far as they were once worked out, the rest now. */
export function wholeOf(
  sheet: FlowSheet,
  roots: readonly number[],
  order: PlaceOrder,
  coverageOf: (bucket: number) => PlaceCoverage,
): RollUp {
  const { summed } = sheet;
  if (!summed) return rollUp(sheet, roots, order, coverageOf);
  const stale = new Set(summed.stale);
  return stale.size === 0 ? summed.whole : spliced(summed.whole, rollUp(sheet, roots, order, coverageOf, stale), stale);
}

/** Sums with some buckets as others have them. */
function spliced(old: RollUp, anew: RollUp, redone: ReadonlySet<number>): RollUp {
  const sides = [old, anew];
  const cells = sides.flatMap((rolled, side) =>
    Array.from(rolled.bucket, (bucket, at) => ({ rolled, at, side, order: bucket * 256 + (rolled.category[at] ?? 0) })),
  );
  const kept = cells.filter(({ rolled, at, side }) => side === 1 || !redone.has(rolled.bucket[at] as number));
  kept.sort((a, b) => a.order - b.order);
  const { length } = kept;
  const column = (pick: (rolled: RollUp) => ArrayLike<number>) => {
    const values = kept.map(({ rolled, at }) => pick(rolled)[at] as number);
    return (cell: number) => values[cell] as number;
  };
  const bytes = (pick: (rolled: RollUp) => ArrayLike<number>) =>
    kept.map(({ rolled, at }) => pick(rolled)[at] as number);
  return {
    bucket: wholes(
      length,
      column(({ bucket }) => bucket),
    ),
    category: Uint8Array.from(bytes(({ category }) => category)),
    amount: amounts(
      length,
      column(({ amount }) => amount),
    ),
    big: old.big && anew.big && kept.map(({ rolled, at }) => rolled.big?.[at] ?? 0n),
    counted: wholes(
      length,
      column(({ counted }) => counted),
    ),
    told: signeds(
      length,
      column(({ told }) => told),
    ),
    unit: signeds(
      length,
      column(({ unit }) => unit),
    ),
    qualifier: Int8Array.from(bytes(({ qualifier }) => qualifier)),
    months: Uint8Array.from(bytes(({ months }) => months)),
  };
}
