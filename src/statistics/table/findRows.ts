import { foldText, searchWords, wordMatches, type ReadCharacters } from '../../search/matchesSearch';
import type { Codes } from '../columns/codes';
import { rowOfId } from '../columns/rowColumns';
import type { Table } from './tableColumns';
import { filterKeys, type ColumnFilters, type FilterKey } from './tableState';

/** Columns that a search looks at; those with names are also found by their spelling. */
const named = ['label', 'area', 'report', 'category', 'measure', 'indicator'] as const;
const printed = ['surface', 'period', 'qualifier', 'kind', 'status', 'section', 'review', 'unit'] as const;

type Rows = Uint32Array<ArrayBuffer>;

/** By value of a column: 1 where it holds a word. */
function passing(texts: readonly string[], word: string, read: ReadCharacters): Uint8Array {
  return Uint8Array.from(texts, (text) => (wordMatches(word, text, read) ? 1 : 0));
}

/** Marks the rows that hold a word in any column. */
function marksOf(table: Table, rows: Rows, word: string, read: ReadCharacters): Uint8Array {
  const marks = new Uint8Array(rows.length);
  const markAll = (codes: Codes, passes: Uint8Array) => {
    if (!passes.includes(1)) return;
    for (let i = 0; i < rows.length; i++)
      if ((passes[codes[rows[i] as number] as number] as number) === 1) marks[i] = 1;
  };
  for (const key of named) markAll(table.column(key).codes, passing(table.folded(key, foldText), word, read));
  for (const key of printed) markAll(table.column(key).codes, passing(table.folded(key, foldText), word, null));
  const digits = word.replaceAll(',', '');
  if (/^-?\d+(\.\d*)?$/.test(digits)) markValues(table, rows, digits, marks);
  const id = rowOfId(table.columns, word);
  if (id >= 0) rows.forEach((row, i) => row === id && (marks[i] = 1));
  return marks;
}

/** Marks the rows whose value has some digits; values recur, and each is printed once. */
function markValues({ columns: { value } }: Table, rows: Rows, digits: string, marks: Uint8Array): void {
  const known = new Map<number, boolean>();
  for (let i = 0; i < rows.length; i++) {
    const number = value[rows[i] as number] as number;
    const found = known.get(number) ?? String(number).includes(digits);
    known.set(number, found);
    if (found) marks[i] = 1;
  }
}

function rowsWithWord(table: Table, rows: Rows, word: string, read: ReadCharacters): Rows {
  const marks = marksOf(table, rows, word, read);
  return rows.filter((_, i) => marks[i] === 1);
}

/** Rows that hold every word of a search, in the order that they came in. */
export function searchRows(table: Table, rows: Rows, search: string, read: ReadCharacters): Rows {
  return searchWords(search).reduce((left, word) => rowsWithWord(table, left, word, read), rows);
}

/** Rows that pass the filters of columns, and what their values would leave. */
export interface Filtered {
  rows: Rows;
  /** By column, how many rows each of its values would leave under the other columns' filters. */
  counts: () => Record<FilterKey, Uint32Array<ArrayBuffer>>;
}

/** Applies the filters of columns to rows, which keep their order. */
export function filterRows(table: Table, rows: Rows, filters: ColumnFilters): Filtered {
  const columns = filterKeys.map((key) => ({ key, ...table.column(key), chosen: new Set(filters[key] ?? []) }));
  const failed = new Uint8Array(rows.length);
  /** The number of the last column that a row fails. */
  const last = new Uint8Array(rows.length);
  columns.forEach(({ chosen, values, codes }, number) => {
    if (chosen.size === 0) return;
    const fails = Uint8Array.from(values, (value) => (chosen.has(value) ? 0 : 1));
    for (let i = 0; i < rows.length; i++) {
      if ((fails[codes[rows[i] as number] as number] as number) === 0) continue;
      failed[i] = (failed[i] as number) + 1;
      last[i] = number;
    }
  });
  const isFiltered = columns.some(({ chosen }) => chosen.size > 0);
  const count = ({ values, codes }: (typeof columns)[number], number: number) => {
    const counts = new Uint32Array(values.length);
    for (let i = 0; i < rows.length; i++) {
      const fails = failed[i] as number;
      if (fails > 1 || (fails === 1 && last[i] !== number)) continue;
      const code = codes[rows[i] as number] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    return counts;
  };
  return {
    rows: isFiltered ? rows.filter((_, i) => failed[i] === 0) : rows,
    counts: () =>
      Object.fromEntries(columns.map((column, number) => [column.key, count(column, number)])) as Record<
        FilterKey,
        Uint32Array<ArrayBuffer>
      >,
  };
}
