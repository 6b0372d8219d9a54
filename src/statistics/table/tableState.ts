import type { ColumnKey } from './tableColumns';

/** A column and a direction; null keeps the order of the answer, newest first. */
export type Order = { column: ColumnKey; descending: boolean } | null;

/** Columns that repeat themselves, so that some of their values can be chosen. */
export const filterKeys = [
  'measure',
  'category',
  'area',
  'kind',
  'status',
  'qualifier',
  'period',
  'report',
  'review',
] as const satisfies ColumnKey[];
export type FilterKey = (typeof filterKeys)[number];

/** By column the raw values that rows must have; a column without any lets all through. */
export type ColumnFilters = Partial<Record<FilterKey, readonly string[]>>;

export const groupKeys = ['none', 'report', 'area', 'measure', 'category'] as const;
export type GroupKey = (typeof groupKeys)[number];
