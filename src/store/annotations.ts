import type { Table } from 'dexie';
import type { Annotation } from '../model/annotation';
import type { Database } from './database';
import { toAppError } from './toAppError';

const key = 'annotations';

/** One row beside the state: remarks are few, belong to the package and are always read whole. */
const tableOf = (database: Database): Table<{ key: typeof key; annotations: Annotation[] }, string> =>
  database.table('meta');

/** Replaces the package's remarks; call within the transaction that loads it. */
export async function writeAnnotations(database: Database, annotations: Annotation[]): Promise<void> {
  await tableOf(database).put({ key, annotations });
}

/** Remarks on the data; none before a package that has any. Errors: `db-broken`. */
export async function readAnnotations(database: Database): Promise<Annotation[]> {
  try {
    return (await tableOf(database).get(key))?.annotations ?? [];
  } catch (error) {
    throw toAppError(error);
  }
}
