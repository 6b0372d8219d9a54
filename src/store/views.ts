import { commit } from './commit';
import type { Database } from './database';
import type { SavedView } from './savedView';
import { toAppError } from './toAppError';

/** Saved views, oldest first. Errors: `db-broken`. */
export async function listViews(database: Database): Promise<SavedView[]> {
  try {
    return await database.views.orderBy('createdAt').toArray();
  } catch (error) {
    throw toAppError(error);
  }
}

/** Saves a view, over an earlier one of the same id. Errors: `db-quota`, `db-broken`. */
export async function saveView(database: Database, view: SavedView, at: string): Promise<void> {
  await commit(database, async () => {
    const before = (await database.views.get(view.id)) ?? null;
    await database.views.put(view);
    const change = { action: 'save-view' as const, subject: view.id, before, after: view, at, reason: '' };
    return { result: undefined, changes: [change], touchesData: false };
  });
}

/** Removes a view; one that is gone already is no error. Errors: `db-broken`. */
export async function removeView(database: Database, id: string, at: string): Promise<void> {
  await commit(database, async () => {
    const before = await database.views.get(id);
    await database.views.delete(id);
    const change = { action: 'remove-view' as const, subject: id, before, after: null, at, reason: '' };
    return { result: undefined, changes: before ? [change] : [], touchesData: false };
  });
}
