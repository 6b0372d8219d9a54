import { readCodes } from '../../src/statistics/columns/codeText';
import { readGrid } from '../../src/statistics/columns/grid';
import { coverageStates, type Cells, type Coverage, type Refresh } from '../../src/statistics/query';

/** The cells of a grid, row by row. */
export const cellsOf = (grid: Cells) =>
  Array.from(grid.state, (_, i) => readGrid(grid, Math.floor(i / grid.width), i % grid.width));

/** What is known of places, by the numbers of their rows and buckets. */
export const coverageCells = ({ first, bucket, state, months }: Coverage) =>
  Array.from(first.subarray(1), (end, row) =>
    Array.from(bucket.subarray(first[row], end), (at, i) => {
      const cell = (first[row] ?? 0) + i;
      return { row, bucket: at, state: coverageStates[state[cell] ?? -1], months: months[cell] };
    }),
  ).flat();

/** What a refresh says, however its units are numbered. */
export function plainRefresh({ sparklines, overall, byCategory, places, byArea, coverage, ...others }: Refresh) {
  return {
    ...others,
    rows: [...sparklines, overall, byCategory].map((grid) => ({ rows: grid.rows, cells: cellsOf(grid) })),
    places: readCodes(places),
    byArea: cellsOf(byArea),
    coverage: { width: coverage.width, cells: coverageCells(coverage) },
  };
}
