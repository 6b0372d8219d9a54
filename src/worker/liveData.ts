import type { Dataset } from '../model/dataset';
import { resolveDataset } from '../statistics/resolveDataset';
import type { Resolved } from '../statistics/resolved';
import { readState } from '../store/commit';
import type { Database } from '../store/database';
import { loadDataset } from '../store/loadDataset';
import type { State } from '../store/rows';
import { watchState } from '../store/watchState';
import type { Catalogue } from './protocol';

/** What the database held at one revision, ready for questions. */
export interface Snapshot {
  state: State;
  resolved: Resolved;
  catalogue: Catalogue;
}

function toCatalogue(dataset: Dataset, state: State, simulated: boolean): Catalogue {
  const { areas, indicators, reports, observations } = dataset;
  const { revision, packageVersion } = state;
  return { revision, packageVersion, areas, indicators, reports, observationCount: observations.length, simulated };
}

/** Reads and resolves all data as it stands. Errors: `db-broken`. */
export async function takeSnapshot(database: Database, simulated = false): Promise<Snapshot> {
  const { dataset, state } = await loadDataset(database);
  return { state, resolved: resolveDataset(dataset), catalogue: toCatalogue(dataset, state, simulated) };
}

/** The snapshot at a later state: read anew only when data changed. */
async function follow(database: Database, { state, resolved, catalogue }: Snapshot): Promise<Snapshot | null> {
  const now = await readState(database);
  if (now.revision === state.revision) return null;
  if (now.dataRevision !== state.dataRevision) return takeSnapshot(database, catalogue.simulated);
  return { state: now, resolved, catalogue: { ...catalogue, revision: now.revision } };
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
