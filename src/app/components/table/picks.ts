/** Rows that somebody has picked, by number; never changed, each step makes others. */
export interface Picks {
  readonly size: number;
  has: (row: number) => boolean;
  /** The same with a row more, or without it. */
  toggled: (row: number) => Picks;
}

/** A bit a row: a million picked rows take no more room than a few. */
function picksOf(bits: Uint8Array, size: number): Picks {
  const has = (row: number) => ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  return {
    size,
    has,
    toggled: (row) => {
      const next = new Uint8Array(Math.max(bits.length, (row >> 3) + 1));
      next.set(bits);
      next[row >> 3] = (next[row >> 3] ?? 0) ^ (1 << (row & 7));
      return picksOf(next, has(row) ? size - 1 : size + 1);
    },
  };
}

/** Nothing picked. */
export const noPicks: Picks = picksOf(new Uint8Array(), 0);

/** All rows of some lines, in which what is below zero is a heading. */
export function picksOfLines(lines: Int32Array): Picks {
  let [size, most] = [0, -1];
  for (const line of lines) if (line > most) most = line;
  const bits = new Uint8Array((most >> 3) + 1);
  for (const line of lines) {
    if (line < 0) continue;
    bits[line >> 3] = (bits[line >> 3] as number) | (1 << (line & 7));
    size++;
  }
  return picksOf(bits, size);
}
