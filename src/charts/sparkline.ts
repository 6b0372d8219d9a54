import type { Cell } from '../statistics/query';
import { isIncomplete } from './cell';

/** A tiny line as SVG path data, drawn without a chart library. Pixels, y downwards. */
export interface Sparkline {
  /** `d` of the line; broken at gaps; empty without two neighbouring values. */
  line: string;
  /** `d` of the area below the line. */
  area: string;
  /** Values without neighbours, and the last value: they are drawn as dots. */
  dots: { x: number; y: number; bucket: number }[];
}

const isWhole = (cell: Cell | undefined) => cell !== undefined && !isIncomplete(cell);

const cut = (value: number) => Math.round(value * 100) / 100;

/**
 * Lays out the cells of a tile, first to last over the width; the scale begins at 0 (or at the lowest negative value).
 * Gaps stay gaps: the line breaks and an isolated value is a dot. A value of a part of its bucket's months is a dot too:
 * a line from a whole year to one month would tell of a fall that nobody reported. All-gap cells give empty paths.
 */
export function sparklinePath(cells: readonly Cell[], widthPx: number, heightPx: number): Sparkline {
  const inset = Math.min(3, widthPx / 4, heightPx / 4);
  const values = cells.map((cell) => (cell.state === 'value' && Number.isFinite(cell.value) ? cell.value : null));
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const span = Math.max(0, ...known) - low || 1;
  const x = (i: number) =>
    cut(cells.length < 2 ? widthPx / 2 : inset + (i * (widthPx - 2 * inset)) / (cells.length - 1));
  const y = (value: number) => cut(heightPx - inset - ((value - low) / span) * (heightPx - 2 * inset));

  const runs: number[][] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const run = runs.at(-1);
    const before = cells[i - 1];
    const joins = before && isWhole(before) && isWhole(cells[i]);
    if (run && joins && run.at(-1) === i - 1) run.push(i);
    else runs.push([i]);
  });
  const point = (i: number) => `${String(x(i))},${String(y(values[i] ?? 0))}`;
  const lines = runs.filter((run) => run.length > 1).map((run) => run.map(point).join('L'));
  const last = runs.at(-1)?.at(-1);
  const dots = runs.filter((run) => run.length === 1 || run.at(-1) === last).map((run) => run.at(-1) ?? 0);
  const base = String(cut(heightPx - inset));
  const areaOf = (run: number[]) =>
    `M${run.map(point).join('L')}L${String(x(run.at(-1) ?? 0))},${base}L${String(x(run[0] ?? 0))},${base}Z`;
  return {
    line: lines.map((line) => `M${line}`).join(''),
    area: runs
      .filter((run) => run.length > 1)
      .map(areaOf)
      .join(''),
    dots: dots.map((i) => ({ x: x(i), y: y(values[i] ?? 0), bucket: i })),
  };
}
