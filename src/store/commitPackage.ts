import type { Table } from 'dexie';
import type { PackageHead } from '../read/package/dataPackage';
import { isNewerVersion } from '../read/package/packageVersion';
import { writeAnnotations } from './annotations';
import { commit, readState, type Outcome } from './commit';
import type { Database } from './database';
import { withoutSource } from './loadDataset';
import { activateLoad } from './loads';
import type { ReportRow, Source, State } from './rows';
import type { Staged } from './stagePackage';

/** Reports written between two calls of `onProgress`. */
const chunk = 2000;

type OnProgress = ((done: number, total: number) => void) | undefined;

export interface SaveOptions {
  /** ISO date and time of the change. */
  at: string;
  onProgress?: OnProgress;
}

/** What became of a package. */
export interface SavedPackage {
  /** False when what is stored is as new: another tab was faster, or there was nothing to do. */
  written: boolean;
  /** Ids of reports that were not taken because a person has a report of the same id. */
  keptReports: string[];
}

/** Whether a package of a version should be loaded over what is stored. */
export function needsPackage(state: State, version: string): boolean {
  if (isNewerVersion(version, state.packageVersion)) return true;
  return state.reloadPackage && state.packageVersion === version;
}

interface Row {
  source: Source;
}

/** Replaces the package's rows of a table but for those to keep; rows whose key is a person's are left out and told. */
async function replaceRows<T extends object>(
  table: Table<T & Row, string>,
  rows: readonly T[],
  keyOf: (row: T) => string,
  keep: (key: string) => boolean = () => false,
): Promise<{ taken: T[]; kept: string[] }> {
  const own = new Set(await table.where('source').equals('user').primaryKeys());
  const stale = await table.where('source').equals('package').primaryKeys();
  await table.bulkDelete(stale.filter((key) => !keep(key)));
  const taken = rows.filter((row) => !own.has(keyOf(row)));
  return { taken, kept: rows.map(keyOf).filter((key) => own.has(key)) };
}

const fromPackage = <T extends object>(row: T): T & Row => ({ ...row, source: 'package' });

async function writeReports(database: Database, head: PackageHead, { blockOf }: Staged, onProgress: OnProgress) {
  // A report that the package drops stays while a person's edit hangs on it; the next package decides again.
  const edits = await database.edits.toArray();
  const edited = new Set(
    edits.filter(({ observation }) => observation.review !== 'rejected').map((edit) => edit.reportId),
  );
  const { reports } = head.dataset;
  const { taken, kept } = await replaceRows(
    database.reports,
    reports,
    ({ id }) => id,
    (id) => edited.has(id),
  );
  const survivors = await database.reports.bulkGet([...edited]);
  const stale = survivors.flatMap((row) => (row?.source === 'package' ? { ...withoutSource(row) } : []));
  await database.reports.bulkPut(stale.map(fromPackage));
  await database.segments.where('source').equals('package').delete();
  for (let done = 0; done < taken.length; done += chunk) {
    onProgress?.(done, taken.length);
    const rows = taken.slice(done, done + chunk).map((report): ReportRow => {
      const block = blockOf.get(report.id);
      return { ...fromPackage(report), ...(block === undefined ? {} : { block }) };
    });
    await database.reports.bulkPut(rows);
  }
  onProgress?.(taken.length, taken.length);
  return kept;
}

/**
 * Makes a staged package the one that is read, in one transaction: the package's rows are replaced, a person's reports,
 * areas, indicators and edits are never touched. Does nothing when the stored package is as new, which is looked up inside
 * the transaction. Progress: reports done of total. Errors: `db-quota`, `db-broken`; nothing is changed then.
 */
export async function commitPackage(
  database: Database,
  head: PackageHead,
  staged: Staged,
  { at, onProgress }: SaveOptions,
): Promise<SavedPackage> {
  return commit<SavedPackage>(database, async (): Promise<Outcome<SavedPackage>> => {
    const state = await readState(database);
    if (!needsPackage(state, head.version)) {
      return { result: { written: false, keptReports: [] }, changes: [], touchesData: false };
    }
    const { indicators, areas, reports } = head.dataset;
    await activateLoad(database, await staged.writeRest(), staged);
    const keptReports = await writeReports(database, head, staged, onProgress);
    const taken = {
      indicators: (await replaceRows(database.indicators, indicators, ({ code }) => code)).taken,
      areas: (await replaceRows(database.areas, areas, ({ code }) => code)).taken,
    };
    await database.indicators.bulkPut(taken.indicators.map(fromPackage));
    await database.areas.bulkPut(taken.areas.map(fromPackage));
    await database.boundaries.clear();
    await database.boundaries.bulkPut(head.boundaries);
    await writeAnnotations(database, head.annotations);
    const change = {
      action: 'load-package' as const,
      subject: head.name,
      before: { version: state.packageVersion },
      after: { version: head.version, reports: reports.length, observations: staged.count },
      at,
      reason: '',
    };
    return {
      result: { written: true, keptReports },
      changes: [change],
      touchesData: true,
      state: { packageVersion: head.version, reloadPackage: false },
    };
  });
}
