import { liveQuery } from 'dexie';
import { readState } from './commit';
import type { Database } from './database';
import type { State } from './rows';

/**
 * Tells the state now and after every commit, whichever tab or worker made it; gives the way to stop.
 * Commits in quick succession may be told once. A closed database tells nothing more.
 */
export function watchState(
  database: Database,
  onState: (state: State) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => readState(database)).subscribe({ next: onState, error: onError });
  return () => subscription.unsubscribe();
}
