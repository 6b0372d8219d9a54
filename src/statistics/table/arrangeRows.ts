import { placesByKey } from '../columns/placesByKey';
import type { Table, TextColumn } from './tableColumns';
import type { GroupKey, Order } from './tableState';

/** Compares texts in the language of the interface. */
export type Collate = (a: string, b: string) => number;
const byText: Collate = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** By value its place among the sorted ones; equal texts share a place. */
function ranksOf({ values, texts }: TextColumn, isRaw: boolean, collate: Collate): Float64Array {
  const keys = isRaw ? values : texts;
  const compare = isRaw ? byText : collate;
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
 * order they came in, in either direction.
 */
export function sortRows(
  table: Table,
  rows: Uint32Array<ArrayBuffer>,
  order: Order,
  collate: Collate,
): Uint32Array<ArrayBuffer> {
  if (!order) return rows;
  const { column: key, descending } = order;
  const direction = descending ? -1 : 1;
  const keys = new Float64Array(rows.length);
  if (key === 'value') {
    const { value } = table.columns;
    for (let i = 0; i < rows.length; i++) keys[i] = direction * (value[rows[i] as number] as number);
  } else {
    const column = table.column(key);
    const ranks = table.ranks(key, () => ranksOf(column, key === 'period' || key === 'area', collate));
    const { codes } = column;
    for (let i = 0; i < rows.length; i++) keys[i] = direction * (ranks[codes[rows[i] as number] as number] as number);
  }
  const places = placesByKey(keys);
  for (let i = 0; i < places.length; i++) places[i] = rows[places[i] as number] as number;
  return places;
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
  lines: Int32Array<ArrayBuffer>;
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
  const counts = new Uint32Array(values.length);
  const seen: number[] = [];
  for (const row of rows) {
    const code = codes[row] as number;
    if (counts[code] === 0) seen.push(code);
    counts[code] = (counts[code] as number) + 1;
  }
  const groups = seen.map((code): Group => {
    const value = values[code] ?? '';
    return { value, text: texts[code] ?? '', count: counts[code] as number, collapsed: collapsed.has(value) };
  });
  const next = new Int32Array(values.length).fill(-1);
  let length = 0;
  groups.forEach((group, number) => {
    length += 1;
    if (group.collapsed) return;
    next[seen[number] as number] = length;
    length += group.count;
  });
  const lines = new Int32Array(length);
  for (const row of rows) {
    const code = codes[row] as number;
    const at = next[code] as number;
    if (at < 0) continue;
    lines[at] = row;
    next[code] = at + 1;
  }
  let at = 0;
  groups.forEach((group, number) => {
    lines[at] = -1 - number;
    at += group.collapsed ? 1 : group.count + 1;
  });
  return { lines, groups };
}
