import type { Database } from '../store/database';
import { editObservation, rejectObservation, revertObservation, type Decision } from '../store/edits';
import { removeReport, saveReport } from '../store/saveReport';
import type { WorkerApi } from './protocol';
import { toResult } from './result';

type Writing = Pick<
  WorkerApi,
  'saveReport' | 'removeReport' | 'editObservation' | 'rejectObservation' | 'revertObservation'
>;

/** The part of the API that writes what a person decides; followers of the database hear of it by themselves. */
export function writing(opened: () => Promise<Database>, now: () => string): Writing {
  const write = (reason: string, work: (database: Database, decision: Decision) => Promise<void>) =>
    toResult(async () => {
      await work(await opened(), { at: now(), reason });
      return null;
    });
  return {
    saveReport: (report, observations, reason) =>
      write(reason, (database, decision) => saveReport(database, report, observations, decision)),
    removeReport: (id, reason) => write(reason, (database, decision) => removeReport(database, id, decision)),
    editObservation: (observation, reason) =>
      write(reason, (database, decision) => editObservation(database, observation, decision)),
    rejectObservation: (observation, reason) =>
      write(reason, (database, decision) => rejectObservation(database, observation, decision)),
    revertObservation: (id, reason) => write(reason, (database, decision) => revertObservation(database, id, decision)),
  };
}
