import type { Database } from '../store/database';
import type { Decision } from '../store/edits';
import type { WorkerApi } from './protocol';
import { toResult } from './result';

type Writing = Pick<
  WorkerApi,
  'saveReport' | 'removeReport' | 'editObservation' | 'rejectObservation' | 'revertObservation'
>;

/** A person decides after a start: what writes is loaded then. */
const loadEdits = () => import('../store/edits');
const loadReports = () => import('../store/saveReport');

/** The part of the API that writes what a person decides; followers of the database hear of it by themselves. */
export function writing(opened: () => Promise<Database>, now: () => string): Writing {
  const write = (reason: string, work: (database: Database, decision: Decision) => Promise<void>) =>
    toResult(async () => {
      await work(await opened(), { at: now(), reason });
      return null;
    });
  return {
    saveReport: (report, observations, reason) =>
      write(reason, async (database, decision) =>
        (await loadReports()).saveReport(database, report, observations, decision),
      ),
    removeReport: (id, reason) =>
      write(reason, async (database, decision) => (await loadReports()).removeReport(database, id, decision)),
    editObservation: (observation, reason) =>
      write(reason, async (database, decision) => (await loadEdits()).editObservation(database, observation, decision)),
    rejectObservation: (observation, reason) =>
      write(reason, async (database, decision) =>
        (await loadEdits()).rejectObservation(database, observation, decision),
      ),
    revertObservation: (id, reason) =>
      write(reason, async (database, decision) => (await loadEdits()).revertObservation(database, id, decision)),
  };
}
