import { categoryCodes } from '../../model/categories';
import { bucketMonths, shiftBucket, type Granularity } from '../../model/period';
import { figureBuckets } from '../buckets';
import { makeTotal, type Made, type Scope } from '../cell';
import { cellsAt, flowsFor, requireSubject, type Counting } from '../cellAt';
import { bucketNumber } from '../columns/bucketNumber';
import { packCodes } from '../columns/codeText';
import { flowByPlace } from '../columns/flowByPlace';
import { flowLine } from '../columns/flowCells';
import { coveredBuckets, flowByCategory, flowRow, type CoveredBuckets } from '../columns/flowGrid';
import type { Flows } from '../columns/flows';
import { bytesOfCells, packCells, packCoverageOf } from '../columns/grid';
import { Room } from '../columns/room';
import { scratchSums } from '../columns/sums';
import { cellStates, type Grid, type Queries } from '../query';
import { restrictTo } from '../resolveDataset';
import type { Resolved } from '../resolved';
import { areasShown, scopesOf, totalKey, totalScope } from '../scopes';
import { headline } from './tiles';

type Question = Queries['refresh'];
type Tile = Question['answer']['tiles'][number];

/** What all parts of a refresh have in common. */
interface Refreshing {
  resolved: Resolved;
  filter: Question['request']['filter'];
  buckets: readonly string[];
  whole: Scope;
  /** Where the whole is covered, worked out for all flows once. */
  covered: (flows: Flows, what: Counting) => CoveredBuckets;
  /** Where its grids are made. */
  room: Room;
}

/** All that a dashboard shows under one filter; each part is what `tiles` and `series` say, the bulk of it as grids. */
export function refresh(data: Resolved, { filter, subjects, subject: code }: Question['request']): Question['answer'] {
  const resolved = restrictTo(data, filter.reports);
  const buckets = figureBuckets(resolved, filter);
  const whole = totalScope(resolved, filter);
  let known: CoveredBuckets | null = null;
  const covered = (flows: Flows, what: Counting) => (known ??= coveredBuckets(flows, what, buckets, whole));
  const room = new Room(bytesOfRefresh(filter, buckets.length, subjects.length));
  const refreshing: Refreshing = { resolved, filter, buckets, whole, covered, room };
  const counting = (of: string): Counting => ({
    ...{ subject: requireSubject(resolved, of), status: 'actual', granularity: filter.granularity },
  });
  const lines = subjects.map((of) => lineOf(refreshing, counting(of)));
  const what = counting(code);
  return {
    tiles: lines.map(({ tile }) => tile),
    buckets: [...buckets],
    sparklines: lines.map(({ row }) => row),
    subject: what.subject,
    overall: lines[subjects.indexOf(code)]?.row ?? lineOf(refreshing, what).row,
    byCategory: byCategory(refreshing, what),
    ...byPlace(refreshing, what),
  };
}

/** Bytes of the grids: of each subject a row, and of one a row a category. */
function bytesOfRefresh({ categories }: Refreshing['filter'], buckets: number, subjects: number): number {
  const rows = subjects + 1 + (categories.length === 0 ? categoryCodes.length : categories.length);
  return bytesOfCells(rows * buckets);
}

const latestValue = ({ state }: Grid) => state.lastIndexOf(cellStates.indexOf('value'));

/** One subject unsplit: its row, and its headline. */
function lineOf(refreshing: Refreshing, what: Counting): { row: Grid; tile: Tile } {
  const { resolved, buckets, whole, covered, room } = refreshing;
  const flows = flowsFor(resolved, what);
  if (!flows) {
    const row = { rows: [totalKey], ...packCells(1, buckets.length, cellsOf(cellsAt(resolved, what, buckets, whole))) };
    return { row, tile: headline(resolved, what, whole, buckets[latestValue(row)]) };
  }
  // What a headline is compared with lies up to a year before it: added up in the same pass.
  const longer = withYearBefore(buckets, what.granularity);
  const line = flowLine(resolved, flows, what, longer, whole, scratchSums);
  const row = flowRow(resolved, flows, what, line, longer.length - buckets.length, covered(flows, what), room);
  const at = (id: string, size: Granularity): Made | null => {
    const index = size === what.granularity ? bucketNumber(size, id) - line.reading.where.from : -1;
    return index >= 0 && index < longer.length ? line.made(index) : null;
  };
  return { row, tile: headline(resolved, what, whole, buckets[latestValue(row)], at) };
}

const longerLists = new WeakMap<readonly string[], readonly string[]>();

/** The same buckets after those of a year, as far as there are any; remembered by list. */
function withYearBefore(buckets: readonly string[], granularity: Granularity): readonly string[] {
  const known = longerLists.get(buckets);
  if (known) return known;
  const earlier: string[] = [];
  for (let id = buckets[0] ?? null; id !== null && earlier.length < 12 / bucketMonths[granularity];) {
    id = shiftBucket(id, -1);
    if (id !== null) earlier.unshift(id);
  }
  const longer = [...earlier, ...buckets];
  longerLists.set(buckets, longer);
  return longer;
}

const cellsOf = (made: readonly Made[]) => made.map(({ cell }) => cell);

function byCategory({ resolved, filter, buckets, covered, room }: Refreshing, what: Counting): Grid {
  const scopes = scopesOf(resolved, filter, 'category');
  const flows = flowsFor(resolved, what);
  if (flows) return flowByCategory(resolved, flows, what, buckets, scopes, covered(flows, what), room);
  const cells = scopes.flatMap(({ scope }) => cellsOf(cellsAt(resolved, what, buckets, scope)));
  return { rows: scopes.map(({ key }) => key), ...packCells(scopes.length, buckets.length, cells) };
}

const packedCodes = new WeakMap<readonly string[], Uint8Array<ArrayBuffer>>();

/** Codes of some places as bytes of their own; those of all are packed once a list. */
function codesOf(places: readonly string[], shown: readonly number[]): Uint8Array<ArrayBuffer> {
  if (shown.length < places.length) return packCodes(shown.map((row) => places[row] ?? ''));
  const packed = packedCodes.get(places) ?? packCodes(places);
  packedCodes.set(places, packed);
  return packed.slice();
}

function byPlace(
  { resolved, filter, buckets }: Refreshing,
  what: Counting,
): Pick<Question['answer'], 'places' | 'byArea' | 'coverage'> {
  const flows = flowsFor(resolved, what);
  const places = areasShown(resolved, filter);
  const { categories } = filter;
  if (flows) {
    const { shown, totals, coverage } = flowByPlace(resolved, flows, what, buckets, { places, categories });
    return { places: codesOf(places, shown), byArea: totals, coverage };
  }
  const known = places.flatMap((place, row) => {
    const scope: Scope = { places: [place], categories };
    const made = cellsAt(resolved, what, buckets, scope);
    const total = makeTotal(resolved, what.subject, made, scope.places);
    const isKnown = total.cell.leftOut > 0 || made.some(({ cell }) => cell.state !== 'unreported');
    return isKnown ? { row, made, total } : [];
  });
  return {
    places: codesOf(
      places,
      known.map(({ row }) => row),
    ),
    byArea: packCells(known.length, 1, cellsOf(known.map(({ total }) => total))),
    coverage: packCoverageOf(
      known.length,
      buckets.length,
      known.flatMap(({ made }) => cellsOf(made)),
    ),
  };
}
