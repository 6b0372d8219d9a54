import type { Figure, FigureTable } from './figure';

/** A cell of the table twin: its row, and its place among the row's cells. */
export interface WalkPlace {
  row: number;
  column: number;
}

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
export type WalkKey = (typeof keys)[number];

/** Whether a key moves along a chart. */
export const isWalkKey = (key: string): key is WalkKey => keys.some((known) => known === key);

/** Columns that are drawn: any cell of them leads to a source. Shares, changes and remarks do not. */
function drawnColumns({ rows }: FigureTable): number[] {
  const width = rows[0]?.cells.length ?? 0;
  return Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some(({ cells }) => cells[column]?.source),
  );
}

const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

/**
 * Where a key leads from a place: left and right along the axis, up and down over the series, Home and End to the axis's
 * ends; with a single series up and down walk the axis too. The first key of a walk leads to the first point, End to the
 * last. Null where nothing is drawn.
 */
export function walk(
  { table, tableAxis }: Pick<Figure, 'table' | 'tableAxis'>,
  at: WalkPlace | null,
  key: WalkKey,
): WalkPlace | null {
  const columns = drawnColumns(table);
  const byColumn = tableAxis === 'columns';
  const length = byColumn ? columns.length : table.rows.length;
  const count = byColumn ? table.rows.length : columns.length;
  if (length === 0 || count === 0) return null;
  const here = at ? [at.row, Math.max(0, columns.indexOf(at.column))] : null;
  let [along = 0, series = 0] = here ? (byColumn ? [here[1], here[0]] : here) : [-1, 0];
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  if (key === 'Home') along = 0;
  else if (key === 'End') along = length - 1;
  else if (here === null) along = 0;
  else if (key === 'ArrowLeft' || key === 'ArrowRight' || count === 1) along += step;
  else series += step;
  [along, series] = [clamp(along, length), clamp(series, count)];
  const [row, column] = byColumn ? [series, along] : [along, series];
  return { row, column: columns[column] ?? 0 };
}
