import { placesByKey } from '../../../statistics/columns/placesByKey';
import type { ColumnKey, Table, TextColumn } from './tableColumns';
import type { GroupKey, Order } from './tableState';

type Collate = (a: string, b: string) => number;
const byText: Collate = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** By value its place among the sorted ones; equal texts share a place. */
function ranksOf({ values, texts }: TextColumn, raw: boolean, collate: Collate): Float64Array {
  const keys = raw ? values : texts;
  const compare = raw ? byText : collate;
  const sorted = keys.map((_, code) => code).sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
  const ranks = new Float64Array(keys.length);
  let rank = 0;
  sorted.forEach((code, place) => {
    const before = sorted[place - 1];
    if (before !== undefined && compare(keys[before] ?? '', keys[code] ?? '') !== 0) rank++;
    ranks[code] = rank;
  });
  return ranks;
}

/**
 * Rows in the chosen order: numbers by size, periods by time, places by code, the rest by their text; ties keep the
 * order they came in, in either direction. `collate` compares texts in the language of the interface.
 */
export function sortRows(
  table: Table,
  rows: Uint32Array<ArrayBuffer>,
  order: Order,
  collate: Collate,
): Uint32Array<ArrayBuffer> {
  if (!order) return rows;
  const { column, descending } = order;
  const direction = descending ? -1 : 1;
  const keyOf = column === 'value' ? (row: number) => table.columns.value[row] ?? 0 : rankIn(table, column, collate);
  // Rows come in rising numbers, so that their number breaks a tie.
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = direction * keyOf(rows[i] as number);
  return placesByKey(keys).map((place) => rows[place] as number);
}

function rankIn(table: Table, key: Exclude<ColumnKey, 'value'>, collate: Collate): (row: number) => number {
  const column = table.column(key);
  const ranks = ranksOf(column, key === 'period' || key === 'area', collate);
  return (row) => ranks[column.codes[row] ?? 0] ?? 0;
}

/** A heading within the table. Values of different measures, areas or times do not add up, so it counts rows and sums nothing. */
export interface Group {
  value: string;
  text: string;
  count: number;
  collapsed: boolean;
}

/** What the table draws: row numbers, and -1 - n for the n-th group's heading. */
export interface Lines {
  lines: Int32Array;
  groups: readonly Group[];
}

/** Puts rows under headings, groups in the order of their first row; collapsed ones show their heading alone. */
export function groupRows(
  table: Table,
  rows: Uint32Array<ArrayBuffer>,
  by: GroupKey,
  collapsed: ReadonlySet<string>,
): Lines {
  if (by === 'none') return { lines: Int32Array.from(rows), groups: [] };
  const { values, texts, codes } = table.column(by);
  const members = new Map<number, number[]>();
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const list = members.get(code);
    if (list) list.push(row);
    else members.set(code, [row]);
  }
  const groups: Group[] = [];
  const lines: number[] = [];
  for (const [code, inside] of members) {
    const value = values[code] ?? '';
    const group = { value, text: texts[code] ?? '', count: inside.length, collapsed: collapsed.has(value) };
    lines.push(-groups.push(group));
    if (!group.collapsed) for (const row of inside) lines.push(row);
  }
  return { lines: Int32Array.from(lines), groups };
}
