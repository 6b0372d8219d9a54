import type { FigureTable } from '../charts/figure';
import { estimateEm } from '../charts/measureText';
import type { ChartText } from '../charts/text/zh';
import { legalText } from './legalText';

/** A table as a page prints it: the unit once in the header, numbers with their qualifiers. */
export interface DisplayTable {
  columns: string[];
  /** The first cell of a row is its name. */
  rows: string[][];
}

/** Some columns of a table that stand side by side on one page, with the room that each needs. */
export interface TableStrip extends DisplayTable {
  widthsEm: number[];
}

/** The table of a figure as words; where a column has several units they stay with their numbers. */
export function displayTable({ columns, rows }: FigureTable, { documents }: ChartText): DisplayTable {
  const units = columns.slice(1).map((_, i) => {
    const all = rows.flatMap(({ cells }) => {
      const cell = cells[i];
      return cell?.facts && cell.value !== null ? [cell.facts.unit] : [];
    });
    const [only, ...more] = new Set(all);
    return more.length === 0 ? (only ?? '') : null;
  });
  return {
    columns: columns.map((name, i) => {
      const unit = i === 0 ? '' : units[i - 1];
      return legalText(unit ? documents.withUnit(name, unit) : name);
    }),
    rows: rows.map(({ header, cells }) => [
      legalText(header),
      ...cells.map(({ text, facts }, i) => legalText(facts && units[i] !== null ? facts.bare : text)),
    ]),
  };
}

/** Names of rows and remarks may wrap or be cut at this width; numbers never. */
const namesEm = 14;
const remarksEm = 24;
const paddingEm = 1.2;
const leastEm = 4.5;

/** Headers up to this width stand on one line, longer ones on two. */
const headEm = 9;

/** Room that a column needs: its longest number on one line. */
function columnEm({ columns, rows }: DisplayTable, index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, estimateEm(row[index] ?? '')), 0);
  const digits = rows.some((row) => /\d{3}/.test(row[index] ?? ''));
  const cells = index === 0 ? Math.min(namesEm, longest) : digits ? longest : Math.min(remarksEm, longest);
  const head = estimateEm(columns[index] ?? '');
  return Math.max(leastEm, cells, head <= headEm ? head : Math.min(namesEm, head / 2 + 0.5)) + paddingEm;
}

/** Rows that say something; a strip of remarks has few of them. */
function spoken(rows: string[][]): string[][] {
  const kept = rows.filter(([, ...cells]) => cells.some((cell) => cell !== ''));
  return kept.length === 0 ? rows : kept;
}

/**
 * The table in strips that each fit a width in em, columns in their order; every strip begins with the names of the rows,
 * of those alone that have anything in it.
 */
export function columnStrips(table: DisplayTable, roomEm: number): TableStrip[] {
  const ems = table.columns.map((_, i) => columnEm(table, i));
  const [first = 0] = ems;
  const strips: number[][] = [];
  let left = 0;
  ems.slice(1).forEach((em, i) => {
    if (strips.length === 0 || em > left) {
      strips.push([0]);
      left = roomEm - first;
    }
    strips.at(-1)?.push(i + 1);
    left -= em;
  });
  return (strips.length === 0 ? [[0]] : strips).map((indexes) => ({
    columns: indexes.map((i) => table.columns[i] ?? ''),
    rows: spoken(table.rows.map((row) => indexes.map((i) => row[i] ?? ''))),
    widthsEm: indexes.map((i) => ems[i] ?? 0),
  }));
}
