import { bucketMonths, granularities, isWithin, type Granularity } from '../../model/period';
import { spanOf } from '../buckets';
import type { Dated } from '../dated';
import type { Entry } from '../resolved';
import { bucketId } from './bucketNumber';
import type { PlaceOrder } from './placeOrder';

/** Where a change of reports may alter what counts. */
export interface Touched {
  /** Numbers of places: with each all that contain it. */
  places: Set<number>;
  /** Bucket numbers. */
  buckets: Record<Granularity, Set<number>>;
  /** Spans of several years. */
  spans: Set<string>;
  /** Years of all those. */
  years: Set<number>;
}

/** What a report covers and says, before or after a change. */
export interface Told {
  place: string;
  coverage: Dated | null;
  entries: readonly Entry[];
}

/** Where reports speak: the places they speak for and about, the buckets that hold what they cover or name. */
export function touchedBy(
  told: readonly Told[],
  { numberOf, parent }: PlaceOrder,
  longSpans: readonly string[],
): Touched {
  const touched: Touched = {
    places: new Set(),
    buckets: { M: new Set(), Q: new Set(), S: new Set(), A: new Set() },
    spans: new Set(),
    years: new Set(),
  };
  const addPlace = (code: string) => {
    for (let at = numberOf.get(code) ?? -1; at >= 0; at = parent[at] ?? -1) touched.places.add(at);
  };
  const periods = new Set<Dated>();
  for (const { place, coverage, entries } of told) {
    addPlace(place);
    if (coverage) periods.add(coverage);
    for (const entry of entries) {
      addPlace(entry.place);
      if (entry.period) periods.add(entry.period);
    }
  }
  for (const period of periods) addPeriod(touched, period, longSpans);
  return touched;
}

function addPeriod(touched: Touched, period: Dated, longSpans: readonly string[]): void {
  for (const granularity of granularities) {
    const length = bucketMonths[granularity];
    const bucket = Math.floor(period.firstMonth / length);
    if (Math.floor(period.lastMonth / length) !== bucket) continue;
    touched.buckets[granularity].add(bucket);
    touched.years.add(Math.floor((bucket * length) / 12));
  }
  for (const id of longSpans) {
    const span = spanOf(id);
    if (!isWithin(period, span)) continue;
    touched.spans.add(id);
    for (let year = Number(span.start.slice(0, 4)); year <= Number(span.end.slice(0, 4)); year++)
      touched.years.add(year);
  }
}

/** Ids of all touched buckets. */
export function touchedIds({ buckets, spans }: Touched): string[] {
  const named = granularities.flatMap((granularity) =>
    Array.from(buckets[granularity], (bucket) => bucketId(granularity, bucket)),
  );
  return [...named, ...spans];
}
