import type { Annotation } from '../model/annotation';
import type { Granularity } from '../model/period';
import type { Report } from '../model/report';
import type { Dataset } from '../model/dataset';
import { buildColumns, type Columns } from '../statistics/columns/buildColumns';
import type { RowColumns } from '../statistics/columns/rowColumns';
import { sheetFinder } from '../statistics/columns/openColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import type { Queries, QueryName } from '../statistics/query';
import { resolveDataset } from '../statistics/resolveDataset';
import type { Resolved } from '../statistics/resolved';
import type { TableRequest } from '../statistics/table/tableView';
import { readAnnotations } from '../store/annotations';
import { readBeside } from '../store/besideText';
import type { Database } from '../store/database';
import { loadDataset } from '../store/loadDataset';
import { packedParts, readPackedHead, savePacked, type PackedHead, type PackedParts } from '../store/packedColumns';
import { readStateAndLog } from '../store/readStateAndLog';
import { packWords } from '../store/reportWords';
import type { State } from '../store/rows';
import { storedCount } from '../store/loads';
import { ask } from './ask';
import { catalogueOf, newestFirst } from './catalogueOf';
import { onceWorked } from './onceWorked';
import { liveColumns, PartLost, type LiveColumns, type Needs } from './liveColumns';
import type { CatalogueNews } from './protocol';
import type { TableData } from './tableData';
import { tableSets, type TableSets } from './tableSets';

/** How a snapshot is kept. */
export interface SnapshotOptions {
  /** True when nothing in the data is real. */
  simulated: boolean;
  /** Up to so many observations are kept in memory once read, and built anew at a change: that is quicker than patching. */
  fewObservations: number;
  /** When so many patches lie over a packed form it is written anew, so that a start has few to apply. */
  manyPatches: number;
  /** Waits until there is time for what nobody waits for. */
  quiet: () => Promise<void>;
}

const usual: SnapshotOptions = {
  ...{ simulated: false, fewObservations: 5000, manyPatches: 32 },
  quiet: () => Promise.resolve(),
};

/** What the database held at one revision, ready for questions. */
export interface Snapshot {
  state: State;
  catalogue: CatalogueNews;
  /** Answers a question; what it needs is read on demand. Errors: `db-broken`. */
  answer<K extends QueryName>(name: K, request: Queries[K]['request']): Promise<Queries[K]['answer']>;
  /** Answers the data page. Errors: `db-broken`. */
  table: () => Promise<TableData>;
  /** Reports, the newest first, from a place in that order on. Errors: `db-broken`. */
  newestReports: (from: number, count: number) => Promise<Report[]>;
  /** The snapshot after what has been committed since; null where nothing has. Errors: `db-broken`. */
  next: () => Promise<Snapshot | null>;
  /** Writes what was worked out beside the rows, to be awaited before `next`; gives the same data to go on with. */
  settle: () => Promise<Snapshot>;
  /** Does in a quiet moment what somebody would wait for later: a first change, the rows of the data page. */
  prepare: () => Promise<void>;
}

/** All rows as columns where a question has asked for them, and the ids of the reports that changed since. */
export interface RowsKept {
  rows: Promise<RowColumns> | null;
  changed: readonly string[];
  /** What pages have been told of. */
  sets: TableSets;
}

/** All that a snapshot is made of. */
export interface Making {
  database: Database;
  columns: LiveColumns;
  state: State;
  /** Newest line of the log that the data knows of. */
  sequence: number;
  annotations: Annotation[];
  options: SnapshotOptions;
  /** All observations of a small data set, which answers by itself then, also when the database is taken away. */
  entries: Resolved | null;
  rows: RowsKept;
  /** The packed form that the columns were read from; null where they could not be kept. */
  packed: PackedHead | null;
  /** The patches that have led here and are not kept yet, oldest first, with the revision that they were made from. */
  pending?: { patches: readonly ColumnsPatch[]; from: number };
  /** What has become of reports since the snapshot before, where there was one. */
  changed?: ColumnsPatch['reports'];
}

/** The ways to a snapshot, for those that follow one. */
export interface Reopening {
  snapshotOf: (making: Making) => Promise<Snapshot>;
  fromPacked: (database: Database, options: SnapshotOptions, rows?: RowsKept) => Promise<Snapshot | null>;
  takeSnapshot: (database: Database, options: SnapshotOptions) => Promise<Snapshot>;
}

/** Whether the data is built anew at each change. */
export function isSmall({ columns, options }: Pick<Making, 'columns' | 'options'>): boolean {
  return columns.source.head.observationCount <= options.fewObservations;
}

/** What a question needs of the columns; null where it needs observations too. */
function needsOf<K extends QueryName>(name: K, request: Queries[K]['request']): Needs | null {
  const none: Needs = { subjects: [], granularities: [], facets: false };
  if (name === 'digest') return none;
  if (name === 'facets' || name === 'reportCounts') return { ...none, facets: true };
  if (name === 'explain' || name === 'rows') return null;
  if (!('filter' in request) || request.filter.reports.length > 0) return null;
  const { granularity } = request.filter;
  const several = 'subjects' in request ? request.subjects : [];
  const subjects = 'subject' in request ? [...several, request.subject] : several;
  // A year in progress is compared month by month; what is longer than a bucket stands beside a series.
  const wanted = new Set<Granularity | null>([granularity, name === 'series' ? null : 'M']);
  return { subjects, granularities: [...wanted], facets: false, ...(name === 'series' ? {} : { aims: granularity }) };
}

/** Changes come after a start: what follows them is loaded with the first; likewise questions about single observations. */
const loadNext = () => import('./nextSnapshot');
const loadPartial = () => import('./partialData');
const loadTable = () => import('./tableData');
const loadRows = () => import('./allRows');
/** Few have so much data that it is built part by part. */
const loadPacking = () => import('./packAnew');

