import { granularities } from '../../model/period';
import { carryCoverage } from './carryCoverage';
import { roomFor } from './column';
import { emptySheet, type CoverageSheet } from './coverageSheet';
import type { PlaceOrder } from './placeOrder';
import type { Touched } from './touched';

/**
 * Takes over from `anew`, which knows all reports of the given places in the touched buckets, what it says of them there;
 * what was worked out of the old sheets goes on.
 * Output: sheets, new ones where something is touched; a span of several years that nobody has spoken about yet gets none.
 */
export function patchCoverage(
  old: readonly CoverageSheet[],
  anew: readonly CoverageSheet[],
  places: Iterable<number>,
  touched: Touched,
  order: PlaceOrder,
): CoverageSheet[] {
  const keys = new Set([...old.map(({ key }) => key), ...anew.map(({ key }) => key)]);
  const wanted = new Set(places);
  return Array.from(keys, (key) => {
    const granularity = granularities.find((one) => one === key);
    const redone = granularity ? touched.buckets[granularity] : new Set(touched.spans.has(key) ? [0] : []);
    const find = (sheets: readonly CoverageSheet[]) => sheets.find((one) => one.key === key) ?? emptySheet(key);
    const before = find(old);
    if (redone.size === 0) return before;
    const after = spliced(before, find(anew), redone, wanted);
    carryCoverage(before, after, { redone, places: wanted }, order);
    return after;
  });
}

/** Who speaks in a bucket. */
interface Speaking {
  bucket: number;
  place: ArrayLike<number>;
  bits: ArrayLike<number>;
}

const silent = { place: [], bits: [] };

/** Who speaks in a bucket that is somewhere in a list; nobody where it is nowhere. */
function spokenAt({ buckets, first, place, bits }: CoverageSheet, bucket: number): Omit<Speaking, 'bucket'> {
  const index = buckets.indexOf(bucket);
  if (index < 0) return silent;
  const [from, to] = [first[index], first[index + 1]];
  return { place: place.subarray(from, to), bits: bits.subarray(from, to) };
}

/** Who speaks in a bucket once some places say there what another sheet knows. */
function respoken(
  before: CoverageSheet,
  after: CoverageSheet,
  bucket: number,
  wanted: ReadonlySet<number>,
): Omit<Speaking, 'bucket'> {
  const pick = (sheet: CoverageSheet, isPicked: (place: number) => boolean) => {
    const { place, bits } = spokenAt(sheet, bucket);
    return Array.from(place, (at, i) => [at, bits[i] ?? 0] as const).filter(([at]) => isPicked(at));
  };
  const spoken = [...pick(before, (at) => !wanted.has(at)), ...pick(after, (at) => wanted.has(at))];
  spoken.sort(([a], [b]) => a - b);
  return { place: spoken.map(([at]) => at), bits: spoken.map(([, bits]) => bits) };
}

/** A sheet with some buckets as another knows them of some places. */
function spliced(
  before: CoverageSheet,
  after: CoverageSheet,
  redone: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
): CoverageSheet {
  const buckets = Int32Array.from(new Set([...before.buckets, ...redone])).sort();
  const speaking = Array.from(buckets, (bucket): Speaking => {
    return { bucket, ...(redone.has(bucket) ? respoken(before, after, bucket, wanted) : spokenAt(before, bucket)) };
  }).filter(({ place }) => place.length > 0);
  const first = new Uint32Array(speaking.length + 1);
  speaking.forEach(({ place }, i) => (first[i + 1] = (first[i] ?? 0) + place.length));
  const count = first.at(-1) ?? 0;
  const more = speaking.flatMap(({ bucket, place }) => (redone.has(bucket) ? Array.from(place) : []));
  const [place, bits] = [roomFor(before.place, more, count), new Uint16Array(count)];
  speaking.forEach((one, i) => {
    place.set(one.place, first[i]);
    bits.set(one.bits, first[i]);
  });
  return { key: before.key, buckets: Int32Array.from(speaking, ({ bucket }) => bucket), first, place, bits };
}
