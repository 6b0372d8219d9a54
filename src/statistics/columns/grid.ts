import { qualifiers } from '../../model/qualifier';
import { cellStates, type Cell, type Grid } from '../query';

/** A grid of so many cells, all unreported. */
export function emptyGrid(rows: string[], width: number, units: string[]): Grid {
  const size = rows.length * width;
  return {
    rows,
    width,
    value: new Float64Array(size).fill(NaN),
    state: new Uint8Array(size).fill(cellStates.indexOf('unreported')),
    qualifier: new Uint8Array(size),
    unit: new Uint16Array(size),
    units,
    months: new Uint16Array(size),
    counted: new Uint32Array(size),
    leftOut: new Uint32Array(size),
  };
}

/** Packs cells that are given row by row. */
export function gridOfCells(rows: string[], width: number, cells: readonly Cell[]): Grid {
  const units = [...new Set(cells.map(({ unit }) => unit))];
  const grid = emptyGrid(rows, width, units);
  cells.forEach((cell, i) => {
    grid.value[i] = cell.value ?? NaN;
    grid.state[i] = cellStates.indexOf(cell.state);
    grid.qualifier[i] = qualifiers.indexOf(cell.qualifier);
    grid.unit[i] = units.indexOf(cell.unit);
    grid.months[i] = cell.months.covered;
    grid.counted[i] = cell.counted;
    grid.leftOut[i] = cell.leftOut;
  });
  return grid;
}

type GridCell = Pick<Cell, 'state' | 'value' | 'qualifier' | 'unit' | 'counted' | 'leftOut'> & { months: number };

/** One cell of a grid, by the number of its row and of its bucket. A value that is null though the state is `value` has mixed units, or is a rate that does not add up. */
export function readGrid(grid: Grid, row: number, bucket: number): GridCell {
  const i = row * grid.width + bucket;
  const value = grid.value[i] ?? NaN;
  return {
    state: cellStates[grid.state[i] ?? -1] ?? 'unreported',
    value: Number.isNaN(value) ? null : value,
    qualifier: qualifiers[grid.qualifier[i] ?? 0] ?? 'exact',
    unit: grid.units[grid.unit[i] ?? 0] ?? '',
    months: grid.months[i] ?? 0,
    counted: grid.counted[i] ?? 0,
    leftOut: grid.leftOut[i] ?? 0,
  };
}
