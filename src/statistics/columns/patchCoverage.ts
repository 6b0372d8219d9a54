import { granularities } from '../../model/period';
import { wholes } from './column';
import type { CoverageSheet } from './coverageSheet';
import type { Touched } from './touched';

/**
 * Takes over from `anew`, which knows all reports of the given places in the touched buckets, what it says of them there.
 * Output: sheets, new ones where something is touched; a span of several years that nobody has spoken about yet gets none.
 */
export function patchCoverage(
  old: readonly CoverageSheet[],
  anew: readonly CoverageSheet[],
  places: Iterable<number>,
  touched: Touched,
): CoverageSheet[] {
  const keys = new Set([...old.map(({ key }) => key), ...anew.map(({ key }) => key)]);
  const wanted = new Set(places);
  return Array.from(keys, (key) => {
    const granularity = granularities.find((one) => one === key);
    const redone = granularity ? touched.buckets[granularity] : new Set(touched.spans.has(key) ? [0] : []);
    const find = (sheets: readonly CoverageSheet[]) => sheets.find((one) => one.key === key) ?? nobody(key);
    const before = find(old);
    return redone.size === 0 ? before : spliced(before, find(anew), redone, wanted);
  });
}

const nobody = (key: string): CoverageSheet => ({
  ...{ key, buckets: new Int32Array(), first: new Uint32Array(1), place: new Uint16Array(), bits: new Uint16Array() },
});

/** Places with their bits. */
type Spoken = [place: number, bits: number][];

function spokenIn({ buckets, first, place, bits }: CoverageSheet, bucket: number): Spoken {
  const index = buckets.indexOf(bucket);
  const spoken: Spoken = [];
  for (let at = first[index] ?? 0; index >= 0 && at < (first[index + 1] ?? 0); at++)
    spoken.push([place[at] ?? 0, bits[at] ?? 0]);
  return spoken;
}

/** A sheet with some buckets as another knows them of some places. */
function spliced(
  before: CoverageSheet,
  after: CoverageSheet,
  redone: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
): CoverageSheet {
  const made = { buckets: [] as number[], first: [0], place: [] as number[], bits: [] as number[] };
  for (const bucket of Int32Array.from(new Set([...before.buckets, ...redone])).sort()) {
    let spoken = spokenIn(before, bucket);
    if (redone.has(bucket)) {
      const kept = spoken.filter(([place]) => !wanted.has(place));
      const added = spokenIn(after, bucket).filter(([place]) => wanted.has(place));
      spoken = [...kept, ...added].sort(([a], [b]) => a - b);
    }
    if (spoken.length === 0) continue;
    made.buckets.push(bucket);
    for (const [place, bits] of spoken) {
      made.place.push(place);
      made.bits.push(bits);
    }
    made.first.push(made.place.length);
  }
  return {
    key: before.key,
    buckets: Int32Array.from(made.buckets),
    first: Uint32Array.from(made.first),
    place: wholes(made.place.length, (at) => made.place[at] ?? 0),
    bits: Uint16Array.from(made.bits),
  };
}
