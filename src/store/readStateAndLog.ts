import { lastSequence, readState } from './commit';
import type { Database } from './database';
import type { State } from './rows';
import { toAppError } from './toAppError';

/** The state with the number of the newest line of the log. Errors: `db-broken`. */
export async function readStateAndLog(database: Database): Promise<{ state: State; sequence: number }> {
  try {
    return await database.transaction('r', [database.meta, database.changes], async () => ({
      state: await readState(database),
      sequence: await lastSequence(database),
    }));
  } catch (error) {
    throw toAppError(error);
  }
}
