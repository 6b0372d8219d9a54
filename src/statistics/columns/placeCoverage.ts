import type { Span } from '../resolved';
import { bucketNumber } from './bucketNumber';
import { monthsOfBits, ownBit, withinBit, type CoverageSheet } from './coverageSheet';
import type { PlaceOrder } from './placeOrder';

/** What coverage says of every place in one bucket, by number of the place. */
export interface PlaceCoverage {
  /** 1 where a place's own reports speak. */
  own: Uint8Array;
  /** 1 where those of a place below it do. */
  below: Uint8Array;
  /** 1 where a place is the sum of its children. */
  sum: Uint8Array;
  /** 1 where a report covers a flow that nobody names: 未提及. */
  covered: Uint8Array;
  /** Numbers of those places. */
  coveredPlaces: Uint32Array;
  /** Months that the covering reports cover. */
  months: Uint16Array;
  /** Depth of the highest place that sums down to a place. */
  top: Uint8Array;
}

/** What coverage says, by bucket id. */
export type KnownCoverage = ReadonlyMap<string, PlaceCoverage>;

/** Works coverage out bucket by bucket, each once; remembers it in `known`. */
export function placeCoverage(
  sheets: readonly CoverageSheet[],
  order: PlaceOrder,
  known = new Map<string, PlaceCoverage>(),
): (span: Span) => PlaceCoverage {
  const byKey = new Map(sheets.map((sheet) => [sheet.key, sheet]));
  return (span) => {
    const found = known.get(span.id);
    if (found) return found;
    const sheet = byKey.get(span.granularity ?? span.id);
    const made = derive(columnOf(sheet, span, order.codes.length), sheet?.key ?? '', order);
    known.set(span.id, made);
    return made;
  };
}

function columnOf(sheet: CoverageSheet | undefined, span: Span, places: number): Uint16Array {
  const number = span.granularity === null ? 0 : bucketNumber(span.granularity, span.id);
  const index = sheet ? sheet.buckets.indexOf(number) : -1;
  if (!sheet || index < 0) return new Uint16Array(places);
  return sheet.bits.subarray(index * sheet.places, (index + 1) * sheet.places);
}

function derive(bits: Uint16Array, key: string, { codes, parent, depth }: PlaceOrder): PlaceCoverage {
  const count = codes.length;
  const column = () => new Uint8Array(count);
  const [own, below, sum, covered, top] = [column(), column(), column(), column(), column()];
  const [months, most] = [new Uint16Array(count), new Uint16Array(count)];
  // Children come after their parents, so backwards each place is done before what it lies in.
  for (let at = count - 1; at >= 0; at--) {
    const found = bits[at] ?? 0;
    if ((found & ownBit) !== 0) own[at] = 1;
    sum[at] = own[at] === 0 && below[at] === 1 ? 1 : 0;
    const isWithin = (found & withinBit) !== 0;
    const reported = isWithin ? monthsOfBits(key, found) : 0;
    months[at] = isWithin ? reported : (most[at] ?? 0);
    if (sum[at] === 0) covered[at] = isWithin ? 1 : 0;
    const above = parent[at] ?? -1;
    if (above < 0) continue;
    if (own[at] === 1 || below[at] === 1) below[above] = 1;
    if (covered[at] === 1) covered[above] = 1;
    most[above] = Math.max(most[above] ?? 0, reported, most[at] ?? 0);
  }
  for (let at = 0; at < count; at++) {
    const above = parent[at] ?? -1;
    top[at] = above >= 0 && sum[above] === 1 ? (top[above] ?? 0) : (depth[at] ?? 0);
  }
  const coveredPlaces = Uint32Array.from(covered.keys()).filter((at) => covered[at] === 1);
  return { own, below, sum, covered, coveredPlaces, months, top };
}
