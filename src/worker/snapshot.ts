import type { Annotation } from '../model/annotation';
import type { Granularity } from '../model/period';
import type { Report } from '../model/report';
import type { Dataset } from '../model/dataset';
import { buildColumns, columnsBuilder, type Columns } from '../statistics/columns/buildColumns';
import type { RowColumns } from '../statistics/columns/rowColumns';
import { sheetSteps } from '../statistics/columns/flowSheet';
import { sheetFinder } from '../statistics/columns/openColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import { gone } from '../statistics/columns/reportColumns';
import type { Queries, QueryName } from '../statistics/query';
import { resolveDataset } from '../statistics/resolveDataset';
import type { Resolved } from '../statistics/resolved';
import { readAnnotations } from '../store/annotations';
import { readState } from '../store/commit';
import type { Database } from '../store/database';
import { loadDataset } from '../store/loadDataset';
import {
  newestCount,
  packedParts,
  readPackedHead,
  savePacked,
  type PackedHead,
  type PackedParts,
} from '../store/packedColumns';
import { readStateAndLog } from '../store/reportChanges';
import { areWholeWords, packWords, wordReader } from '../store/reportWords';
import type { State } from '../store/rows';
import { readBatches, storedCount } from '../store/storedBatches';
import { ask } from './ask';
import { onceWorked } from './onceWorked';
import { liveColumns, PartLost, type LiveColumns, type Needs } from './liveColumns';
import type { CatalogueNews } from './protocol';

/** How a snapshot is kept. */
export interface SnapshotOptions {
  /** True when nothing in the data is real. */
  simulated: boolean;
  /** Up to so many observations are kept in memory once read, and built anew at a change: that is quicker than patching. */
  fewObservations: number;
  /** When so many patches lie over a packed form it is written anew, so that a start has few to apply. */
  manyPatches: number;
}

const usual: SnapshotOptions = { simulated: false, fewObservations: 5000, manyPatches: 32 };

/** What the database held at one revision, ready for questions. */
export interface Snapshot {
  state: State;
  catalogue: CatalogueNews;
  /** Answers a question; what it needs is read on demand. Errors: `db-broken`. */
  answer<K extends QueryName>(name: K, request: Queries[K]['request']): Promise<Queries[K]['answer']>;
  /** Reports, the newest first, from a place in that order on. Errors: `db-broken`. */
  newestReports: (from: number, count: number) => Promise<Report[]>;
  /** The snapshot after what has been committed since; null where nothing has. Errors: `db-broken`. */
  next: () => Promise<Snapshot | null>;
  /** Writes what was worked out beside the rows, to be awaited before `next`; gives the same data to go on with. */
  settle: () => Promise<Snapshot>;
}

/** All rows as columns where a question has asked for them, and the ids of the reports that changed since. */
export interface RowsKept {
  rows: Promise<RowColumns> | null;
  changed: readonly string[];
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
  /** The patch that has led here and is not kept yet, with the revision that it was made from. */
  pending?: { patch: ColumnsPatch; from: number };
}

/** The ways to a snapshot, for those that follow one. */
export interface Reopening {
  snapshotOf: (making: Making) => Promise<Snapshot>;
  fromPacked: (database: Database, options: SnapshotOptions) => Promise<Snapshot | null>;
  takeSnapshot: (database: Database, options: SnapshotOptions) => Promise<Snapshot>;
}

/** What a question needs of the columns; null where it needs observations too. */
function needsOf<K extends QueryName>(name: K, request: Queries[K]['request']): Needs | null {
  const none: Needs = { subjects: [], granularities: [], facets: false };
  if (name === 'digest') return none;
  if (name === 'facets') return { ...none, facets: true };
  if (name === 'explain' || name === 'rows' || name === 'table') return null;
  if (!('filter' in request) || request.filter.reports.length > 0) return null;
  const { granularity } = request.filter;
  const several = 'subjects' in request ? request.subjects : [];
  const subjects = 'subject' in request ? [...several, request.subject] : several;
  // A year in progress is compared month by month; what is longer than a bucket stands beside a series.
  const wanted = name === 'series' ? sheetSteps : [...new Set<Granularity>([granularity, 'M'])];
  return { subjects, granularities: wanted, facets: false, ...(name === 'series' ? {} : { aims: granularity }) };
}

function catalogueOf(
  { columns, state, annotations, options: { simulated } }: Making,
  told: Pick<CatalogueNews, 'reports' | 'news'>,
): CatalogueNews {
  const { areas, indicators } = columns.source.beside;
  const { revision, packageVersion } = state;
  const { observationCount } = columns.source.head;
  return { revision, packageVersion, areas, indicators, annotations, observationCount, simulated, ...told };
}

/** Changes come after a start: what follows them is loaded with the first; likewise questions about single observations. */
const loadNext = () => import('./nextSnapshot');
const loadPartial = () => import('./partialData');

const noRows = (): RowsKept => ({ rows: null, changed: [] });

