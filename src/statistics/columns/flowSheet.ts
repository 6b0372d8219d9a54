import { granularities, type Granularity } from '../../model/period';
import type { Amounts, Signed, Whole } from './column';

/**
 * What the rules have decided about the actual flows of one subject at one granularity, packed: a cell is what counts
 * of one category at one place in one bucket, where the place's own reports speak or a higher federation's do. Sums over
 * children are worked out when they are asked for. Cells are sorted by place, bucket, category.
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
  /** By place: the first cell; one more at the end. */
  first: Uint32Array<ArrayBuffer>;
  bucket: Whole;
  category: Uint8Array<ArrayBuffer>;
  amount: Amounts;
  /** Numbers of observations that count; 0 where the cell only says what is told about the place. */
  counted: Whole;
  /** Numbers of observations, of whatever report, that speak about this very place, counted or not. */
  told: Signed;
  /** Number of the unit, `nothing` of nothing, `several` of several. */
  unit: Signed;
  /** Place in `qualifiers`; -1 of nothing. */
  qualifier: Int8Array<ArrayBuffer>;
  /** Number of the place whose reports count; -1 of nothing. */
  speaker: Signed;
  /** Months of the bucket, as bits, that they cover; of a sheet without granularity the reports tell. */
  months: Uint16Array<ArrayBuffer>;
  /**
   * What counts of all places together, as it was once worked out, and the buckets in which that does not hold any more.
   * Absent where it never was.
   */
  summed?: { whole: RollUp; stale: readonly number[] };
  /** Numbers of the reports that count: by cell the first in `report`; one more at the end. */
  firstReport: Uint32Array<ArrayBuffer>;
  report: Whole;
}

/** What sums read of the cells of places. */
export type Leaves = Pick<
  FlowSheet,
  'first' | 'bucket' | 'category' | 'amount' | 'big' | 'counted' | 'told' | 'unit' | 'qualifier' | 'months'
>;

/** What counts for some places together, sums over children included. Cells are sorted by bucket and category. */
export interface RollUp {
  bucket: Whole;
  category: Uint8Array;
  amount: Amounts;
  big: bigint[] | null;
  counted: Whole;
  /** Observations about the places and all below them. */
  told: Signed;
  unit: Signed;
  qualifier: Int8Array;
  /** 1 where counted reports lie in the bucket: enough for months, which have no more. */
  months: Uint8Array;
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

/** Name of a sheet among others. */
export function sheetKey(subject: string, granularity: Granularity | null): string {
  return `${subject}|${granularity ?? 'beyond'}`;
}

/** Whether all columns of a sheet are as long as it says: a record cut short on disk must not be believed. */
export function isWholeSheet(sheet: FlowSheet): boolean {
  const { first, firstReport, speaker, summed } = sheet;
  const count = first.at(-1) ?? 0;
  return (
    areAsLong(sheet, count) &&
    speaker.length === count &&
    firstReport.length === count + 1 &&
    firstReport.at(-1) === sheet.report.length &&
    (!summed || areAsLong(summed.whole, summed.whole.bucket.length))
  );
}

function areAsLong(cells: FlowSheet | RollUp, count: number): boolean {
  const { bucket, category, amount, counted, told, unit, qualifier, months, big } = cells;
  const columns = [bucket, category, amount, counted, told, unit, qualifier, months, big ?? amount];
  return columns.every(({ length }) => length === count);
}
