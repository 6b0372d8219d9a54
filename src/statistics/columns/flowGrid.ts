import { categoryCodes } from '../../model/categories';
import { measures } from '../../model/measures';
import { defaultUnit, type Scope } from '../cell';
import type { Counting } from '../cellAt';
import { cellStates, type Grid } from '../query';
import type { Resolved } from '../resolved';
import { totalKey } from '../scopes';
import { flowReading } from './flowReading';
import type { Flows, OpenSheet } from './flows';
import { nothing, several } from './flowSheet';
import { emptyGrid } from './grid';
import { speakersFor } from './speakers';
import { addUp, emptySums, type Sums } from './sums';
import { unshifted } from './exactAmount';

const value = cellStates.indexOf('value');
const unmentioned = cellStates.indexOf('unmentioned');

export type What = Pick<Counting, 'subject' | 'granularity'>;

/** Where the numbers of a sheet become cells of a grid. */
export interface Filling {
  grid: Grid;
  open: OpenSheet;
  isSameUnit: boolean;
  /** Number of the subject's unit among the grid's; the empty one follows. */
  base: number;
}

/** A grid of a flow, its cells unreported, with what fills it. */
export function gridFor(resolved: Resolved, flows: Flows, { subject }: What, rows: string[], width: number) {
  const base = flows.units.length;
  const grid = emptyGrid(rows, width, [...flows.units, defaultUnit(resolved, subject), '']);
  grid.unit.fill(base);
  return { grid, base, isSameUnit: measures[subject.measure].additivity === 'sameUnit' };
}

/** Writes what some sums hold at `from` into the cell `to`; months are the caller's. */
export function fill({ grid, open, isSameUnit, base }: Filling, to: number, sums: Sums, from: number): void {
  const counted = sums.counted[from] ?? 0;
  grid.leftOut[to] = (sums.told[from] ?? 0) - counted;
  if (counted === 0) return;
  const unit = sums.unit[from] ?? nothing;
  const isMixed = isSameUnit && unit === several;
  grid.counted[to] = counted;
  grid.state[to] = value;
  grid.qualifier[to] = sums.qualifier[from] ?? 0;
  grid.unit[to] = unit >= 0 ? unit : isMixed ? base + 1 : base;
  if (!isMixed) grid.value[to] = unshifted(sums.amount[from] ?? 0, sums.big?.[from] ?? null, open.sheet.shift);
}

/** Where a report covers a cell and names no number: 未提及. */
function markCovered(grid: Grid, to: number, { covered, months }: { covered: boolean; months: number }): void {
  if (!covered || grid.state[to] === value) return;
  grid.state[to] = unmentioned;
  grid.months[to] = months;
}

/** One row: the cells of a flow for one scope. */
export function flowRow(resolved: Resolved, flows: Flows, what: What, buckets: readonly string[], scope: Scope): Grid {
  const { grid, base, isSameUnit } = gridFor(resolved, flows, what, [totalKey], buckets.length);
  const { open, spans, where } = flowReading(flows, what, buckets, scope);
  if (open) {
    const sums = emptySums(spans.length, 1, open.sheet.big !== null);
    addUp(flows, open, where, spans, sums);
    for (let b = 0; b < spans.length; b++) {
      fill({ grid, open, isSameUnit, base }, b, sums, b);
      if (grid.state[b] === value) grid.months[b] = sums.months[b] ?? 0;
    }
  }
  const speakers = speakersFor(resolved, flows, scope.places);
  spans.forEach((span, b) => markCovered(grid, b, speakers(span)));
  return grid;
}

/** A flow by category, one row each. */
export function flowByCategory(
  resolved: Resolved,
  flows: Flows,
  what: What,
  buckets: readonly string[],
  scopes: readonly { key: string; scope: Scope }[],
): Grid {
  const { grid, base, isSameUnit } = gridFor(
    resolved,
    flows,
    what,
    scopes.map(({ key }) => key),
    buckets.length,
  );
  const places = scopes[0]?.scope.places ?? [];
  const { open, spans, where } = flowReading(flows, what, buckets, { places, categories: [] });
  const width = spans.length;
  if (open) {
    const sums = emptySums(width, categoryCodes.length, open.sheet.big !== null);
    addUp(flows, open, where, spans, sums, 'category');
    scopes.forEach(({ key }, row) => {
      const from = categoryCodes.findIndex((code) => code === key) * width;
      for (let b = 0; b < width; b++) {
        fill({ grid, open, isSameUnit, base }, row * width + b, sums, from + b);
        if (grid.state[row * width + b] === value) grid.months[row * width + b] = sums.months[from + b] ?? 0;
      }
    });
  }
  const speakers = speakersFor(resolved, flows, places);
  spans.forEach((span, b) => {
    const found = speakers(span);
    for (let row = 0; row < scopes.length; row++) markCovered(grid, row * width + b, found);
  });
  return grid;
}
