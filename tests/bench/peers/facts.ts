/**
 * What peers that know only sums are given: one row for each observation that counts, by our own rules, for a county or
 * for the total over all areas in some month; columns side by side.
 */
export interface Facts {
  value: Float64Array;
  /** Number of the county that it counts for; `noCounty` where for none. */
  area: Uint16Array;
  /** From the world's first month. */
  month: Uint16Array;
  subject: Uint8Array;
  category: Uint8Array;
  /** 1 when it counts in the total over all areas. */
  root: Uint8Array;
}

export const noCounty = 65_535;

const bytesEach = 15;

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
  };
}

/** Puts several sets of facts one after another into one buffer. */
export function packFacts(parts: readonly Facts[]): ArrayBuffer {
  const buffer = new ArrayBuffer(parts.reduce((sum, { value }) => sum + value.length, 0) * bytesEach);
  const all = columnsOf(buffer);
  let at = 0;
  for (const part of parts) {
    all.value.set(part.value, at);
    all.area.set(part.area, at);
    all.month.set(part.month, at);
    all.subject.set(part.subject, at);
    all.category.set(part.category, at);
    all.root.set(part.root, at);
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
export function factRow({ value, area, month, subject, category, root }: Facts, i: number): FactRow {
  return {
    value: value[i] ?? 0,
    area: area[i] ?? 0,
    month: month[i] ?? 0,
    subject: subject[i] ?? 0,
    category: category[i] ?? 0,
    root: root[i] ?? 0,
  };
}
