import { qualifiers } from '../../model/qualifier';
import { cellStates, coverageStates, type Cell, type Cells, type Coverage } from '../query';
import { Room } from './room';

const cellBytes = 22;

/** Bytes that so many cells take in a room, of however many grids up to ten. */
export const bytesOfCells = (cells: number) => cells * cellBytes + 80;

/** Cells that are all unreported. */
export function emptyCells(height: number, width: number, units: string[], room?: Room): Cells {
  const size = height * width;
  const { buffer, at } = (room ?? new Room(size * cellBytes)).take(size * cellBytes);
  // Wide columns first, so that each is aligned.
  return {
    width,
    value: new Float64Array(buffer, at, size).fill(NaN),
    counted: new Uint32Array(buffer, at + size * 8, size),
    leftOut: new Uint32Array(buffer, at + size * 12, size),
    unit: new Uint16Array(buffer, at + size * 16, size),
    months: new Uint16Array(buffer, at + size * 18, size),
    state: new Uint8Array(buffer, at + size * 20, size).fill(cellStates.indexOf('unreported')),
    qualifier: new Uint8Array(buffer, at + size * 21, size),
    units,
  };
}

/** Packs cells that are given row by row. */
export function packCells(height: number, width: number, cells: readonly Cell[]): Cells {
  const units = [...new Set(cells.map(({ unit }) => unit))];
  const packed = emptyCells(height, width, units);
  cells.forEach((cell, i) => {
    packed.value[i] = cell.value ?? NaN;
    packed.state[i] = cellStates.indexOf(cell.state);
    packed.qualifier[i] = qualifiers.indexOf(cell.qualifier);
    packed.unit[i] = units.indexOf(cell.unit);
    packed.months[i] = cell.months.covered;
    packed.counted[i] = cell.counted;
    packed.leftOut[i] = cell.leftOut;
  });
  return packed;
}

type GridCell = Pick<Cell, 'state' | 'value' | 'qualifier' | 'unit' | 'counted' | 'leftOut'> & { months: number };

/** One cell of a grid, by the number of its row and of its bucket. A value that is null though the state is `value` has mixed units, or is a rate that does not add up. */
export function readGrid(grid: Cells, row: number, bucket: number): GridCell {
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

const headBytes = (rows: number) => (rows + 1) * 4;

/** Bytes that coverage of so many rows and cells takes in a room. */
export const bytesOfCoverage = (rows: number, count: number) => headBytes(rows) + count * 5;

/** Coverage with place for so many rows and cells. */
export function emptyCoverage(rows: number, width: number, count: number, room?: Room): Coverage {
  const bytes = bytesOfCoverage(rows, count);
  const { buffer, at } = (room ?? new Room(bytes)).take(bytes);
  const cells = at + headBytes(rows);
  return {
    width,
    first: new Uint32Array(buffer, at, rows + 1),
    bucket: new Uint16Array(buffer, cells, count),
    months: new Uint16Array(buffer, cells + count * 2, count),
    state: new Uint8Array(buffer, cells + count * 4, count),
  };
}

/** Packs the coverage of cells that are given row by row. */
export function packCoverageOf(rows: number, width: number, cells: readonly Cell[]): Coverage {
  const told = cells.flatMap(({ state }, i) => (state === 'unreported' ? [] : [i]));
  const coverage = emptyCoverage(rows, width, told.length);
  told.forEach((at, i) => {
    const cell = cells[at];
    coverage.bucket[i] = at % width;
    coverage.state[i] = coverageStates.indexOf(cell?.state ?? 'unreported');
    coverage.months[i] = cell?.months.covered ?? 0;
  });
  let at = 0;
  for (let row = 0; row <= rows; row++) {
    while (at < told.length && (told[at] ?? 0) < row * width) at++;
    coverage.first[row] = at;
  }
  return coverage;
}
