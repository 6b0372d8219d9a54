import type { Database } from '../store/database';
import { watchState } from '../store/watchState';
import type { Snapshot } from './snapshot';

/**
 * Follows the database from a snapshot on: `onChange` gets a new one after each commit of any tab, several commits in
 * quick succession may give one. `onSettled` gets the same data in the form to go on with. Changes are read one after another, so a snapshot never goes back in time. Gives the way to stop.
 */
export function followChanges(
  database: Database,
  first: Snapshot,
  onChange: (snapshot: Snapshot) => void,
  onSettled: (snapshot: Snapshot) => void,
  onError: (error: unknown) => void,
): () => void {
  let latest = first;
  let queue = Promise.resolve();
  const update = async () => {
    const next = await latest.next();
    if (!next) return;
    latest = next;
    onChange(next);
    const settled = await next.settle();
    if (settled === next) return;
    latest = settled;
    onSettled(settled);
  };
  const onState = () => {
    queue = queue.then(update).catch(onError);
  };
  return watchState(database, onState, onError);
}
