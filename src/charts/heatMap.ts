import { bucketLabels } from './bucketAxis';
import { cellAddress, drawnValue, tableCell } from './cell';
import type { FigureContext } from './context';
import type { Figure } from './figure';
import { lazyTable } from './lazyTable';
import { cellOfMark, isPainted, matrixOption, type Matrix } from './matrixOption';
import { composeNotes } from './notes';
import { rowsInOrder, type RankingOrder } from './ranking';
import { rowsOf, type RowsInput } from './rows';
import { markOf, sourceLine } from './sourceLine';
import { fileStemOf, scopeAndSplit, subjectOf, subtitleOf } from './titles';
import { axisUnit, seriesCells } from './unit';
import { valueClasses } from './valueClasses';

export interface HeatMapInput extends Pick<RowsInput, 'answer' | 'split'> {
  order: RankingOrder;
}

/**
 * Places by time as shaded cells: value, 0, 未提及 and 未报 are four grounds.
 * Input: a `series` answer asked with the same split. Output: a figure whose table has a row a place and a column a bucket.
 */
export function heatMap({ answer, split, order }: HeatMapInput, context: FigureContext): Figure {
  const { text, names } = context;
  const { buckets } = answer;
  const rows = rowsInOrder(rowsOf({ answer, split, bucket: null }, context), order);
  const values = rows.flatMap(({ series }) => series.cells.flatMap((cell) => drawnValue(cell) ?? []));
  const matrix: Matrix = {
    rows: rows.map(({ key, name, series }) => ({ key, name, cells: series.cells })),
    columns: buckets.map((id) => ({ key: id, name: names.bucket(id) })),
    classes: valueClasses(values, 5),
    labelsOf: (widthPx, fontPx) => bucketLabels(buckets, widthPx, { fontPx }, text),
  };
  const pointed = { column: -1 };
  const [scope, word] = scopeAndSplit(split, context);
  const addressAt = (row: number, column: number) => {
    const [place, bucket] = [rows[row], buckets[column]];
    if (!place || bucket === undefined) return null;
    return cellAddress(place.series.cells[column], {
      answer,
      split,
      key: place.key,
      status: 'actual',
      buckets: [bucket],
    });
  };
  return {
    id: `heat:${answer.subject.code}:${split}`,
    title: text.heatMapTitle(text.rankingTitle(scope, subjectOf(answer, context), word)),
    subtitle: subtitleOf(answer, context, { bucket: null, total: false }),
    unit: axisUnit({ subject: answer.subject, cells: seriesCells(rows.map(({ series }) => series)) }, 0, context),
    notes: composeNotes(
      {
        answer,
        split,
        shown: rows.map(({ name, cell }) => ({ name, cell })),
        inTime: false,
        absencesWritten: true,
        whole: answer.overall.total,
      },
      context,
    ),
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) => matrixOption({ matrix, pointed, theme, frame, context }),
    table: lazyTable(() => ({
      columns: [split === 'area' ? text.area : text.category, ...buckets.map(names.bucket)],
      rows: rows.map(({ key, name, series }) => ({
        header: name,
        cells: series.cells.map((cell, i) =>
          tableCell(cell, { answer, split, key, status: 'actual', buckets: [buckets[i] ?? ''] }, context),
        ),
      })),
    })),
    addressOf: (seriesIndex, dataIndex) => {
      const at = cellOfMark(matrix, dataIndex, pointed);
      return seriesIndex === 0 ? addressAt(at.row, at.column) : null;
    },
    ...(isPainted(matrix) && { pointAt: (column: number) => (pointed.column = column) }),
    empty: values.length === 0,
    group: 'axes',
    tableAxis: 'columns',
    fileStem: fileStemOf(answer, context, { what: text.heatMap, bucket: null, total: false }),
    naturalHeightPx: (fontPx) => Math.round(Math.max(3, rows.length) * fontPx * 2.2 + fontPx * 7),
  };
}
