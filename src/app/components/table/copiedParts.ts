import type { Grid } from '../../../export/gridText';
import { tableOf, type ColumnKey, type RowNames } from '../../../statistics/table/tableColumns';
import type { DataClient } from '../../../worker/client';
import { copiedGrid, type ColumnNames } from './copiedGrid';

/** Rows that are made at a time: more would be felt. */
const atOnce = 1000;

interface Copying {
  set: number;
  rows: Int32Array | Uint32Array;
  shown: readonly ColumnKey[];
  headings: ColumnNames;
  names: RowNames;
  ask: <T>(use: (client: DataClient) => Promise<T>) => Promise<T>;
}

/** Rows of a set as a table to paste, part by part. Throws where the set is forgotten meanwhile. */
export async function* copiedParts({ set, rows, shown, headings, names, ask }: Copying): AsyncGenerator<Grid> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const chunk = await ask((client) => client.tableRows(set, [...rows.slice(from, from + atOnce)]));
    if (!chunk) throw new Error(`unknown set of rows: ${String(set)}`);
    yield copiedGrid(tableOf(chunk.columns, names), shown, headings);
  }
}
