/**
 * What general tools are given, which know none of our rules: one row for each observation that counts for a county or for
 * the total over all areas in some month, and one for each county and month that a report covers; columns side by side.
 */
export interface Facts {
  value: Float64Array;
  /** Number of the county that it counts for; `noCounty` where for none. */
  area: Uint16Array;
  /** From the world's first month. */
  month: Uint16Array;
  /** Its number; `coveredSubject` where the row says only that a report covers the county's month: all else of it is 0. */
  subject: Uint8Array;
  category: Uint8Array;
  /** 1 when it counts in the total over all areas. */
  root: Uint8Array;
  /** Place in `qualifiers`. */
  qualifier: Uint8Array;
}

export const noCounty = 65_535;
export const coveredSubject = 255;

const names = ['value', 'area', 'month', 'subject', 'category', 'root', 'qualifier'] as const satisfies (keyof Facts)[];
/** Bytes that a packed fact takes. */
export const bytesEach = 16;

/** Columns of one buffer that holds so many facts; wide ones first, so that each is aligned. */
function columnsOf(buffer: ArrayBuffer): Facts {
  const n = buffer.byteLength / bytesEach;
  return {
    value: new Float64Array(buffer, 0, n),
    area: new Uint16Array(buffer, 8 * n, n),
    month: new Uint16Array(buffer, 10 * n, n),
    subject: new Uint8Array(buffer, 12 * n, n),
    category: new Uint8Array(buffer, 13 * n, n),
    root: new Uint8Array(buffer, 14 * n, n),
    qualifier: new Uint8Array(buffer, 15 * n, n),
  };
}

/** Puts several sets of facts one after another into one buffer. */
export function packFacts(parts: readonly Facts[]): ArrayBuffer {
  const buffer = new ArrayBuffer(parts.reduce((sum, { value }) => sum + value.length, 0) * bytesEach);
  const all = columnsOf(buffer);
  let at = 0;
  for (const part of parts) {
    for (const name of names) all[name].set(part[name], at);
    at += part.value.length;
  }
  return buffer;
}

/** Facts out of the buffer that `packFacts` made; the columns share it. */
export function unpackFacts(buffer: ArrayBuffer): Facts {
  return columnsOf(buffer);
}

/** A fact as databases of rows hold it. */
export type FactRow = Record<keyof Facts, number>;

/** The row of a fact. */
export function factRow({ value, area, month, subject, category, root, qualifier }: Facts, i: number): FactRow {
  return {
    value: value[i] ?? 0,
    area: area[i] ?? 0,
    month: month[i] ?? 0,
    subject: subject[i] ?? 0,
    category: category[i] ?? 0,
    root: root[i] ?? 0,
    qualifier: qualifier[i] ?? 0,
  };
}

/** All facts as rows. */
export function factRows(facts: Facts): FactRow[] {
  return Array.from(facts.value, (_, i) => factRow(facts, i));
}

/** Places of rows in order of subject, then month: who reads a table in parts finds what is asked for side by side. */
export function orderOf(subject: ArrayLike<number>, month: ArrayLike<number>): Uint32Array {
  const keys = Uint32Array.from(subject, (one, i) => one * 2 ** 16 + (month[i] ?? 0));
  return Uint32Array.from(keys, (_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}

/** The same facts in that order. */
export function sortFacts(facts: Facts): Facts {
  const order = orderOf(facts.subject, facts.month);
  const sorted = columnsOf(new ArrayBuffer(order.length * bytesEach));
  for (const name of names) order.forEach((from, to) => (sorted[name][to] = facts[name][from] ?? NaN));
  return sorted;
}

/** Columns of some rows. */
export function factsOf(rows: readonly FactRow[]): Facts {
  const facts = columnsOf(new ArrayBuffer(rows.length * bytesEach));
  rows.forEach((row, i) => {
    for (const name of names) facts[name][i] = row[name];
  });
  return facts;
}
