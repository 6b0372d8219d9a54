import type { Language } from '../../model/language';
import { searchWords, type ReadCharacters } from '../../search/matchesSearch';
import { isThere, observationAt, rowOfId, textAt, type RowColumns } from '../columns/rowColumns';
import { pickRows } from '../columns/pickRows';
import { selectRows, type AllRows } from '../columns/selectRows';
import type { Observation } from '../../model/observation';
import type { Filter } from '../query';
import { groupRows, sortRows, type Collate, type Lines } from './arrangeRows';
import { filterRows, searchRows, type Filtered } from './findRows';
import { tableOf, type RowNames, type Table } from './tableColumns';
import { filterKeys, type ColumnFilters, type FilterKey, type GroupKey, type Order } from './tableState';

/** Words by code in the language of the interface: all that a table prints and the data does not name. */
export interface TableWords {
  language: Language;
  category: Record<string, string>;
  measure: Record<string, string>;
  subject: Record<string, string>;
  qualifier: Record<string, string>;
  kind: Record<string, string>;
  status: Record<string, string>;
  review: Record<string, string>;
  part: string;
}

/** What the data page wants to see. Plain and serialisable. */
export interface TableRequest {
  filter: Filter;
  subjects: string[];
  words: TableWords;
  search: string;
  filters: ColumnFilters;
  order: Order;
  group: GroupKey;
  /** Values of the groups that show their heading alone. */
  folded: string[];
  /** Id of an observation whose row is asked for; empty for none. */
  marked: string;
  /** Whether the values of columns are asked for, from which filters are chosen. */
  choices: boolean;
}

/** Some rows of a set, by their numbers. */
export interface RowChunk {
  rows: Uint32Array<ArrayBuffer>;
  columns: RowColumns;
}

/** A value of a column: how it prints, and how many rows it would leave. */
export interface Choice {
  value: string;
  text: string;
  count: number;
}

/** The data page under a request: which rows in which order, and the first of them. */
export interface TableView extends Lines {
  /** Rows are known by numbers within their set. */
  set: number;
  /** How many rows the filter leaves, and how many of them are found. */
  total: number;
  found: number;
  /** Those that come first, with some around the marked one. */
  head: RowChunk;
  /** Found rows in order, where groups put them in another; null where lines are these. */
  order: Uint32Array<ArrayBuffer> | null;
  /** Number of the marked row; -1 where it is not there. */
  marked: number;
  choices: Record<FilterKey, Choice[]> | null;
}

/** The ways to words of the data itself. */
export interface DataNames {
  report: (id: string) => string;
  area: (code: string, language: Language) => string;
}

/** Rows that come with a view: enough for a screen, and for a printed page. */
const headCount = 500;
const aroundCount = 60;

/** Remembers what was last made. */
function latest<T>(): (key: string, make: () => T) => T {
  let last: { key: string; made: T } | null = null;
  return (key, make) => {
    if (last?.key !== key) last = { key, made: make() };
    return last.made;
  };
}

function namesOf(words: TableWords, data: DataNames): RowNames {
  const word = (list: Record<string, string>) => (code: string) => list[code] ?? code;
  return {
    language: words.language,
    report: data.report,
    area: (code) => data.area(code, words.language),
    category: word(words.category),
    measure: word(words.measure),
    subject: word(words.subject),
    qualifier: word(words.qualifier),
    kind: word(words.kind),
    status: word(words.status),
    review: word(words.review),
    part: words.part,
  };
}

/** Answers the data page from a set of rows; what a next question has in common with the last is not worked out again. */
export interface TableViewer {
  columns: RowColumns;
  view: (request: TableRequest, tools: { collate: Collate; read: ReadCharacters }) => Omit<TableView, 'set'>;
  rows: (rows: readonly number[]) => RowChunk;
  /** The observation of a row, then those that it is a part of or that are parts of it. */
  family: (row: number) => Observation[];
}

/** Opens a set of rows for the data page. */
export function tableViewer(all: AllRows, names: DataNames): TableViewer {
  const { columns } = all;
  const tables = latest<Table>();
  const bases = latest<Uint32Array<ArrayBuffer>>();
  const searched = latest<Uint32Array<ArrayBuffer>>();
  const filtered = latest<Filtered>();
  const sorted = latest<Uint32Array<ArrayBuffer>>();
  const chunk = (rows: Iterable<number>): RowChunk => {
    const numbers = Uint32Array.from(new Set(rows));
    return { rows: numbers, columns: pickRows(columns, numbers) };
  };
  return {
    columns,
    view: ({ filter, subjects, words, search, filters, order, group, folded, marked, choices }, { collate, read }) => {
      let key = JSON.stringify(words);
      const table = tables(key, () => tableOf(columns, namesOf(words, names)));
      const then = (more: unknown) => (key += JSON.stringify(more));
      const base = bases(JSON.stringify([filter, subjects]), () => selectRows(all, { filter, subjects }));
      then([filter, subjects, searchWords(search), read !== null]);
      const hits = searched(key, () => searchRows(table, base, search, read));
      const left = filtered(then(filters), () => filterRows(table, hits, filters));
      const rows = sorted(then(order), () => sortRows(table, left.rows, order, collate));
      const { lines, groups } = groupRows(table, rows, group, new Set(folded));
      const row = marked === '' ? -1 : rowOfId(columns, marked);
      const around = row < 0 ? -1 : lines.indexOf(row);
      const near = around < 0 ? [] : lines.subarray(Math.max(0, around - aroundCount), around + aroundCount);
      const first = [...rows.subarray(0, headCount), ...lines.subarray(0, aroundCount), ...near];
      return {
        lines,
        groups,
        total: base.length,
        found: rows.length,
        head: chunk(first.filter((line) => line >= 0)),
        order: groups.length > 0 ? rows : null,
        marked: row,
        choices: choices ? choicesOf(table, base, left) : null,
      };
    },
    rows: chunk,
    family: (row) => familyOf(columns, row).map((member) => observationAt(columns, member)),
  };
}

/** The values of columns that rows have, in order of appearance. */
function choicesOf(table: Table, rows: Uint32Array<ArrayBuffer>, { counts }: Filtered): TableView['choices'] {
  const counted = counts();
  const choices = filterKeys.map((key) => {
    const { values, texts, codes } = table.column(key);
    const isSeen = new Uint8Array(values.length);
    const seen: number[] = [];
    for (const row of rows) {
      const code = codes[row] as number;
      if (isSeen[code] === 0) seen.push(code);
      isSeen[code] = 1;
    }
    const choiceOf = (code: number): Choice => {
      return { value: values[code] ?? '', text: texts[code] ?? '', count: counted[key][code] ?? 0 };
    };
    return [key, seen.map(choiceOf)] as const;
  });
  return Object.fromEntries(choices) as Record<FilterKey, Choice[]>;
}

/** Numbers of a row, of the whole that it is a part of, and of its parts. */
export function familyOf(columns: RowColumns, row: number): number[] {
  const { values, codes } = columns.coded.partOf;
  const family = new Set([row]);
  const whole = textAt(columns, 'partOf', row);
  if (whole !== '') family.add(rowOfId(columns, whole));
  const { id } = observationAt(columns, row);
  const isMine = Uint8Array.from(values, (value) => (value === id ? 1 : 0));
  if (isMine.includes(1))
    codes.forEach((code, other) => isMine[code] === 1 && isThere(columns, other) && family.add(other));
  return [...family].filter((member) => member >= 0);
}
