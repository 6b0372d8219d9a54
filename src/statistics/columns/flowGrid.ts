import { categoryCodes } from '../../model/categories';
import { measures } from '../../model/measures';
import { defaultUnit, type Scope } from '../cell';
import { cellStates, type Cells, type Grid } from '../query';
import type { Resolved } from '../resolved';
import { totalKey } from '../scopes';
import { unshifted } from './exactAmount';
import { firstFrom } from './firstFrom';
import type { FlowLine } from './flowCells';
import { flowReading, type What } from './flowReading';
import type { Flows, OpenSheet } from './flows';
import { several } from './flowSheet';
import { emptyCells } from './grid';
import type { Room } from './room';
import { addUp, scratchSums, type Sums } from './sums';

const value = cellStates.indexOf('value');
const unmentioned = cellStates.indexOf('unmentioned');

/** Where the numbers of a sheet become cells of a grid. */
export interface Filling {
  grid: Cells;
  open: OpenSheet;
  isSameUnit: boolean;
  /** Number of the subject's unit among the grid's; the empty one follows. */
  base: number;
}

const knownUnits = new WeakMap<Flows['units'], Map<string, string[]>>();

/** Units of grids by number: those of all flows, then a subject's own, then none. The same list crosses only once. */
function unitsFor({ units }: Flows, own: string): string[] {
  const known = knownUnits.get(units) ?? new Map<string, string[]>();
  knownUnits.set(units, known);
  const list = known.get(own) ?? [...units, own, ''];
  known.set(own, list);
  return list;
}

/** How much a grid holds, and where it is made: by itself without a room. */
export interface Size {
  height: number;
  width: number;
  room: Room | undefined;
}

/** Cells of a flow, unreported, with what fills them. */
export function cellsFor(resolved: Resolved, flows: Flows, { subject }: What, { height, width, room }: Size) {
  const base = flows.units.length;
  const grid = emptyCells(height, width, unitsFor(flows, defaultUnit(resolved, subject)), room);
  grid.unit.fill(base);
  return { grid, base, isSameUnit: measures[subject.measure].additivity === 'sameUnit' };
}

/** Writes what some sums hold at `from` into the cell `to`; months are the caller's. */
export function fill({ grid, open, isSameUnit, base }: Filling, to: number, sums: Sums, from: number): void {
  const [counted, unit] = [sums.counted[from] as number, sums.unit[from] as number];
  grid.leftOut[to] = (sums.told[from] as number) - counted;
  if (counted === 0) return;
  const isMixed = isSameUnit && unit === several;
  grid.counted[to] = counted;
  grid.state[to] = value;
  grid.qualifier[to] = sums.qualifier[from] as number;
  grid.unit[to] = unit >= 0 ? unit : isMixed ? base + 1 : base;
  if (!isMixed) grid.value[to] = unshifted(sums.amount[from] as number, sums.big?.[from] ?? null, open.sheet.shift);
}

/** Where reports cover some places together, bucket by bucket of a figure. */
export interface CoveredBuckets {
  /** 1 where one does. */
  isCovered: Uint8Array;
  /** Most months of any place. */
  months: Uint16Array;
}

/** Finds out in which of consecutive buckets reports cover one of some places. */
export function coveredBuckets(flows: Flows, what: What, buckets: readonly string[], scope: Scope): CoveredBuckets {
  const { where } = flowReading(flows, what, buckets, scope);
  const { first, bucket, months: covered } = flows.covered(what.granularity);
  const [isCovered, months] = [new Uint8Array(buckets.length), new Uint16Array(buckets.length)];
  for (const place of where.places) {
    if (place < 0) continue;
    const end = first[place + 1] as number;
    for (let at = firstFrom(bucket, first[place] as number, end, where.from); at < end; at++) {
      const offset = (bucket[at] as number) - where.from;
      if (offset >= where.count) break;
      const found = covered[at] as number;
      if ((found & 1) === 1) isCovered[offset] = 1;
      if (found >> 1 > (months[offset] as number)) months[offset] = found >> 1;
    }
  }
  return { isCovered, months };
}

/** Where a report covers a cell and names no number: 未提及. */
function markCovered(grid: Cells, { isCovered, months }: CoveredBuckets): void {
  for (let at = 0; at < grid.state.length; at++) {
    const b = at % grid.width;
    if (isCovered[b] === 0 || grid.state[at] === value) continue;
    grid.state[at] = unmentioned;
    grid.months[at] = months[b] as number;
  }
}

/** One row: the cells of a flow that was added up, without its first `skipped` buckets. */
export function flowRow(
  resolved: Resolved,
  flows: Flows,
  what: What,
  { reading: { open }, sums }: FlowLine,
  skipped: number,
  covered: CoveredBuckets,
  room: Room,
): Grid {
  const width = covered.months.length;
  const { grid, base, isSameUnit } = cellsFor(resolved, flows, what, { height: 1, width, room });
  if (open && sums) {
    const filling = { grid, open, isSameUnit, base };
    for (let b = 0; b < width; b++) {
      fill(filling, b, sums, skipped + b);
      if (grid.state[b] === value) grid.months[b] = sums.months[skipped + b] as number;
    }
  }
  markCovered(grid, covered);
  return { rows: [totalKey], ...grid };
}

/** A flow by category, one row each. */
export function flowByCategory(
  resolved: Resolved,
  flows: Flows,
  what: What,
  buckets: readonly string[],
  scopes: readonly { key: string; scope: Scope }[],
  covered: CoveredBuckets,
  room: Room,
): Grid {
  const width = buckets.length;
  const { grid, base, isSameUnit } = cellsFor(resolved, flows, what, { height: scopes.length, width, room });
  const places = scopes[0]?.scope.places ?? [];
  const { open, spans, where } = flowReading(flows, what, buckets, { places, categories: [] });
  if (open) {
    const filling = { grid, open, isSameUnit, base };
    const sums = scratchSums(width, categoryCodes.length, open.sheet.big !== null);
    addUp(flows, open, where, spans, sums, 'category');
    scopes.forEach(({ key }, row) => {
      const from = categoryCodes.findIndex((code) => code === key) * width;
      for (let b = 0; b < width; b++) {
        const to = row * width + b;
        fill(filling, to, sums, from + b);
        if (grid.state[to] === value) grid.months[to] = sums.months[from + b] as number;
      }
    });
  }
  markCovered(grid, covered);
  return { rows: scopes.map(({ key }) => key), ...grid };
}
