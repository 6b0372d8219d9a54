import type { Cell, Series, SeriesResult, Split } from '../statistics/query';
import { cellAddress, drawnValue, tableCell } from './cell';
import type { FigureContext } from './context';
import type { FigureTable } from './figure';
import { seriesName } from './titles';
import { axisUnit } from './unit';

/** One place or category of a figure that shows a single number each. */
export interface Row {
  key: string;
  name: string;
  cell: Cell;
  target: Cell | null;
  series: Series;
}

/** What a figure of rows asks of its answer. */
export interface RowsInput {
  answer: SeriesResult;
  split: Exclude<Split, 'none'>;
  /** One bucket; null for the total over the range. */
  bucket: string | null;
}

function cellAt(series: Series, { answer, bucket }: RowsInput): Cell | null {
  if (bucket === null) return series.total;
  return series.cells[answer.buckets.indexOf(bucket)] ?? null;
}

/** The rows of an answer in its own (administrative or display) order, each with its target where there is one. */
export function rowsOf(input: RowsInput, context: FigureContext): Row[] {
  const { answer, split } = input;
  return answer.series
    .filter(({ status }) => status === 'actual')
    .flatMap((series) => {
      const cell = cellAt(series, input);
      const goal = answer.series.find(({ key, status }) => status === 'target' && key === series.key);
      const target = goal ? cellAt(goal, input) : null;
      const name = seriesName(series.key, split, context);
      return cell ? [{ key: series.key, name, cell, target, series }] : [];
    });
}

/** Whether rows are of one bucket, so that its missing months are news; a total over a range says them in its notes. */
export function isOneBucket({ bucket, answer }: RowsInput): boolean {
  return bucket !== null || answer.buckets.length < 2;
}

/** The whole that the rows are of. */
export function wholeOf(input: RowsInput): Cell {
  return cellAt(input.answer.overall, input) ?? input.answer.overall.total;
}

/** Largest size among rows and their targets. */
export function rowsMax(rows: readonly Row[]): number {
  return rows.reduce((max, { cell, target }) => {
    return Math.max(max, Math.abs(drawnValue(cell) ?? 0), Math.abs(target ? (drawnValue(target) ?? 0) : 0));
  }, 0);
}

/** Every cell that rows draw: their values and targets. */
export const drawnCells = (rows: readonly Row[]): (Cell | null)[] => rows.flatMap(({ cell, target }) => [cell, target]);

/** Unit of the values of rows, which print their own 万 and 亿. */
export function rowsUnit(rows: readonly Row[], { answer }: RowsInput, context: FigureContext): string {
  return axisUnit({ subject: answer.subject, cells: drawnCells(rows) }, 0, context);
}

/** Where a click on a row leads. */
export function rowAddress(row: Row | undefined, { answer, split, bucket }: RowsInput) {
  if (!row) return null;
  const buckets = bucket === null ? [] : [bucket];
  return cellAddress(row.cell, { answer, split, key: row.key, status: 'actual', buckets });
}

/** Table twin: a row each, the value, further columns of the chart, the target where any row has one. */
export function rowsTable(
  rows: readonly Row[],
  input: RowsInput,
  context: FigureContext,
  further?: { column: string; text: (row: Row) => { text: string; value: number | null; ratio?: true } },
): FigureTable {
  const { answer, split, bucket } = input;
  const { names, text } = context;
  const place = { answer, split, buckets: bucket === null ? [] : [bucket] };
  const hasTarget = rows.some(({ target }) => target !== null);
  return {
    columns: [
      split === 'area' ? text.area : text.category,
      names.subject(answer.subject.code),
      ...(further ? [further.column] : []),
      ...(hasTarget ? [text.target] : []),
    ],
    rows: rows.map((row) => ({
      header: row.name,
      cells: [
        tableCell(row.cell, { ...place, key: row.key, status: 'actual' }, context),
        ...(further ? [{ ...further.text(row), state: row.cell.state, source: null }] : []),
        ...(!hasTarget
          ? []
          : row.target
            ? [tableCell(row.target, { ...place, key: row.key, status: 'target' }, context)]
            : [{ text: '', value: null, state: 'unmentioned' as const, source: null }]),
      ],
    })),
  };
}
