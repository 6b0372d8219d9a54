import { liveQuery } from 'dexie';
import type { Database } from './database';
import { toAppError } from './toAppError';
import { changedTray, type Tray, type TrayChange } from './tray';

const oldestFirst = (a: Tray, b: Tray) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0);

/** All trays, oldest first. Errors: `db-broken`. */
export async function listTrays(database: Database): Promise<Tray[]> {
  try {
    return (await database.trays.toArray()).sort(oldestFirst);
  } catch (error) {
    throw toAppError(error);
  }
}

/**
 * Takes one step on the stored tray, in one transaction. Output: whether there was something to work on. Trays are a
 * person's arrangement, no data: the revision and the log stay. Errors: `db-quota`, `db-broken`.
 */
export async function changeTray(database: Database, id: string, change: TrayChange, at: string): Promise<boolean> {
  try {
    return await database.transaction('rw', database.trays, async () => {
      const next = changedTray((await database.trays.get(id)) ?? null, id, change, at);
      if (next) await database.trays.put(next);
      return next !== null;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/** Removes a tray; one that is gone already is no error. Errors: `db-broken`. */
export async function removeTray(database: Database, id: string): Promise<void> {
  try {
    await database.trays.delete(id);
  } catch (error) {
    throw toAppError(error);
  }
}

/** Tells all trays now and after every step, in whichever tab; gives the way to stop. */
export function watchTrays(
  database: Database,
  onTrays: (trays: Tray[]) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => listTrays(database)).subscribe({ next: onTrays, error: onError });
  return () => subscription.unsubscribe();
}
