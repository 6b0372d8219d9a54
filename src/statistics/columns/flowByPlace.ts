import type { Category } from '../../model/categories';
import { cellStates, coverageStates, type Cells, type Coverage } from '../query';
import type { Resolved } from '../resolved';
import { flowDownPlaces } from './flowDownPlaces';
import { cellsFor, fill, type Filling } from './flowGrid';
import { flowReading, type Reading, type What } from './flowReading';
import type { Flows } from './flows';
import type { Leaves } from './flowSheet';
import { bytesOfCells } from './grid';
import type { Covered } from './coverageSheet';
import { emptyRows, knownRows, type PlaceRows } from './placeRows';
import { Room } from './room';
import { leavesFor } from './sums';

const isUnmentioned = coverageStates.indexOf('unmentioned');
const [hasValue, unmentioned] = [cellStates.indexOf('value'), cellStates.indexOf('unmentioned')];

/** A figure by place, of those places alone of which anything is known. */
export interface ByPlace {
  /** Which of the places they are, in order. */
  shown: number[];
  /** Over all buckets together. */
  totals: Cells;
  /** What is known of each bucket. */
  coverage: Coverage;
}

/** What a figure by place is made from. */
export interface ByPlaceSources {
  flows: Flows;
  reading: Reading;
  covered: Covered;
  /** Null where nothing is said. */
  leaves: Leaves | null;
  /** Numbers of the places, by row; -1 of unknown ones. */
  numbers: readonly number[];
}

/** A flow by place. */
export function flowByPlace(
  resolved: Resolved,
  flows: Flows,
  what: What,
  buckets: readonly string[],
  { places, categories }: { places: readonly string[]; categories: readonly Category[] },
): ByPlace {
  const reading = flowReading(flows, what, buckets, { places: [], categories });
  const { open, where } = reading;
  const sources: ByPlaceSources = {
    ...{ flows, reading, covered: flows.covered(what.granularity) },
    ...{ leaves: open && leavesFor(open, where), numbers: flows.numbersOf(places) },
  };
  const rows = emptyRows(places.length, open?.sheet.big != null);
  flowDownPlaces(sources, rows);
  const { told } = rows;
  const shown = knownRows(rows);
  const room = new Room(bytesOfCells(shown.length) + told.bytes(shown.length));
  const { grid, ...how } = cellsFor(resolved, flows, what, { height: shown.length, width: 1, room });
  fillShown(shown, rows, grid, open && { grid, open, ...how });
  return { shown, totals: grid, coverage: told.finish(buckets.length, shown, room) };
}

/** Writes rows into the cells of those that are shown. */
function fillShown(
  shown: readonly number[],
  { sums, told: { rows } }: PlaceRows,
  grid: Cells,
  filling: Filling | null,
): void {
  const { months, state } = rows;
  for (let i = 0; i < shown.length; i++) {
    const row = shown[i] as number;
    if (filling && sums.told[row] !== 0) fill(filling, i, sums, row);
    if (state[row] === isUnmentioned && grid.state[i] !== hasValue) grid.state[i] = unmentioned;
    grid.months[i] = months[row] as number;
  }
}
