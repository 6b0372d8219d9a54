/** A column of text: each record holds the place of its cell in the list, which may name a text more than once. */
export interface CsvColumn {
  values: readonly string[];
  codes: readonly number[];
}

/** A column that is being read, cell by cell. */
export interface CsvColumnMaker extends CsvColumn {
  add: (cell: string) => void;
}

/** With more different texts than this, of which most come once, looking for repetitions would only cost. */
const most = 4096;

/** Starts a column; a text that comes again is kept once where many do. */
export function csvColumn(): CsvColumnMaker {
  const values: string[] = [];
  const codes: number[] = [];
  const known = new Map<string, number>();
  let last = -1;
  return {
    values,
    codes,
    add: (cell) => {
      if (last < 0 || values[last] !== cell) {
        const isVaried = known.size === most && values.length * 2 > codes.length;
        const found = isVaried ? undefined : known.get(cell);
        last = found ?? values.push(cell) - 1;
        if (found === undefined && known.size < most) known.set(cell, last);
      }
      codes.push(last);
    },
  };
}
