import type { Observation } from '../model/observation';
import type { ReportChange, Reported } from '../statistics/columns/patchReports';
import { blockTables } from './blocks';
import { readState } from './commit';
import type { Database } from './database';
import { applyEdits, withoutSource } from './loadDataset';
import { readStored } from './readStored';
import type { ChangeRow, Edit, ReportRow, State } from './rows';
import { unpackSegment, type Segment } from './segment';
import { toAppError } from './toAppError';

/** What a report said before it was saved over or removed: as the log has it. */
interface Replaced {
  report: ReportRow;
  segment: Segment | undefined;
  edits: Edit[];
}

/** Observations of some reports as they are, a person's edits applied, by report. Errors: `db-broken`. */
export async function readObservations(
  database: Database,
  reports: readonly string[],
): Promise<Map<string, Observation[]>> {
  if (reports.length === 0) return new Map();
  try {
    return await database.transaction('r', [...blockTables(database), database.edits], async () => {
      const [stored, edited] = await Promise.all([readStored(database, reports), database.edits.count()]);
      const edits = edited > 0 ? await database.edits.where('reportId').anyOf(reports).toArray() : [];
      return new Map(
        reports.map((id) => [
          id,
          applyEdits(
            stored.get(id) ?? [],
            edits.filter(({ reportId }) => reportId === id),
          ),
        ]),
      );
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/**
 * What has become of reports since a line of the log: each with what it said then and what it says now.
 * Output: with the state that it belongs to and its newest line; `changes` is null where more changed than reports (a
 * package came). Errors: `db-broken`.
 */
export async function readReportChanges(
  database: Database,
  since: number,
): Promise<{ changes: ReportChange[] | null; state: State; sequence: number }> {
  const { edits, changes: log, reports } = database;
  try {
    return await database.transaction('r', [...blockTables(database), edits, log], async () => {
      const [lines, state] = await Promise.all([log.where('sequence').above(since).toArray(), readState(database)]);
      const sequence = lines.at(-1)?.sequence ?? since;
      const ids = new Map<string, ChangeRow[]>();
      for (const line of lines) {
        const id = reportOf(line);
        if (id === null) return { changes: null, state, sequence };
        if (id !== '') ids.set(id, [...(ids.get(id) ?? []), line]);
      }
      const changed = [...ids.keys()];
      const [rows, observations] = await Promise.all([reports.bulkGet(changed), readObservations(database, changed)]);
      const changes = Array.from(ids, ([id, mine], i): ReportChange => {
        const row = rows[i];
        const after = row ? { report: withoutSource(row), observations: observations.get(id) ?? [] } : null;
        return { id, before: undo(after, mine), after };
      });
      return { changes, state, sequence };
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/** Ids of the reports that have changed since a line of the log; null where a package came. Errors: `db-broken`. */
export async function readChangedReports(database: Database, since: number): Promise<string[] | null> {
  try {
    const lines = await database.changes.where('sequence').above(since).toArray();
    const ids = new Set(lines.map(reportOf));
    ids.delete('');
    return ids.has(null) ? null : [...ids].flatMap((id) => id ?? []);
  } catch (error) {
    throw toAppError(error);
  }
}

/** The report that a line of the log is about; empty where it changes no numbers, null where it is about more. */
function reportOf({ action, subject, before, after }: ChangeRow): string | null {
  if (action === 'save-view' || action === 'remove-view') return '';
  if (action === 'save-report' || action === 'remove-report') return subject;
  if (action === 'load-package') return null;
  return ((after ?? before) as Observation | null)?.reportId ?? null;
}

/** What a report said before some lines of the log, newest last. */
function undo(after: Reported | null, lines: readonly ChangeRow[]): Reported | null {
  return lines.reduceRight<Reported | null>((now, { action, subject, before }) => {
    if (action === 'save-report' || action === 'remove-report') return replaced(before as Replaced | null);
    const was = before as Observation | null;
    const observations = (now?.observations ?? []).flatMap((one) => (one.id === subject ? (was ?? []) : one));
    const isThere = (now?.observations ?? []).some(({ id }) => id === subject);
    return now && { ...now, observations: isThere || !was ? observations : [...observations, was] };
  }, after);
}

function replaced(before: Replaced | null): Reported | null {
  if (!before) return null;
  const { report, segment, edits } = before;
  return {
    report: withoutSource(report),
    observations: applyEdits(segment ? unpackSegment(segment) : [], edits),
  };
}
