import type { Category } from '../model/categories';
import type { SeriesResult } from '../statistics/query';
import { sourceIds } from '../statistics/sources';
import { cellAddress, drawnValue, tableCell } from './cell';
import { columnLabels } from './columnLabels';
import type { FigureContext } from './context';
import type { Figure } from './figure';
import { lazyTable } from './lazyTable';
import { cellOfMark, isPainted, matrixOption, type Matrix } from './matrixOption';
import { composeNotes } from './notes';
import { rowsOf } from './rows';
import { markOf, sourceLine } from './sourceLine';
import { fileStemOf, scopeOf, subjectOf, subtitleOf } from './titles';
import { axisUnit } from './unit';
import { valueClasses } from './valueClasses';

export interface CategoryMatrixInput {
  /** One category a row, each with the `series` answer by area under that category alone. */
  parts: readonly { category: Category; answer: SeriesResult }[];
  /** The same question by area under all of them. */
  whole: SeriesResult;
}

/**
 * Categories by county, each cell the total over the range with its shade. A mark names its county; its category is that of
 * its row, which `categoryAt` gives.
 */
export function categoryMatrix({ parts, whole }: CategoryMatrixInput, context: FigureContext): Figure {
  const { text, names } = context;
  const lines = parts.map(({ category, answer }) => ({
    category,
    answer,
    name: names.category(category),
    cells: rowsOf({ answer, split: 'area', bucket: null }, context),
  }));
  const columns = (lines[0]?.cells ?? []).map(({ key, name }) => ({ key, name }));
  const cells = lines.flatMap((line) => line.cells.map(({ cell }) => cell));
  const values = cells.flatMap((cell) => drawnValue(cell) ?? []);
  const matrix: Matrix = {
    rows: lines.map((line) => ({ key: line.category, name: line.name, cells: line.cells.map(({ cell }) => cell) })),
    columns,
    classes: valueClasses(values, 5),
    labelsOf: (widthPx, fontPx) =>
      columnLabels(
        columns.map(({ name }) => name),
        widthPx / Math.max(1, columns.length),
        fontPx,
      ),
  };
  const pointed = { column: -1 };
  const inParts = new Set(parts.flatMap(({ answer }) => sourceIds(answer.sources)));
  return {
    id: `matrix:${whole.subject.code}`,
    title: text.matrixTitle(scopeOf(context), subjectOf(whole, context)),
    subtitle: subtitleOf(whole, context, { bucket: null, total: true }),
    unit: axisUnit({ subject: whole.subject, cells }, 0, context),
    notes: composeNotes(
      {
        answer: whole,
        split: 'area',
        shown: rowsOf({ answer: whole, split: 'area', bucket: null }, context),
        inTime: false,
        absencesWritten: true,
        whole: whole.overall.total,
      },
      context,
    ),
    source: sourceLine(
      sourceIds(whole.sources).filter((id) => inParts.has(id)),
      context,
    ),
    asOf: whole.asOf,
    ...markOf(context),
    option: (theme, frame) => matrixOption({ matrix, pointed, theme, frame, context }),
    table: lazyTable(() => ({
      columns: [text.category, ...columns.map(({ name }) => name)],
      rows: lines.map(({ name, category, answer, cells: row }) => ({
        header: name,
        cells: row.map(({ key, cell }) => {
          const shown = tableCell(cell, { answer, split: 'area', key, status: 'actual', buckets: [] }, context);
          return { ...shown, source: shown.source && { ...shown.source, categories: [category] } };
        }),
      })),
    })),
    addressOf: (seriesIndex, dataIndex) => {
      const at = cellOfMark(matrix, dataIndex, pointed);
      const line = lines[at.row];
      const row = line?.cells[at.column];
      if (seriesIndex !== 0 || !line || !row) return null;
      const place = {
        answer: line.answer,
        split: 'area' as const,
        key: row.key,
        status: 'actual' as const,
        buckets: [],
      };
      const address = cellAddress(row.cell, place);
      return address && { ...address, categories: [line.category] };
    },
    ...(isPainted(matrix) && { pointAt: (column: number) => (pointed.column = column) }),
    empty: values.length === 0,
    group: 'axes',
    tableAxis: 'columns',
    fileStem: fileStemOf(whole, context, { what: text.matrix, bucket: null, total: true }),
    naturalHeightPx: (fontPx) => Math.round(Math.max(3, lines.length) * fontPx * 2.4 + fontPx * 9),
  };
}
