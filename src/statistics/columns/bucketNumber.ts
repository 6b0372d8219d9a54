import { bucketMonths, type Granularity } from '../../model/period';
import { spanOf } from '../buckets';

/** Number of a bucket among those of its granularity, counted from year 0. */
export function bucketNumber(granularity: Granularity, id: string): number {
  return Math.floor(spanOf(id).firstMonth / bucketMonths[granularity]);
}
