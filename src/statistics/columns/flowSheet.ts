import { granularities, type Granularity } from '../../model/period';

/**
 * What the rules have decided about the actual flows of one subject at one granularity, packed: a cell is what counts
 * of one category at one place in one bucket, where the place's own reports speak or a higher federation's do. Sums over
 * children stand beside it. Cells of a place lie together, sorted by bucket and category; some cells may be of no place any
 * more.
 */
export interface FlowSheet {
  subject: string;
  /** Null for what fits no finer bucket than its natural one (`beyond`). */
  granularity: Granularity | null;
  /** Bucket ids of a sheet without granularity, whose buckets are places in this list; others count them from year 0. */
  spans: string[];
  /** Decimal digits by which amounts are shifted, so that they are whole and sums are exact. */
  shift: number;
  /** Amounts that numbers could not hold exactly; null where `amount` can. */
  big: bigint[] | null;
  /** Sum of all amounts without their signs, or more. */
  size: number;
  /** By place: its first cell, and the one after its last. */
  first: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  bucket: Int32Array<ArrayBuffer>;
  category: Uint8Array<ArrayBuffer>;
  amount: Float64Array<ArrayBuffer>;
  /** Numbers of observations that count; 0 where the cell only says what is told about the place. */
  counted: Uint32Array<ArrayBuffer>;
  /** Numbers of observations, of whatever report, that speak about this very place, counted or not. */
  told: Int32Array<ArrayBuffer>;
  /** Number of the unit, `nothing` of nothing, `several` of several. */
  unit: Int32Array<ArrayBuffer>;
  /** Place in `qualifiers`; -1 of nothing. */
  qualifier: Int8Array<ArrayBuffer>;
  /** Number of the place whose reports count; -1 of nothing. */
  speaker: Int32Array<ArrayBuffer>;
  /** Months of the bucket, as bits, that they cover; of a sheet without granularity the reports tell. */
  months: Uint16Array<ArrayBuffer>;
  /** Numbers of the reports that count: by cell the first in `report`; one more at the end. */
  firstReport: Uint32Array<ArrayBuffer>;
  report: Uint32Array<ArrayBuffer>;
  /** Sums over children as they were once, and where they have changed since; null where not made. */
  rolled: { sums: RollUp; stale: Stale | null } | null;
}

/** Numbers of places and buckets: cells of these places in these buckets are others now. */
export interface Stale {
  places: readonly number[];
  buckets: readonly number[];
}

/**
 * What counts for each place in a sheet, sums over children included; the places without children are in the sheet
 * itself. Cells of a place lie together, sorted by bucket and category; some cells may be of no place any more.
 */
export interface RollUp {
  /** By place: its first cell, and the one after its last; both 0 for places without children. */
  first: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  bucket: Int32Array<ArrayBuffer>;
  category: Uint8Array<ArrayBuffer>;
  amount: Float64Array<ArrayBuffer>;
  big: bigint[] | null;
  counted: Uint32Array<ArrayBuffer>;
  /** Observations about the place and all below it. */
  told: Int32Array<ArrayBuffer>;
  unit: Int32Array<ArrayBuffer>;
  qualifier: Int8Array<ArrayBuffer>;
  /** 1 where counted reports lie in the bucket: enough for months, which have no more. */
  within: Uint8Array<ArrayBuffer>;
}

export const nothing = -1;
export const several = -2;

/** The unit of two things together. */
export function combineUnits(a: number, b: number): number {
  if (a === nothing || a === b) return b;
  return b === nothing ? a : several;
}

/** All steps of which there are sheets. */
export const sheetSteps: readonly (Granularity | null)[] = [...granularities, null];

/** A sheet whose sums over children know of something more no longer. */
export function withStale(sheet: FlowSheet, { places, buckets }: Stale): FlowSheet {
  const { rolled } = sheet;
  if (!rolled) return sheet;
  const { stale } = rolled;
  const both = (a: readonly number[] = [], b: readonly number[] = []) => [...new Set([...a, ...b])];
  const all = { places: both(stale?.places, places), buckets: both(stale?.buckets, buckets) };
  return { ...sheet, rolled: { ...rolled, stale: all } };
}

/** Name of a sheet among others. */
export function sheetKey(subject: string, granularity: Granularity | null): string {
  return `${subject}|${granularity ?? 'beyond'}`;
}

/** Whether all columns of a sheet are as long as it says: a record cut short on disk must not be believed. */
export function isWholeSheet(sheet: FlowSheet): boolean {
  const { first, end, bucket, category, amount, counted, told, unit, qualifier, speaker, months, firstReport, big } =
    sheet;
  const count = end.at(-1) ?? 0;
  const columns = [bucket, category, amount, counted, told, unit, qualifier, speaker, months, big ?? amount];
  return (
    first.length >= end.length &&
    columns.every(({ length }) => length === count) &&
    firstReport.length === count + 1 &&
    firstReport.at(-1) === sheet.report.length &&
    (!sheet.rolled || isWholeRollUp(sheet.rolled.sums))
  );
}

function isWholeRollUp(sums: RollUp): boolean {
  const { bucket, category, amount, counted, told, unit, qualifier, within, big } = sums;
  const count = sums.end.reduce((most, end) => Math.max(most, end), 0);
  const columns = [bucket, category, amount, counted, told, unit, qualifier, within, big ?? amount];
  return sums.first.length === sums.end.length && columns.every(({ length }) => length === count);
}
