import type { Observation } from '../model/observation';
import type { Report } from '../model/report';
import { commit, type Outcome } from './commit';
import type { Database } from './database';
import type { Decision } from './edits';
import { storedSegment } from './readStored';
import { packSegment } from './segment';

/**
 * Saves a report that a person read, with its observations, in place of whatever was stored under its id, be it the
 * package's or a person's; edits made to that go with it. The log keeps all that was replaced.
 * Errors: `db-quota`, `db-broken`, nothing is written then; throws on an observation of another report.
 */
export async function saveReport(
  database: Database,
  report: Report,
  observations: readonly Observation[],
  { at, reason }: Decision,
): Promise<void> {
  const segment = packSegment(report.id, observations);
  await commit(database, async (): Promise<Outcome<void>> => {
    const made = database.edits.where('reportId').equals(report.id);
    const [replaced, edits] = await Promise.all([database.reports.get(report.id), made.toArray()]);
    const before = replaced ? { report: replaced, segment: await storedSegment(database, report.id), edits } : null;
    // Asked at once: each answer takes its way through another process.
    await Promise.all([
      edits.length > 0 && made.delete(),
      database.reports.put({ ...report, source: 'user' }),
      database.segments.put({ ...segment, source: 'user' }),
    ]);
    const after = { report, observations: observations.length };
    const change = { action: 'save-report' as const, subject: report.id, before, after, at, reason };
    return { result: undefined, changes: [change], touchesData: true };
  });
}

/**
 * Removes a report that a person saved, with its observations and the edits made to them; the log keeps all of it.
 * Errors: `db-quota`, `db-broken`; throws on a report that no person saved.
 */
export async function removeReport(database: Database, id: string, { at, reason }: Decision): Promise<void> {
  await commit(database, async (): Promise<Outcome<void>> => {
    const report = await database.reports.get(id);
    if (report?.source !== 'user') throw new Error(`no report of a person: ${id}`);
    const edits = database.edits.where('reportId').equals(id);
    const before = { report, segment: await storedSegment(database, id), edits: await edits.toArray() };
    await edits.delete();
    await database.segments.delete(id);
    await database.reports.delete(id);
    const change = { action: 'remove-report' as const, subject: id, before, after: null, at, reason };
    return { result: undefined, changes: [change], touchesData: true };
  });
}
