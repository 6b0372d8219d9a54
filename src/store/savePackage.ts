import type { Table } from 'dexie';
import type { Observation } from '../model/observation';
import type { DataPackage } from '../read/package/dataPackage';
import { isNewerVersion } from '../read/package/packageVersion';
import { writeAnnotations } from './annotations';
import { commit, readState, type Outcome } from './commit';
import type { Database } from './database';
import type { Source, State } from './rows';
import { packSegment, type Segment } from './segment';

/** Reports written between two calls of `onProgress`. */
const chunk = 200;

interface SaveOptions {
  /** ISO date and time of the change. */
  at: string;
  onProgress?: (done: number, total: number) => void;
}

/** What became of a package. */
interface SavedPackage {
  /** False when what is stored is as new: another tab was faster, or there was nothing to do. */
  written: boolean;
  /** Ids of reports that were not taken because a person has a report of the same id. */
  keptReports: string[];
  /** The data revision at which all that is stored is what the package holds; null where there is something else too. */
  alone: number | null;
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

function packReports({ dataset }: DataPackage): Segment[] {
  const byReport = new Map<string, Observation[]>(dataset.reports.map(({ id }) => [id, []]));
  for (const observation of dataset.observations) byReport.get(observation.reportId)?.push(observation);
  return Array.from(byReport, ([id, observations]) => packSegment(id, observations));
}

async function writeReports(
  database: Database,
  source: DataPackage,
  segments: Segment[],
  onProgress: SaveOptions['onProgress'],
) {
  // A report that the package drops stays while a person's edit hangs on it; the next package decides again.
  const edits = await database.edits.toArray();
  const edited = new Set(
    edits.filter(({ observation }) => observation.review !== 'rejected').map((edit) => edit.reportId),
  );
  const reports = await replaceRows(
    database.reports,
    source.dataset.reports,
    ({ id }) => id,
    (id) => edited.has(id),
  );
  const packed = await replaceRows(database.segments, segments, ({ reportId }) => reportId);
  await database.reports.bulkPut(reports.taken.map(fromPackage));
  for (let done = 0; done < packed.taken.length; done += chunk) {
    onProgress?.(done, packed.taken.length);
    await database.segments.bulkPut(packed.taken.slice(done, done + chunk).map(fromPackage));
  }
  onProgress?.(packed.taken.length, packed.taken.length);
  return reports.kept;
}

/** Whether nobody has written, edited or added anything. */
async function hasNothingOfPersons({ reports, segments, indicators, areas, edits }: Database): Promise<boolean> {
  const tables = [reports, segments, indicators, areas] as Table<Row, string>[];
  const counts = await Promise.all(tables.map((table) => table.where('source').equals('user').count()));
  return (await edits.count()) === 0 && counts.every((count) => count === 0);
}

/**
 * Loads a checked package in one transaction: the package's rows are replaced, a person's reports, areas, indicators and
 * edits are never touched. Does nothing when the stored package is as new, which is looked up inside the transaction.
 * Progress: segments done of total. Errors: `db-quota`, `db-broken`; nothing is written then.
 */
export async function savePackage(
  database: Database,
  source: DataPackage,
  options: SaveOptions,
): Promise<SavedPackage> {
  const segments = packReports(source);
  return commit<SavedPackage>(database, async (): Promise<Outcome<SavedPackage>> => {
    const state = await readState(database);
    if (!needsPackage(state, source.version)) {
      return { result: { written: false, keptReports: [], alone: null }, changes: [], touchesData: false };
    }
    const isAlone = await hasNothingOfPersons(database);
    const { indicators, areas } = source.dataset;
    const keptReports = await writeReports(database, source, segments, options.onProgress);
    const taken = {
      indicators: (await replaceRows(database.indicators, indicators, ({ code }) => code)).taken,
      areas: (await replaceRows(database.areas, areas, ({ code }) => code)).taken,
    };
    await database.indicators.bulkPut(taken.indicators.map(fromPackage));
    await database.areas.bulkPut(taken.areas.map(fromPackage));
    await database.boundaries.clear();
    await database.boundaries.bulkPut(source.boundaries);
    await writeAnnotations(database, source.annotations);
    const change = {
      action: 'load-package' as const,
      subject: source.name,
      before: { version: state.packageVersion },
      after: { version: source.version, reports: segments.length, observations: source.dataset.observations.length },
      at: options.at,
      reason: '',
    };
    return {
      result: { written: true, keptReports, alone: isAlone ? state.revision + 1 : null },
      changes: [change],
      touchesData: true,
      state: { packageVersion: source.version, reloadPackage: false },
    };
  });
}
