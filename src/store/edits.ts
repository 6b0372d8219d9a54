import type { Observation } from '../model/observation';
import { commit, type Outcome } from './commit';
import type { Database } from './database';
import type { ChangeAction, ChangeRow } from './rows';
import { readStored } from './readStored';
import { toAppError } from './toAppError';

/** When and why a person decided. */
export interface Decision {
  /** ISO date and time. */
  at: string;
  reason: string;
}

/** The observation as stored, without the edit that may lie over it. */
async function storedObservation(database: Database, { id, reportId }: Observation): Promise<Observation | null> {
  const stored = await readStored(database, [reportId]);
  return stored.get(reportId)?.find((observation) => observation.id === id) ?? null;
}

async function layOver(
  database: Database,
  action: ChangeAction,
  observation: Observation,
  { at, reason }: Decision,
): Promise<void> {
  const observationId = observation.id;
  await commit(database, async (): Promise<Outcome<void>> => {
    const earlier = await database.edits.get(observationId);
    const base = earlier?.base ?? (await storedObservation(database, observation));
    if (!base) throw new Error(`unknown observation: ${observationId}`);
    if (base.reportId !== observation.reportId) throw new Error(`observation moved between reports: ${observationId}`);
    await database.edits.put({ observationId, reportId: base.reportId, observation, base, at, reason });
    const before = earlier?.observation ?? base;
    const change = { action, subject: observationId, before, after: observation, at, reason };
    return { result: undefined, changes: [change], touchesData: true };
  });
}

/**
 * Keeps a person's version of an observation (same id and report) over the stored one; newer packages do not touch it.
 * Errors: `db-quota`, `db-broken`; throws on an unknown observation.
 */
export async function editObservation(database: Database, observation: Observation, decision: Decision): Promise<void> {
  await layOver(database, 'edit-observation', { ...observation, review: 'edited' }, decision);
}

/** Marks an observation as rejected by a person; it stays, and statistics leave it out. Errors: as `editObservation`. */
export async function rejectObservation(
  database: Database,
  observation: Observation,
  decision: Decision,
): Promise<void> {
  await layOver(database, 'reject-observation', { ...observation, review: 'rejected' }, decision);
}

/**
 * Takes a person's version away, so that what is stored shows again; without one nothing happens.
 * Errors: `db-quota`, `db-broken`.
 */
export async function revertObservation(database: Database, id: string, { at, reason }: Decision): Promise<void> {
  await commit(database, async (): Promise<Outcome<void>> => {
    const edit = await database.edits.get(id);
    if (!edit) return { result: undefined, changes: [], touchesData: false };
    const after = await storedObservation(database, edit.observation);
    await database.edits.delete(id);
    const change = { action: 'revert-observation' as const, subject: id, before: edit.observation, after, at, reason };
    return { result: undefined, changes: [change], touchesData: true };
  });
}

/** What was done to an observation, report or view, oldest first. Errors: `db-broken`. */
export async function historyOf(database: Database, subject: string): Promise<ChangeRow[]> {
  try {
    return await database.changes.where('subject').equals(subject).sortBy('sequence');
  } catch (error) {
    throw toAppError(error);
  }
}
