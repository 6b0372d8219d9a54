import type { Annotation } from '../model/annotation';
import type { Dataset } from '../model/dataset';
import { buildColumns, type Columns } from '../statistics/columns/buildColumns';
import { sheetKey, type FlowSheet } from '../statistics/columns/flowSheet';
import { openColumns } from '../statistics/columns/openColumns';
import type { Queries, QueryName } from '../statistics/query';
import { resolveDataset } from '../statistics/resolveDataset';
import type { Resolved } from '../statistics/resolved';
import { readAnnotations } from '../store/annotations';
import type { Database } from '../store/database';
import { loadDataset } from '../store/loadDataset';
import { readPackedHead, readPackedSheets, savePacked, type PackedHead } from '../store/packedColumns';
import type { State } from '../store/rows';
import type { Catalogue } from './protocol';

/** Up to so many observations stay in memory once read: questions about single ones are then answered at once. */
const keptObservations = 50_000;

/** What the database held at one revision, ready for questions. */
export interface Snapshot {
  state: State;
  catalogue: Catalogue;
  /** The data in the form that a question needs, read on demand. Errors: `db-broken`. */
  dataFor<K extends QueryName>(name: K, request: Queries[K]['request']): Promise<Resolved>;
}

type Beside = Omit<Dataset, 'observations'>;

function toCatalogue({ beside, columns, state, simulated, annotations }: Source): Catalogue {
  const { areas, indicators, reports } = beside;
  const { observationCount } = columns;
  const { revision, packageVersion } = state;
  return { revision, packageVersion, areas, indicators, reports, annotations, observationCount, simulated };
}

/** Columns whose sheets come when a subject is asked for, at the latest. */
interface Source {
  columns: Omit<Columns, 'sheets'>;
  beside: Beside;
  state: State;
  annotations: Annotation[];
  simulated: boolean;
  /** Null where they cannot be had. */
  read: (subject: string) => Promise<FlowSheet[] | null>;
  /** All observations, where they are in memory anyway. */
  entries: Resolved | null;
}

/** Which subjects' columns a question needs; null where it needs the observations themselves. */
function subjectsOf<K extends QueryName>(name: K, request: Queries[K]['request']): string[] | null {
  if (name === 'facets') return [];
  if (name === 'explain' || name === 'rows' || name === 'table') return null;
  if (!('filter' in request) || request.filter.reports.length > 0) return null;
  const several = 'subjects' in request ? request.subjects : [];
  return 'subject' in request ? [...several, request.subject] : several;
}

function snapshotOf(database: Database, source: Source): Snapshot {
  const sheets = new Map<string, FlowSheet>();
  const reading = new Map<string, Promise<boolean>>();
  const { beside, columns, state } = source;
  const opened = openColumns(
    columns,
    beside,
    (subject, granularity) => sheets.get(sheetKey(subject, granularity)) ?? null,
  );
  let entries: Promise<Resolved> | null = source.entries && Promise.resolve(source.entries);
  const readEntries = async () => resolveDataset((await loadDataset(database)).dataset);
  const readSheets = async (subject: string): Promise<boolean> => {
    const found = await source.read(subject);
    for (const sheet of found ?? []) sheets.set(sheetKey(sheet.subject, sheet.granularity), sheet);
    return found !== null;
  };
  const ensure = (subject: string): Promise<boolean> => {
    const known = reading.get(subject) ?? readSheets(subject);
    reading.set(subject, known);
    return known;
  };
  const allEntries = (): Promise<Resolved> => {
    entries ??= readEntries();
    entries.catch(() => (entries = null));
    return entries;
  };
  return {
    state,
    catalogue: toCatalogue(source),
    dataFor: async (name, request) => {
      const subjects = subjectsOf(name, request);
      const isHere = subjects && (await Promise.all(subjects.map(ensure))).every(Boolean);
      return isHere ? opened : allEntries();
    },
  };
}

async function fromPacked(
  database: Database,
  { head, state }: { head: PackedHead; state: State },
  simulated: boolean,
): Promise<Snapshot> {
  const { columns, beside } = head;
  const read = (subject: string) => readPackedSheets(database, subject, head, state.dataRevision);
  const annotations = await readAnnotations(database);
  return snapshotOf(database, { columns, beside, state, annotations, simulated, read, entries: null });
}

async function fromRows(database: Database, simulated: boolean): Promise<Snapshot> {
  const { dataset, state } = await loadDataset(database);
  const { observations, ...beside } = dataset;
  const resolved = resolveDataset(dataset);
  const columns = buildColumns(resolved);
  // Only a saving of time: without room for it the next start builds the columns again.
  void savePacked(database, columns, beside, state.dataRevision).catch(() => false);
  const read = (subject: string) => Promise.resolve(columns.sheets.filter((sheet) => sheet.subject === subject));
  const isSmall = observations.length <= keptObservations;
  const annotations = await readAnnotations(database);
  return snapshotOf(database, {
    columns,
    beside,
    state,
    annotations,
    simulated,
    read,
    entries: isSmall ? resolved : null,
  });
}

/** Opens the data as it stands: from its packed form where that is of this data, else from the rows. Errors: `db-broken`. */
export async function takeSnapshot(database: Database, simulated = false): Promise<Snapshot> {
  const packed = await readPackedHead(database);
  return packed ? fromPacked(database, packed, simulated) : fromRows(database, simulated);
}
