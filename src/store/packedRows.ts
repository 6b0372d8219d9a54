import type { RowColumns } from '../statistics/columns/rowColumns';
import { readState } from './commit';
import type { Database } from './database';
import { toAppError } from './toAppError';

const key = 'rows';

/** Grows when the form of rows changes: an older one is made again. */
const format = 1;

/** All rows as they were kept; null where there are none of this data. Errors: `db-broken`. */
export async function readPackedRows(database: Database, dataRevision: number): Promise<RowColumns | null> {
  try {
    const row = await database.packed.get(key);
    if (row?.format !== format || row.dataRevision !== dataRevision) return null;
    const rows = row.content as RowColumns;
    return areWhole(rows) ? rows : null;
  } catch (error) {
    throw toAppError(error);
  }
}

/** A record cut short on disk must not be believed. */
function areWhole({ count, coded, value, start, end }: RowColumns): boolean {
  const columns = [value, start, end, ...Object.values(coded).map(({ codes }) => codes)];
  return columns.every(({ length }) => length === count);
}

/** Keeps rows beside what they were made from, unless the data has moved on. Errors: `db-quota`, `db-broken`. */
export async function savePackedRows(database: Database, rows: RowColumns, dataRevision: number): Promise<void> {
  try {
    await database.transaction('rw', [database.packed, database.meta], async () => {
      if ((await readState(database)).dataRevision !== dataRevision) return;
      await database.packed.put({ key, format, dataRevision, content: rows });
    });
  } catch (error) {
    throw toAppError(error);
  }
}
