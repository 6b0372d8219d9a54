import type { FigureTable, TableCell } from '../charts/figure';
import type { ChartText } from '../charts/text/zh';
import { legalText } from './legalText';

/** A column of a spreadsheet: numbers in the base unit, shares of 1, or words. */
export interface SpreadColumn {
  header: string;
  kind: 'number' | 'ratio' | 'text';
  /** Null is an empty cell: there is no number. */
  cells: (number | string | null)[];
}

const oneLine = (text: string) => legalText(text).replace(/[\t\r\n]+/g, ' ');

/** The unit that all numbers of a column share; null where they have several. */
function sharedUnit(cells: readonly (TableCell | undefined)[]): string | null {
  const units = new Set(cells.flatMap((cell) => (cell?.facts && cell.value !== null ? [cell.facts.unit] : [])));
  const [only = '', ...more] = units;
  return more.length === 0 ? only : null;
}

/** One column of the figure as numbers, and, where any has one, the flags of its numbers beside it. */
function spreadColumn(name: string, cells: readonly (TableCell | undefined)[], text: ChartText): SpreadColumn[] {
  const { documents } = text;
  const numbers = cells.some((cell) => cell?.facts !== undefined || (cell?.value ?? null) !== null);
  if (!numbers) return [{ header: name, kind: 'text', cells: cells.map((cell) => oneLine(cell?.text ?? '') || null) }];
  const unit = sharedUnit(cells);
  const flags = cells.map((cell) => cell?.facts?.flags.join(documents.detailJoin) ?? '');
  return [
    {
      header: unit ? documents.withUnit(name, unit) : name,
      kind: cells.some((cell) => cell?.ratio) ? 'ratio' : 'number',
      cells: cells.map((cell) => cell?.value ?? null),
    },
    ...(flags.some((flag) => flag !== '')
      ? [{ header: documents.flagsOf(name), kind: 'text' as const, cells: flags.map((flag) => oneLine(flag) || null) }]
      : []),
  ];
}

/** What is to be known of the numbers of one row, each with the name of its column. */
function rowDetails(names: readonly string[], cells: readonly TableCell[], mixed: boolean[], text: ChartText): string {
  const { documents } = text;
  return cells
    .flatMap(({ facts, value }, i) => {
      const unit = mixed[i] && facts && value !== null ? [documents.withUnit(documents.columns.unit, facts.unit)] : [];
      const words = [...(facts?.details ?? []), ...unit];
      return words.length > 0 ? [documents.detailOf(names[i] ?? '', words.join(documents.detailJoin))] : [];
    })
    .join(text.join);
}

/**
 * The table of a figure as columns of a spreadsheet: exact numbers in their base unit, the unit in the header, flags (约,
 * 以上, 未报, 未提及, 不满整期) in a column beside, further details of a row in the last. Absent numbers are empty cells.
 */
export function spreadTable(table: FigureTable, text: ChartText): SpreadColumn[] {
  const [first = '', ...rest] = table.columns.map(oneLine);
  const columns = rest.map((_, i) => table.rows.map(({ cells }) => cells[i]));
  const mixed = columns.map((cells) => sharedUnit(cells) === null);
  const details = table.rows.map(({ cells }) => oneLine(rowDetails(rest, cells, mixed, text)));
  return [
    { header: first, kind: 'text', cells: table.rows.map(({ header }) => oneLine(header)) },
    ...rest.flatMap((name, i) => spreadColumn(name, columns[i] ?? [], text)),
    ...(details.some((words) => words !== '')
      ? [{ header: text.documents.details, kind: 'text' as const, cells: details.map((words) => words || null) }]
      : []),
  ];
}
