import { granularities } from '../../model/period';
import type { CoverageSheet } from './coverageSheet';
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
  placeCount: number,
): CoverageSheet[] {
  const keys = new Set([...old.map(({ key }) => key), ...anew.map(({ key }) => key)]);
  const wanted = [...places];
  return Array.from(keys, (key) => {
    const granularity = granularities.find((one) => one === key);
    const buckets = granularity ? touched.buckets[granularity] : new Set(touched.spans.has(key) ? [0] : []);
    const [before, after] = [columnsOf(old, key), columnsOf(anew, key)];
    for (const bucket of buckets) {
      const column = new Uint16Array(placeCount);
      column.set(before.get(bucket) ?? []);
      for (const place of wanted) column[place] = after.get(bucket)?.[place] ?? 0;
      before.set(bucket, column);
    }
    return packed(key, before, placeCount);
  });
}

function columnsOf(sheets: readonly CoverageSheet[], key: string): Map<number, Uint16Array> {
  const sheet = sheets.find((one) => one.key === key);
  const columns = Array.from(sheet?.buckets ?? [], (bucket, i): [number, Uint16Array] => [
    bucket,
    (sheet?.bits ?? new Uint16Array()).subarray(i * (sheet?.places ?? 0), (i + 1) * (sheet?.places ?? 0)),
  ]);
  return new Map(columns);
}

function packed(key: string, columns: ReadonlyMap<number, Uint16Array>, places: number): CoverageSheet {
  const spoken = [...columns].filter(([, column]) => column.some((bits) => bits !== 0));
  const buckets = Int32Array.from(spoken, ([bucket]) => bucket).sort();
  const bits = new Uint16Array(buckets.length * places);
  buckets.forEach((bucket, i) => bits.set(columns.get(bucket) ?? [], i * places));
  return { key, places, buckets, bits };
}
