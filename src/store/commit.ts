import type { Database } from './database';
import type { Change, State } from './rows';
import { toAppError } from './toAppError';

const initialState: State = { revision: 0, dataRevision: 0, packageVersion: null, reloadPackage: false };

/** How far the database has come; revision 0 before anything was written. */
export async function readState(database: Database): Promise<State> {
  const { revision, dataRevision, packageVersion, reloadPackage } = (await database.meta.get('state')) ?? initialState;
  return { revision, dataRevision, packageVersion, reloadPackage };
}

/** What a piece of work did, to be written with it. */
export interface Outcome<T> {
  result: T;
  /** Lines of the log; none means that nothing was changed, and the revision stays. */
  changes: Change[];
  /** Whether statistics must be computed anew. */
  touchesData: boolean;
  state?: Pick<State, 'packageVersion' | 'reloadPackage'>;
}

/**
 * Runs work that writes, with its log lines and the new revision, in one transaction: all of it or nothing.
 * Errors: `db-quota`, `db-broken`; a programmer's mistake (a plain Error of the work) comes back as it was thrown.
 */
export async function commit<T>(database: Database, work: () => Promise<Outcome<T>>): Promise<T> {
  try {
    return await database.transaction('rw', database.tables, async () => {
      const [{ result, changes, touchesData, state }, before] = await Promise.all([work(), readState(database)]);
      if (changes.length === 0) return result;
      const revision = before.revision + 1;
      const dataRevision = touchesData ? revision : before.dataRevision;
      await Promise.all([
        database.meta.put({ ...before, ...state, key: 'state', revision, dataRevision }),
        database.changes.bulkAdd(changes),
      ]);
      return result;
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'Error') throw error;
    throw toAppError(error);
  }
}

/** Number of the newest line of the log; 0 of an empty one. */
export async function lastSequence(database: Database): Promise<number> {
  return (await database.changes.orderBy('sequence').last())?.sequence ?? 0;
}
