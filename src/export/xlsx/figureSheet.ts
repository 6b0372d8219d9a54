import type { CellObject, Sheet, SheetData } from 'write-excel-file/browser';
import type { Figure } from '../../charts/figure';
import { estimateEm } from '../../charts/measureText';
import type { ExportOptions } from '../exportOptions';
import { figureWords, footLines } from '../figureWords';
import { spreadTable, type SpreadColumn } from '../spreadTable';
import { wrappedRow } from './wrappedRow';

/** Text as text whatever it begins with: a cell of the type String is never a formula. */
const words = (value: string, more: CellObject = {}): CellObject => ({ value, type: String, ...more });

function numberCell(value: number, kind: SpreadColumn['kind']): CellObject {
  const format = kind === 'ratio' ? '0.0%' : Number.isInteger(value) ? '#,##0' : '#,##0.##########';
  return { value, type: Number, format, align: 'right' };
}

const bodyCell = (value: number | string | null, kind: SpreadColumn['kind']): CellObject | null =>
  value === null ? null : typeof value === 'number' ? numberCell(value, kind) : words(value);

/** Widths in characters, wide enough for header and numbers; longer words wrap. */
const widthOf = ({ header, cells, kind }: SpreadColumn): { width: number } => {
  const longest = cells.reduce<number>((most, cell) => {
    const em = typeof cell === 'number' ? String(Math.round(cell)).length * 0.75 + 2 : estimateEm(cell ?? '');
    return Math.max(most, em);
  }, estimateEm(header));
  return { width: Math.min(kind === 'text' ? 40 : 30, Math.max(10, Math.ceil(longest * 2) + 2)) };
};

/**
 * A figure as a worksheet: title, scope, header (these three stay in sight), one row a bucket or place, and below what
 * is to be known of it. Numbers are numbers in their base unit; an absent one is an empty cell with its flag beside.
 */
export function figureSheet(figure: Figure, options: ExportOptions, index: number, sheet: string): Sheet<Blob> {
  const about = figureWords(figure, options, index);
  const columns = spreadTable(figure.table, options.text);
  const header = columns.map(({ header: name, kind }) =>
    words(name, {
      fontWeight: 'bold',
      backgroundColor: '#edf0f4',
      bottomBorderStyle: 'thin',
      align: kind === 'text' ? 'left' : 'right',
    }),
  );
  const widths = columns.map(widthOf);
  const rest = columns.slice(1).map(() => null);
  const note = (line: string, more: CellObject = {}) =>
    wrappedRow([words(line, { columnSpan: columns.length, ...more }), ...rest], widths);
  const data: SheetData = [
    [words(about.title, { fontWeight: 'bold', fontSize: 14, height: 24 })],
    [words([about.mark, about.subtitle].filter(Boolean).join(' · '), { textColor: '#566171', height: 18 })],
    wrappedRow(header, widths),
    ...figure.table.rows.map((_, row) =>
      wrappedRow(
        columns.map(({ cells, kind }) => bodyCell(cells[row] ?? null, kind)),
        widths,
      ),
    ),
    [],
    ...(about.remark === '' ? [] : [note(options.text.documents.remark(about.remark))]),
    ...footLines(about, options).map((line) => note(line, { textColor: '#566171' })),
  ];
  return { sheet, data, columns: widths, stickyRowsCount: 3, stickyColumnsCount: 1, orientation: 'landscape' };
}
