import type { Database } from '../store/database';
import type { State } from '../store/rows';
import { watchState } from '../store/watchState';
import type { Snapshot } from './snapshot';

interface Following {
  /** Gets a new snapshot after each commit of any tab; several commits in quick succession may give one. */
  onChange: (snapshot: Snapshot) => void;
  /** Gets the same data in the form to go on with. */
  onSettled: (snapshot: Snapshot) => void;
  onError: (error: unknown) => void;
  /** Waits until there is time for what nobody waits for. */
  quiet: () => Promise<void>;
}

/**
 * Follows the database from a snapshot on. Changes are read one after another, so a snapshot never goes back in time.
 * Gives the way to stop.
 */
export function followChanges(
  database: Database,
  first: Snapshot,
  { onChange, onSettled, onError, quiet }: Following,
): () => void {
  let latest = first;
  let queue = Promise.resolve();
  let isWaiting = false;
  let isStopped = false;
  const inTurn = (work: () => Promise<void>) => {
    queue = queue.then(() => (isStopped ? undefined : work())).catch(onError);
  };
  const settle = async () => {
    const settled = await latest.settle();
    if (settled === latest) return;
    latest = settled;
    onSettled(settled);
  };
  const settleLater = async () => {
    if (isWaiting) return;
    isWaiting = true;
    await quiet();
    isWaiting = false;
    inTurn(settle);
  };
  const update = async ({ revision }: State) => {
    const next = revision === latest.state.revision ? null : await latest.next();
    if (!next) return;
    latest = next;
    onChange(next);
    void settleLater();
  };
  const unwatch = watchState(database, (state) => inTurn(() => update(state)), onError);
  void settleLater();
  // Nobody waits for it, and what cannot be done now will say so when it is asked for.
  void quiet().then(() => (isStopped ? undefined : first.prepare().catch(() => undefined)));
  return () => {
    isStopped = true;
    unwatch();
  };
}
