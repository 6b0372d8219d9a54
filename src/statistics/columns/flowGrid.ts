import { categoryCodes } from '../../model/categories';
import { measures } from '../../model/measures';
import { spanOf } from '../buckets';
import { defaultUnit, type Scope } from '../cell';
import type { Counting } from '../cellAt';
import { exactSum } from '../exactSum';
import { cellStates, type Grid, type Split } from '../query';
import type { Resolved } from '../resolved';
import { bucketNumber } from './bucketNumber';
import { coveredPlaces } from './coveredPlaces';
import { categoryBits } from './flowCells';
import type { Flows } from './flows';
import type { FlowSheet } from './flowSheet';
import { emptyGrid } from './grid';
import { scan, type Scan } from './scan';

const value = cellStates.indexOf('value');
const unmentioned = cellStates.indexOf('unmentioned');

interface Figure {
  /** Consecutive, of the counting's granularity. */
  buckets: readonly string[];
  scopes: readonly { key: string; scope: Scope }[];
  by: Exclude<Split, 'none'>;
}

/** The cells of a split flow, in one pass over its columns; places of a split by area may lie within one another. */
export function flowGrid(resolved: Resolved, flows: Flows, counting: Counting, figure: Figure): Grid {
  const { buckets, scopes, by } = figure;
  const [first] = buckets;
  const { subject, granularity } = counting;
  const base = defaultUnit(resolved, subject);
  const grid = emptyGrid(
    scopes.map(({ key }) => key),
    buckets.length,
    [...flows.units, base, ''],
  );
  grid.unit.fill(flows.units.length);
  const [scope] = scopes;
  if (first === undefined || !scope) return grid;
  const places = by === 'area' ? scopes.flatMap((one) => one.scope.places) : scope.scope.places;
  const numbers = places.map((place) => flows.order.numberOf.get(place) ?? -1);
  markCovered(resolved, flows, grid, { ...figure, numbers });
  const sheet = flows.sheet(subject.code, granularity);
  if (!sheet) return grid;
  const categories = by === 'area' ? categoryBits(scope.scope) : bitsOf(scopes.map(({ key }) => key));
  const where = { places: numbers, categories, from: bucketNumber(sheet, first), count: buckets.length };
  const found = scan(flows, sheet, where, by === 'area' ? 'place' : 'category');
  const isSameUnit = measures[subject.measure].additivity === 'sameUnit';
  const rowOf = (row: number) => (by === 'area' ? row : categoryCodes.findIndex((code) => code === grid.rows[row]));
  grid.rows.forEach((_, row) =>
    fillRow(grid, found, sheet, { row, from: rowOf(row), isSameUnit, known: flows.units.length }),
  );
  return grid;
}

const bitsOf = (keys: readonly string[]) =>
  categoryCodes.reduce((bits, code, i) => (keys.includes(code) ? bits | (1 << i) : bits), 0);

interface Row {
  row: number;
  /** Its number in the scan. */
  from: number;
  isSameUnit: boolean;
  /** Number of the subject's unit among the grid's; the empty one follows. */
  known: number;
}

function fillRow(grid: Grid, found: Scan, sheet: FlowSheet, { row, from, isSameUnit, known }: Row): void {
  for (let b = 0; b < grid.width; b++) {
    const [to, at] = [row * grid.width + b, from * grid.width + b];
    grid.leftOut[to] = found.left[at] ?? 0;
    const counted = found.counted[at] ?? 0;
    if (counted === 0) continue;
    const unit = found.unit[at] ?? -1;
    const isMixed = unit < 0 && isSameUnit;
    grid.counted[to] = counted;
    grid.state[to] = value;
    grid.qualifier[to] = found.qualifier[at] ?? 0;
    grid.months[to] = found.months[at] ?? 0;
    grid.unit[to] = unit >= 0 ? unit : isMixed ? known + 1 : known;
    if (isMixed) continue;
    grid.value[to] =
      sheet.shift === null ? exactSum(found.values.get(at) ?? []) : (found.amount[at] ?? 0) / 10 ** sheet.shift;
  }
}

/** Where a report covers a cell: 未提及 until a number is found. */
function markCovered(
  resolved: Resolved,
  flows: Flows,
  grid: Grid,
  figure: Figure & { numbers: readonly number[] },
): void {
  const { buckets, scopes, by, numbers } = figure;
  buckets.forEach((id, b) => {
    const { covered, silent } = coveredPlaces(resolved, flows, spanOf(id));
    const whole = by === 'area' ? null : numbers;
    for (let row = 0; row < scopes.length; row++) {
      const i = row * grid.width + b;
      const place = numbers[row] ?? -1;
      if (whole ? !whole.some((one) => covered[one] === 1) : covered[place] !== 1) continue;
      grid.state[i] = unmentioned;
      grid.months[i] = whole ? whole.reduce((most, one) => Math.max(most, silent[one] ?? 0), 0) : (silent[place] ?? 0);
    }
  });
}
