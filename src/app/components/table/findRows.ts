import { foldText, searchWords, wordMatches, type ReadCharacters } from '../../search/matchesSearch';
import type { Codes } from '../../../statistics/columns/codes';
import { rowOfId } from '../../../statistics/columns/rowColumns';
import type { Table } from './tableColumns';
import { filterKeys, type ColumnFilters, type FilterKey } from './tableState';

/** Columns that a search looks at; those with names are also found by their spelling. */
const named = ['label', 'area', 'report', 'category', 'measure'] as const;
const printed = ['surface', 'period', 'qualifier', 'kind', 'status', 'section', 'review'] as const;

interface Flags {
  codes: Codes;
  /** By value: 1 where it passes. */
  passes: Uint8Array;
}

/** For one word: which values of each column hold it. Columns without any are left out. */
function flagsOf(table: Table, word: string, read: ReadCharacters): Flags[] {
  const { coded } = table.columns;
  const indicator = coded.indicator.values.map((code) => (code === '' ? '' : table.names.subject(code)));
  const lists = [
    ...named.map((key) => ({ ...table.column(key), read })),
    ...printed.map((key) => ({ ...table.column(key), read: null })),
    { codes: coded.indicator.codes, texts: indicator, read },
    { codes: coded.unit.codes, texts: coded.unit.values, read: null },
  ];
  return lists
    .map(({ codes, texts, read: reader }) => ({
      codes,
      passes: Uint8Array.from(texts, (text) => (wordMatches(word, foldText(text), reader) ? 1 : 0)),
    }))
    .filter(({ passes }) => passes.includes(1));
}

/** Rows that hold a word in any column, as a test. */
function wordTest(table: Table, word: string, read: ReadCharacters): (row: number) => boolean {
  const flags = flagsOf(table, word, read);
  const { value } = table.columns;
  const named = rowOfId(table.columns, word);
  const digits = word.replaceAll(',', '');
  const isNumber = /^-?\d+(\.\d*)?$/.test(digits);
  return (row) =>
    flags.some(({ codes, passes }) => passes[codes[row] ?? 0] === 1) ||
    (isNumber && String(value[row]).includes(digits)) ||
    row === named;
}

export interface Found {
  /** Row numbers, in the order of the answer. */
  rows: Uint32Array<ArrayBuffer>;
  /** By column, how many rows each of its values would leave under the search and the other columns' filters. */
  counts: Record<FilterKey, Uint32Array>;
}

/** Finds the rows that hold every word of a search and pass every column's filter. */
export function findRows(table: Table, search: string, filters: ColumnFilters, read: ReadCharacters): Found {
  const tests = searchWords(search).map((word) => wordTest(table, word, read));
  const columns = filterKeys.map((key) => {
    const { values, codes } = table.column(key);
    const chosen = new Set(filters[key] ?? []);
    const fails = Uint8Array.from(values, (value) => (chosen.size > 0 && !chosen.has(value) ? 1 : 0));
    return { key, codes, fails, counts: new Uint32Array(values.length) };
  });
  const rows = new Uint32Array(table.columns.count);
  let length = 0;
  for (let row = 0; row < table.columns.count; row++) {
    if (!tests.every((test) => test(row))) continue;
    const failed = columns.filter(({ codes, fails }) => fails[codes[row] ?? 0] === 1);
    if (failed.length > 1) continue;
    for (const { codes, counts } of failed.length === 1 ? failed : columns) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    if (failed.length === 0) rows[length++] = row;
  }
  const counts = Object.fromEntries(columns.map(({ key, counts: ofKey }) => [key, ofKey])) as Found['counts'];
  return { rows: rows.slice(0, length), counts };
}
