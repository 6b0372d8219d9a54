import { granularities } from '../../model/period';
import { packCoverage, type CoverageSheet, type SpokenBits } from './coverageSheet';
import type { Touched } from './touched';

/**
 * Takes over from `anew`, which knows all reports of the given places in the touched buckets, what it says of them there.
 * Output: new sheets; a span of several years that nobody has spoken about yet gets none.
 */
export function patchCoverage(
  old: readonly CoverageSheet[],
  anew: readonly CoverageSheet[],
  places: Iterable<number>,
  touched: Touched,
): CoverageSheet[] {
  const keys = new Set([...old.map(({ key }) => key), ...anew.map(({ key }) => key)]);
  const wanted = [...places];
  return Array.from(keys, (key) => {
    const granularity = granularities.find((one) => one === key);
    const buckets = granularity ? touched.buckets[granularity] : new Set(touched.spans.has(key) ? [0] : []);
    const [before, after] = [bitsOf(old, key), bitsOf(anew, key)];
    for (const bucket of buckets) {
      const byPlace = before.get(bucket) ?? new Map<number, number>();
      before.set(bucket, byPlace);
      for (const place of wanted) {
        const bits = after.get(bucket)?.get(place) ?? 0;
        if (bits === 0) byPlace.delete(place);
        else byPlace.set(place, bits);
      }
    }
    return packCoverage(key, before);
  });
}

function bitsOf(sheets: readonly CoverageSheet[], key: string): SpokenBits {
  const byBucket: SpokenBits = new Map();
  const sheet = sheets.find((one) => one.key === key);
  sheet?.buckets.forEach((bucket, i) => {
    const byPlace = new Map<number, number>();
    for (let at = sheet.first[i] ?? 0; at < (sheet.first[i + 1] ?? 0); at++)
      byPlace.set(sheet.place[at] ?? 0, sheet.bits[at] ?? 0);
    byBucket.set(bucket, byPlace);
  });
  return byBucket;
}
