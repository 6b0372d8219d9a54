/** Places in a list of values, in the narrowest type that holds them. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Room for codes of so many different values. */
export function codesFor(values: number, length: number): Codes {
  if (values <= 2 ** 8) return new Uint8Array(length);
  return values <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** A column that is being made: widens with its values, grows when it is told to. */
export interface CodeMaker {
  values: readonly string[];
  /** The code of a value; new ones are numbered in order of appearance. */
  codeOf: (value: string) => number;
  /** Makes room for so many rows; what is beyond must not be set. */
  grow: (rows: number) => void;
  set: (row: number, code: number) => void;
  /** Sets rows from one on to what a table makes of `count` codes of a source. */
  setAll: (row: number, table: readonly number[], source: Codes, from: number, count: number) => void;
  /** Codes of the first rows. */
  take: (rows: number) => Codes;
}

/** Starts a column with room for so many rows. */
export function codeMaker(rows: number): CodeMaker {
  const values: string[] = [];
  const known = new Map<string, number>();
  let codes = codesFor(0, rows);
  const move = (length: number) => {
    const next = codesFor(values.length, length);
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
      if (code === 2 ** 8 || code === 2 ** 16) move(codes.length);
      return code;
    },
    grow: (room) => move(room),
    set: (row, code) => {
      codes[row] = code;
    },
    setAll: (row, table, source, from, count) => {
      for (let i = 0; i < count; i++) codes[row + i] = table[source[from + i] as number] as number;
    },
    take: (count) => codes.slice(0, count),
  };
}