const noRows = (): RowsKept => ({ rows: null, changed: [], sets: tableSets() });

async function snapshotOf(making: Making): Promise<Snapshot> {
  const { database, columns, state, options, entries } = making;
  const partial = onceWorked(async () => (await loadPartial()).partialData(making));
  const anew = onceWorked(() => fromRows(database, options, making.rows));
  /** What columns answer, or, where a part of them is lost, those built anew. */
  const orAnew = async <T>(answer: () => Promise<T>, again: (made: Snapshot) => Promise<T>): Promise<T> => {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof PartLost)) throw error;
      return again(await anew());
    }
  };
  const snapshot: Snapshot = {
    state,
    catalogue: await catalogueOf(making),
    newestReports: async (from, count) => {
      const words = await columns.words();
      return newestFirst(columns, from, count).map(words);
    },
    answer: (name, request) => {
      const needs = needsOf(name, request);
      if (!needs && entries) return ask(entries, name, request);
      return orAnew(
        async () => (needs ? ask(columns.ready(needs), name, request) : (await partial())(name, request)),
        (made) => made.answer(name, request),
      );
    },
    table: onceWorked(async () => {
      const table = (await loadTable()).tableData(making);
      const again = (request: TableRequest) => async (made: Snapshot) => (await made.table()).view(request);
      return { ...table, view: (request) => orAnew(() => table.view(request), again(request)) };
    }),
    next: async () => (await loadNext()).next(making, reopening),
    settle: async () => (making.pending ? (await loadNext()).settle(making, snapshot, reopening) : snapshot),
    prepare: async () => {
      if (isSmall(making)) return;
      await (await loadNext()).rehearse(making);
      await (await loadRows()).packRowsAhead(making);
    },
  };
  return snapshot;
}

/** The parts of columns that are in memory. */
function partsInMemory(columns: Columns, reports: readonly Report[]): PackedParts {
  const find = sheetFinder(columns.sheets);
  return {
    sheet: (subject, granularity) => Promise.resolve(find(subject, granularity) ?? undefined),
    others: (subject) => Promise.resolve(columns.others.find((one) => one.subject === subject)),
    facets: () => Promise.resolve(columns.facets),
    words: () => Promise.resolve(packWords(reports)),
  };
}

async function fromPacked(database: Database, options: SnapshotOptions, rows = noRows()): Promise<Snapshot | null> {
  const [found, annotations, { state, sequence }] = await Promise.all([
    readPackedHead(database),
    readAnnotations(database),
    readStateAndLog(database),
  ]);
  if (!found) return null;
  const { head, patches, dataRevision } = found;
  const columns = liveColumns({
    head: head.columns,
    beside: readBeside(head.beside),
    parts: packedParts(database, head),
    patches,
  });
  const parts = { database, columns, annotations, options, entries: null, rows, packed: head };
  if (state.dataRevision === dataRevision) return snapshotOf({ ...parts, state, sequence });
  const old = { ...parts, state: { ...found.state, dataRevision }, sequence: head.sequence };
  return (await loadNext()).catchUp(old, reopening);
}

async function fromRows(database: Database, options: SnapshotOptions, rows = noRows()): Promise<Snapshot> {
  if ((await storedCount(database)) > options.fewObservations) {
    const built = await (await loadPacking()).packAnew(database);
    if (built) {
      const { columns, beside, isKept, ...at } = built;
      const packed = isKept ? await fromPacked(database, options, rows) : null;
      return packed ?? inMemory({ database, options, rows, ...at }, columns, beside, null);
    }
  }
  const { dataset, state, sequence } = await loadDataset(database);
  const { observations, ...beside } = dataset;
  const resolved = resolveDataset(dataset);
  const columns = buildColumns(resolved);
  const reports = resolved.reports.map(({ report }) => report);
  const isSmall = observations.length <= options.fewObservations;
  const madeOf = { dataRevision: state.dataRevision, sequence };
  const saving = savePacked(database, columns, { ...beside, reports }, madeOf).catch(() => false);
  if (!isSmall && (await saving)) {
    // Read back by parts, so that what nobody asks for takes no room.
    const packed = await fromPacked(database, options, rows);
    if (packed) return packed;
  }
  return inMemory(
    { database, options, state, sequence, rows },
    columns,
    { ...beside, reports },
    isSmall ? resolved : null,
  );
}

/** Columns that could not be kept, or are too few to be read by parts. */
async function inMemory(
  making: Pick<Making, 'database' | 'options' | 'state' | 'sequence' | 'rows'>,
  columns: Columns,
  { reports, ...beside }: Omit<Dataset, 'observations'>,
  entries: Resolved | null,
): Promise<Snapshot> {
  const annotations = await readAnnotations(making.database);
  const source = { head: columns, beside, parts: partsInMemory(columns, reports), patches: [] };
  return snapshotOf({ ...making, columns: liveColumns(source), annotations, entries, packed: null });
}

const reopening: Reopening = { snapshotOf, fromPacked, takeSnapshot };

/** Opens the data from its packed form, with what has changed since; null where there is none. Errors: `db-broken`. */
export function takePacked(database: Database, options: Partial<SnapshotOptions> = {}): Promise<Snapshot | null> {
  return fromPacked(database, { ...usual, ...options });
}

/**
 * Opens the data as it stands: from its packed form, with what has changed since, else from the rows. Errors: `db-broken`.
 */
export async function takeSnapshot(database: Database, options: Partial<SnapshotOptions> = {}): Promise<Snapshot> {
  const chosen = { ...usual, ...options };
  return (await fromPacked(database, chosen)) ?? fromRows(database, chosen);
}
