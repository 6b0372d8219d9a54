import { bucketMonths, type Granularity } from '../../model/period';
import { spanOf } from '../buckets';
import type { Entry, Span } from '../resolved';
import { bucketId } from './bucketNumber';

/** Which bucket of a sheet holds an observation, and back. */
export interface Placing {
  /** Bucket ids by number of a sheet without granularity; empty otherwise. */
  ids: string[];
  /** -1 where no bucket of the sheet holds the whole period. */
  bucketOf: (dated: Pick<Entry, 'period'>) => number;
  spanOf: (bucket: number) => Span;
}

/** Buckets of a granularity, counted from year 0; for null those that observations naturally have and no month is. */
export function placing(
  granularity: Granularity | null,
  dated: readonly Pick<Entry, 'period'>[],
  known: readonly string[] = [],
): Placing {
  return granularity === null ? naturalPlacing(dated, known) : granular(granularity);
}

function granular(granularity: Granularity): Placing {
  const length = bucketMonths[granularity];
  const spans = new Map<number, Span>();
  return {
    ids: [],
    bucketOf: ({ period }) => {
      if (!period) return -1;
      const bucket = Math.floor(period.firstMonth / length);
      return Math.floor(period.lastMonth / length) === bucket ? bucket : -1;
    },
    spanOf: (bucket) => {
      const span = spans.get(bucket) ?? spanOf(bucketId(granularity, bucket));
      spans.set(bucket, span);
      return span;
    },
  };
}

/** Nothing is finer than a month, so no figure shows a month beside its buckets. */
function naturalPlacing(dated: readonly Pick<Entry, 'period'>[], known: readonly string[]): Placing {
  const numbers = new Map(known.map((id, number) => [id, number]));
  for (const { period } of dated) {
    if (!period || period.natural.granularity === 'M' || numbers.has(period.natural.id)) continue;
    numbers.set(period.natural.id, numbers.size);
  }
  const ids = [...numbers.keys()];
  return {
    ids,
    bucketOf: ({ period }) => (period && numbers.get(period.natural.id)) ?? -1,
    spanOf: (bucket) => spanOf(ids[bucket] ?? ''),
  };
}
