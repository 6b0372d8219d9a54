import { bucketMonths, bucketOf, monthsPeriod, type Granularity } from '../../model/period';
import { spanOf } from '../buckets';

/** Number of a bucket among those of its granularity, counted from year 0. */
export function bucketNumber(granularity: Granularity, id: string): number {
  return Math.floor(spanOf(id).firstMonth / bucketMonths[granularity]);
}

/** Id of the bucket of a number: the way back from `bucketNumber`. */
export function bucketId(granularity: Granularity, number: number): string {
  return bucketOf(monthsPeriod(number * bucketMonths[granularity], 1).start, granularity);
}
