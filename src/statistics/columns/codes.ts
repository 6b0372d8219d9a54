/** Places in a list of values, in the narrowest type that holds them. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Room for codes of so many different values. */
export function codesFor(values: number, length: number): Codes {
  if (values <= 2 ** 8) return new Uint8Array(length);
  return values <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** A column that is being made: grows with its rows, widens with its values. */
export interface CodeMaker {
  values: readonly string[];
  /** The code of a value; new ones are numbered in order of appearance. */
  codeOf: (value: string) => number;
  set: (row: number, code: number) => void;
  /** Codes of the first rows. */
  take: (rows: number) => Codes;
}

/** Starts a column for so many rows, or more. */
export function codeMaker(rows: number): CodeMaker {
  const values: string[] = [];
  const known = new Map<string, number>();
  let codes = codesFor(0, rows);
  const moved = (limit: number, length: number) => {
    const next = codesFor(limit, length);
    next.set(codes);
    codes = next;
  };
  return {
    values,
    codeOf: (value) => {
      const found = known.get(value);
      if (found !== undefined) return found;
      const code = values.push(value) - 1;
      known.set(value, code);
      if (codesFor(values.length, 0).BYTES_PER_ELEMENT > codes.BYTES_PER_ELEMENT) moved(values.length, codes.length);
      return code;
    },
    set: (row, code) => {
      if (row >= codes.length) moved(values.length, Math.max(64, row * 2));
      codes[row] = code;
    },
    take: (count) => codes.slice(0, count),
  };
}
