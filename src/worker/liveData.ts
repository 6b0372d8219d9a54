import { readState } from '../store/commit';
import type { Database } from '../store/database';
import { watchState } from '../store/watchState';
import { takeSnapshot, type Snapshot } from './snapshot';

/** The snapshot at a later state: read anew only when data changed. */
async function follow(database: Database, latest: Snapshot): Promise<Snapshot | null> {
  const { state, catalogue } = latest;
  const now = await readState(database);
  if (now.revision === state.revision) return null;
  if (now.dataRevision !== state.dataRevision) return takeSnapshot(database, catalogue.simulated);
  return { ...latest, state: now, catalogue: { ...catalogue, revision: now.revision } };
}

/**
 * Follows the database from a snapshot on: `onChange` gets a new one after each commit of any tab, several commits in
 * quick succession may give one. Changes are read one after another, so a snapshot never goes back in time. Gives the way to stop.
 */
export function followChanges(
  database: Database,
  first: Snapshot,
  onChange: (snapshot: Snapshot) => void,
  onError: (error: unknown) => void,
): () => void {
  let latest = first;
  let queue = Promise.resolve();
  const update = async () => {
    const next = await follow(database, latest);
    if (!next) return;
    latest = next;
    onChange(next);
  };
  const onState = () => {
    queue = queue.then(update).catch(onError);
  };
  return watchState(database, onState, onError);
}
