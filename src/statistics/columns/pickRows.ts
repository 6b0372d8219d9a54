import { codesFor } from './codes';
import { rowFields, type CodedColumn, type CodedField, type RowColumns } from './rowColumns';

/** Some rows in some order, as if they alone had been packed. */
export function pickRows(all: RowColumns, rows: Uint32Array<ArrayBuffer>): RowColumns {
  const ids = new Map<number, string>();
  if (all.ids.size > 0)
    rows.forEach((row, i) => {
      const id = all.ids.get(row);
      if (id !== undefined) ids.set(i, id);
    });
  const column = (field: CodedField) => gatherCodes(all.coded[field], rows);
  return {
    count: rows.length,
    ids,
    gone: new Set(),
    coded: Object.fromEntries(rowFields.map((field) => [field, column(field)])) as RowColumns['coded'],
    value: pick(all.value, rows, new Float64Array(rows.length)),
    start: pick(all.start, rows, new Uint32Array(rows.length)),
    end: pick(all.end, rows, new Uint32Array(rows.length)),
  };
}

function pick<T extends Float64Array | Uint32Array>(from: T, rows: Uint32Array<ArrayBuffer>, to: T): T {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i] as number] as number;
  return to;
}

/** Values are numbered anew in order of appearance, so that none is listed that no row has. */
function gatherCodes({ values, codes }: CodedColumn, rows: Uint32Array<ArrayBuffer>): CodedColumn {
  const renumbered = new Int32Array(values.length).fill(-1);
  const used: string[] = [];
  const made = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] as number] as number;
    if (renumbered[code] === -1) renumbered[code] = used.push(values[code] ?? '') - 1;
    made[i] = renumbered[code] as number;
  }
  const narrow = codesFor(used.length, rows.length);
  narrow.set(made);
  return { values: used, codes: narrow };
}
