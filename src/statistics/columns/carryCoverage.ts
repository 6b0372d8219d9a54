import type { Covered, CoverageSheet, DerivedCoverage } from './coverageSheet';
import { firstFrom } from './firstFrom';
import { derive, deriveOnce, keepDerived, widthFor } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';

/** Where a sheet may differ from the one before: what some places themselves say in some buckets. */
interface Difference {
  redone: Iterable<number>;
  places: Iterable<number>;
}

/**
 * Works a sheet out from the one before it, anew only where they differ; what is worked out of that serves again, also when
 * the change was only a rehearsal.
 */
export function carryCoverage(
  before: CoverageSheet,
  after: CoverageSheet,
  difference: Difference,
  order: PlaceOrder,
): void {
  const derived = deriveOnce(before, order);
  const { covered } = derived;
  const { flags, width } = inBuckets(derived, before.buckets, after.buckets, order.codes.length);
  const anew = [...difference.redone].sort((a, b) => a - b).map((bucket) => deriveBucket(after, bucket, order));
  const changes: Change[] = [];
  for (const place of withThoseAbove(difference.places, order)) {
    for (const { bucket, index, made } of anew) {
      if (made) flags[place * width + index] = made.flags[place * made.width] as number;
      const months = made && monthsAt(made.covered, place);
      changes.push({ place, bucket, ...placeIn(covered, place, bucket), months });
    }
  }
  keepDerived(after, { flags, width, covered: changedCovered(covered, changes) });
}

/** Flags of all places in some buckets as they are in others; none in a bucket that is new. */
function inBuckets(
  { flags: old, width: oldWidth }: Pick<DerivedCoverage, 'flags' | 'width'>,
  before: Int32Array,
  after: Int32Array,
  places: number,
): Pick<DerivedCoverage, 'flags' | 'width'> {
  // Mostly a new bucket is the newest.
  const isContinued = after.length <= oldWidth && before.every((bucket, index) => bucket === after[index]);
  if (isContinued) return { flags: old.slice(), width: oldWidth };
  const width = widthFor(after.length);
  const flags = new Uint8Array(places * width);
  after.forEach((bucket, index) => {
    const from = before.indexOf(bucket);
    if (from < 0) return;
    for (let place = 0; place < places; place++) flags[place * width + index] = old[place * oldWidth + from] as number;
  });
  return { flags, width };
}

/** What reports cover at a place in a bucket now, in place of what they did. */
interface Change {
  place: number;
  /** Where it stands, and how many stood there. */
  at: number;
  removed: 0 | 1;
  bucket: number;
  /** As in `Covered`; null of nothing. */
  months: number | null;
}

/** One bucket of a sheet, worked out by itself; null where nobody speaks in it. */
function deriveBucket(sheet: CoverageSheet, bucket: number, order: PlaceOrder) {
  const index = sheet.buckets.indexOf(bucket);
  if (index < 0) return { bucket, index, made: null };
  const first = sheet.first.slice(index, index + 2);
  return { bucket, index, made: derive({ ...sheet, buckets: Int32Array.of(bucket), first }, order) };
}

/** Only they can be told otherwise by what some places say: their numbers, rising. */
function withThoseAbove(places: Iterable<number>, { parent }: PlaceOrder): number[] {
  const found = new Set<number>();
  for (const place of places) for (let at = place; at >= 0; at = parent[at] ?? -1) found.add(at);
  return [...found].sort((a, b) => a - b);
}

function placeIn({ first, bucket }: Covered, place: number, wanted: number): Pick<Change, 'at' | 'removed'> {
  const end = first[place + 1] ?? 0;
  const at = firstFrom(bucket, first[place] ?? 0, end, wanted);
  return { at, removed: at < end && bucket[at] === wanted ? 1 : 0 };
}

/** The months of a place where there is one bucket. */
function monthsAt({ first, months }: Covered, place: number): number | null {
  const at = first[place] ?? 0;
  return at < (first[place + 1] ?? 0) ? (months[at] ?? null) : null;
}

/** What is covered after some changes, which are in order. */
function changedCovered(covered: Covered, changes: readonly Change[]): Covered {
  const first = covered.first.slice();
  let [moved, next] = [0, 0];
  for (const { place, removed, months } of changes) {
    for (; next <= place; next++) first[next] = (first[next] as number) + moved;
    moved += (months === null ? 0 : 1) - removed;
  }
  for (; next < first.length; next++) first[next] = (first[next] as number) + moved;
  const count = covered.bucket.length + moved;
  const bucket = spliced(covered.bucket, new Int32Array(count), changes, (change) => change.bucket);
  const months = spliced(covered.months, new Uint16Array(count), changes, (change) => change.months ?? 0);
  return { first, bucket, months };
}

/** Copies a column with some changes. */
function spliced<T extends Int32Array | Uint16Array>(
  column: T,
  made: T,
  changes: readonly Change[],
  numberOf: (change: Change) => number,
): T {
  let [from, to] = [0, 0];
  for (const change of changes) {
    made.set(column.subarray(from, change.at), to);
    to += change.at - from;
    if (change.months !== null) made[to++] = numberOf(change);
    from = change.at + change.removed;
  }
  made.set(column.subarray(from), to);
  return made;
}
