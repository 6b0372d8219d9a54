import type { Granularity } from '../../model/period';

/**
 * What the rules have decided about the actual flows of one subject at one granularity, packed: an atom is what one
 * report counts at one place, in one bucket, category, unit and qualifier. Atoms are sorted by place, so that the
 * atoms of a place and of all below it are one range. Atoms without a report only count what was left out.
 */
export interface FlowSheet {
  subject: string;
  /** Null for what fits no finer bucket than its natural one (`beyond`). */
  granularity: Granularity | null;
  /** Bucket ids of a sheet without granularity; others number their buckets from year 0. */
  spans: string[];
  /** Decimal digits that `amount` is shifted by so that it is whole and sums are exact; null where they would not be. */
  shift: number | null;
  /** By place: the first atom; one more at the end. */
  first: Uint32Array<ArrayBuffer>;
  bucket: Int32Array<ArrayBuffer>;
  /** Depth of the highest place that the atom counts for: all between it and its own are sums of their children. */
  top: Uint8Array<ArrayBuffer>;
  category: Uint8Array<ArrayBuffer>;
  unit: Uint16Array<ArrayBuffer>;
  qualifier: Uint8Array<ArrayBuffer>;
  /** Rank of the report; -1 for what was left out. */
  report: Int32Array<ArrayBuffer>;
  amount: Float64Array<ArrayBuffer>;
  counted: Uint32Array<ArrayBuffer>;
  left: Uint32Array<ArrayBuffer>;
  /** Places and buckets about which only higher federations speak, in pairs. */
  above: Int32Array<ArrayBuffer>;
}

/** Name of a sheet among others. */
export function sheetKey(subject: string, granularity: Granularity | null): string {
  return `${subject}|${granularity ?? 'beyond'}`;
}

/** Whether all columns of a sheet are as long as it says: a record cut short on disk must not be believed. */
export function isWholeSheet(sheet: FlowSheet): boolean {
  const { first, bucket, top, category, unit, qualifier, report, amount, counted, left, above } = sheet;
  const columns = [bucket, top, category, unit, qualifier, report, amount, counted, left];
  return above.length % 2 === 0 && columns.every((column) => column.length === first.at(-1));
}
