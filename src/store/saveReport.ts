import type { Observation } from '../model/observation';
import type { Report } from '../model/report';
import { commit, type Outcome } from './commit';
import type { Database } from './database';
import type { Decision } from './edits';
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
    const replaced = await database.reports.get(report.id);
    const edits = database.edits.where('reportId').equals(report.id);
    const before = replaced
      ? { report: replaced, segment: await database.segments.get(report.id), edits: await edits.toArray() }
      : null;
    await edits.delete();
    await database.reports.put({ ...report, source: 'user' });
    await database.segments.put({ ...segment, source: 'user' });
    const after = { report, observations: observations.length };
    const change = { action: 'save-report' as const, subject: report.id, before, after, at, reason };
    return { result: undefined, changes: [change], touchesData: true };
  });
}
