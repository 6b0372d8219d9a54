import { bucketMonths, monthIndex } from '../../model/period';
import { spanOf } from '../buckets';
import type { FlowSheet } from './flowSheet';

/** Number of a bucket in a sheet: counted from year 0, or its place among the sheet's spans; -1 for a span that it lacks. */
export function bucketNumber({ granularity, spans }: Pick<FlowSheet, 'granularity' | 'spans'>, id: string): number {
  if (granularity === null) return spans.indexOf(id);
  return Math.floor(monthIndex(spanOf(id).start) / bucketMonths[granularity]);
}
