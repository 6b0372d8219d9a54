import type { Database } from '../../../src/store/database';

/** All rows of all tables, by table: what must be equal when nothing was to change. */
export async function dumpOf(database: Database): Promise<Record<string, unknown[]>> {
  const entries = database.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(entries));
}
