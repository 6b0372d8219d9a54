import type { RowColumns } from '../statistics/columns/rowColumns';
import type { Database } from './database';
import { toAppError } from './toAppError';

const rowsKey = 'rows';
const sequenceKey = 'rows|sequence';
/** Where rows are kept among what is packed: they are made apart from columns, and outlive them. */
export const keysOfRows: readonly string[] = [rowsKey, sequenceKey];

/** Grows when the form of rows changes: an older one is made again. */
const format = 2;

/** Rows as they were kept. */
interface KeptRows {
  rows: RowColumns;
  /** Line of the log up to which they know what reports say; of later lines they may. */
  sequence: number;
}

/** All rows as they were kept, of whatever data; null where there are none. Errors: `db-broken`. */
export async function readPackedRows(database: Database): Promise<KeptRows | null> {
  try {
    const row = await database.packed.get(rowsKey);
    if (row?.format !== format) return null;
    const kept = row.content as KeptRows;
    return areWhole(kept.rows) ? kept : null;
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
    const row = await database.packed.get(sequenceKey);
    return row?.format === format ? (row.content as number) : null;
  } catch (error) {
    throw toAppError(error);
  }
}

/** Keeps rows beside what they were made from. Errors: `db-quota`, `db-broken`. */
export async function savePackedRows(database: Database, kept: KeptRows): Promise<void> {
  const row = (key: string, content: unknown) => ({ key, format, dataRevision: 0, content });
  try {
    await database.packed.bulkPut([row(rowsKey, kept), row(sequenceKey, kept.sequence)]);
  } catch (error) {
    throw toAppError(error);
  }
}