async function snapshotOf(making: Making): Promise<Snapshot> {
  const { database, columns, state, options, entries } = making;
  const partial = onceWorked(async () => (await loadPartial()).partialData(making));
  const anew = onceWorked(() => fromRows(database, options));
  const snapshot: Snapshot = {
    state,
    catalogue: catalogueOf(making, await newsOf(making)),
    newestReports: async (from, count) => {
      const words = await columns.words();
      return newestFirst(columns)
        .slice(from, from + count)
        .map(words);
    },
    answer: async (name, request) => {
      try {
        const needs = needsOf(name, request);
        if (!needs && entries) return await ask(entries, name, request);
        return needs ? await ask(await columns.ready(needs), name, request) : await (await partial())(name, request);
      } catch (error) {
        if (!(error instanceof PartLost)) throw error;
        return (await anew()).answer(name, request);
      }
    },
    next: async () => {
      const now = await readState(database);
      return now.revision === state.revision ? null : (await loadNext()).next(making, reopening);
    },
    settle: async () => (making.pending ? (await loadNext()).settle(making, snapshot, reopening) : snapshot),
  };
  return snapshot;
}

async function newsOf({ columns, pending, packed }: Making): Promise<Pick<CatalogueNews, 'reports' | 'news'>> {
  const count = newestFirst(columns).length;
  if (pending) {
    const { reports } = pending.patch;
    const removed = reports.flatMap(({ number, report }) =>
      report ? [] : (columns.source.head.reports.ids[number] ?? []),
    );
    return { reports: reports.flatMap(({ report }) => report ?? []), news: { kind: 'changed', removed, count } };
  }
  const isKept = packed?.patches === 0 && areWholeWords(packed.newest);
  const words = isKept ? wordReader(packed.newest) : await columns.words();
  const numbers = isKept ? [...packed.newest.offset.keys()].slice(0, -1) : newestFirst(columns).slice(0, newestCount);
  return { reports: numbers.map(words), news: { kind: 'newest', count } };
}

const inOrder = new WeakMap<LiveColumns, number[]>();

/** Numbers of reports, the newest first. */
function newestFirst(columns: LiveColumns): number[] {
  const { ids, rank } = columns.source.head.reports;
  const known = inOrder.get(columns);
  if (known) return known;
  const order: number[] = [];
  ids.forEach((_, number) => {
    const at = rank[number] ?? gone;
    if (at !== gone) order[at] = number;
  });
  inOrder.set(columns, order.reverse());
  return order;
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

async function fromPacked(database: Database, options: SnapshotOptions): Promise<Snapshot | null> {
  const found = await readPackedHead(database);
  if (!found) return null;
  const { head, patches } = found;
  const columns = liveColumns({ head: head.columns, beside: head.beside, parts: packedParts(database, head), patches });
  const { state, sequence } = await readStateAndLog(database);
  if (state.dataRevision !== found.state.dataRevision) return null;
  const annotations = await readAnnotations(database);
  return snapshotOf({
    database,
    columns,
    state,
    sequence,
    annotations,
    options,
    entries: null,
    rows: noRows(),
    packed: head,
  });
}

async function fromRows(database: Database, options: SnapshotOptions): Promise<Snapshot> {
  if ((await storedCount(database)) > options.fewObservations) {
    const packed = await packAnew(database, options);
    if (packed) return packed;
  }
  const { dataset, state, sequence } = await loadDataset(database);
  const { observations, ...beside } = dataset;
  const resolved = resolveDataset(dataset);
  const columns = buildColumns(resolved);
  const reports = resolved.reports.map(({ report }) => report);
  const isSmall = observations.length <= options.fewObservations;
  const saving = savePacked(database, columns, { ...beside, reports }, state.dataRevision).catch(() => false);
  if (!isSmall && (await saving)) {
    // Read back by parts, so that what nobody asks for takes no room.
    const packed = await fromPacked(database, options);
    if (packed) return packed;
  }
  return inMemory({ database, options, state, sequence }, columns, { ...beside, reports }, isSmall ? resolved : null);
}

/** Columns that could not be kept, or are too few to be read by parts. */
async function inMemory(
  making: Pick<Making, 'database' | 'options' | 'state' | 'sequence'>,
  columns: Columns,
  { reports, ...beside }: Omit<Dataset, 'observations'>,
  entries: Resolved | null,
): Promise<Snapshot> {
  const annotations = await readAnnotations(making.database);
  const source = { head: columns, beside, parts: partsInMemory(columns, reports), patches: [] };
  return snapshotOf({ ...making, columns: liveColumns(source), annotations, entries, rows: noRows(), packed: null });
}

/**
 * Builds the packed form of much data, which need not be in memory at once, and opens it. Null where the data has moved on
 * meanwhile.
 */
async function packAnew(database: Database, options: SnapshotOptions): Promise<Snapshot | null> {
  const { beside, state, sequence, batches } = await readBatches(database);
  const builder = columnsBuilder(beside);
  for await (const { reportIds, observations } of batches) builder.add(reportIds, observations);
  if ((await readState(database)).dataRevision !== state.dataRevision) return null;
  const { columns, reports } = builder.finish();
  const isKept = await savePacked(database, columns, { ...beside, reports }, state.dataRevision).catch(() => false);
  const packed = isKept ? await fromPacked(database, options) : null;
  return packed ?? inMemory({ database, options, state, sequence }, columns, { ...beside, reports }, null);
}

const reopening: Reopening = { snapshotOf, fromPacked, takeSnapshot };

/**
 * Opens the data as it stands: from its packed form where that is of this data, else from the rows. Errors: `db-broken`.
 */
export async function takeSnapshot(database: Database, options: Partial<SnapshotOptions> = {}): Promise<Snapshot> {
  const chosen = { ...usual, ...options };
  return (await fromPacked(database, chosen)) ?? fromRows(database, chosen);
}
