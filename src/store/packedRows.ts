import type { RowColumns } from '../statistics/columns/rowColumns';
import { fileColumns, withColumns } from './columnsFile';
import type { Database } from './database';
import { keysOfRows } from './keysOfRows';
import { toAppError } from './toAppError';

/** Grows when the form of rows changes: an older one is made again. */
const format = 3;

/** Rows as they were kept. */
interface KeptRows {
  rows: RowColumns;
  /** Line of the log up to which they know what reports say; of later lines they may. */
  sequence: number;
}

/** All rows as they were kept, of whatever data; null where there are none. Errors: `db-broken`. */
export async function readPackedRows(database: Database): Promise<KeptRows | null> {
  try {
    const row = await database.packed.get(keysOfRows.rows);
    if (row?.format !== format) return null;
    const kept = (await withColumns(row)) as KeptRows | null;
    return kept && areWhole(kept.rows) ? kept : null;
  } catch (error) {
    throw toAppError(error);
  }
}

/** A record cut short on disk must not be believed. */
function areWhole({ count, coded, value, start, end }: RowColumns): boolean {
  const columns = [value, start, end, ...Object.values(coded).map(({ codes }) => codes)];
  return columns.every(({ length }) => length === count);
}

/** Line of the log up to which rows that are kept know what reports say; null where there are none. Errors: `db-broken`. */
export async function packedRowsSequence(database: Database): Promise<number | null> {
  try {
    const row = await database.packed.get(keysOfRows.sequence);
    return row?.format === format ? (row.content as number) : null;
  } catch (error) {
    throw toAppError(error);
  }
}

/** Keeps rows beside what they were made from. Errors: `db-quota`, `db-broken`. */
export async function savePackedRows(database: Database, kept: KeptRows): Promise<void> {
  const row = (key: string, content: unknown) => ({ key, format, dataRevision: 0, ...fileColumns(content) });
  try {
    await database.packed.bulkPut([row(keysOfRows.rows, kept), row(keysOfRows.sequence, kept.sequence)]);
  } catch (error) {
    throw toAppError(error);
  }
}
