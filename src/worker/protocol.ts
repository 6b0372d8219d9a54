import type { Annotation } from '../model/annotation';
import type { Area } from '../model/area';
import type { ErrorCode } from '../model/appError';
import type { Indicator } from '../model/indicator';
import type { Observation } from '../model/observation';
import type { Report } from '../model/report';
import type { Queries, QueryName } from '../statistics/query';
import type { RowChunk, TableRequest, TableView } from '../statistics/table/tableView';
import type { SavedView } from '../store/savedView';
import type { FrozenFigure, ItemEdit, Tray, TrayChange, TrayItem } from '../store/tray';

export type { FrozenFigure, ItemEdit, SavedView, Tray, TrayChange, TrayItem };

/** How the name of a database of simulated data ends: it is another one than that of the real data. */
export const demoSuffix = '.demo';

/** Steps of the first start, in order. */
export type LoadPhase = 'open' | 'fetch' | 'check' | 'write' | 'resolve' | 'ready';

export interface LoadProgress {
  phase: LoadPhase;
  /** Of the phase; total 0 when unknown. */
  done: number;
  total: number;
}

/** What the page needs to know about the data beside query answers: small, sent whole at each change. */
export interface Catalogue {
  /** Grows with every committed change, in whichever tab. */
  revision: number;
  packageVersion: string | null;
  areas: Area[];
  indicators: Indicator[];
  /** Those that are known so far: of thousands most arrive later. */
  reports: Report[];
  reportCount: number;
  /** How many reports speak of each place, by its code of today; places without reports are absent. */
  reportsByPlace: Record<string, number>;
  /** Last day that a report covers; null without reports. */
  asOf: string | null;
  /** Remarks that the package attaches to its data; charts that cover them show them. */
  annotations: Annotation[];
  observationCount: number;
  /** True when nothing in the data is real. */
  simulated: boolean;
  /** Why the newest package was not taken and the stored one goes on; absent when all is well. */
  packageProblem?: PlainError;
}

/** A catalogue as it crosses: its `reports` are, of thousands, only the newest, or only those that changed. */
export type CatalogueNews = Omit<Catalogue, 'areas' | 'indicators'> & {
  /** JSON of the areas and indicators; null where they are those told before. */
  beside: string | null;
  news: { kind: 'newest' } | { kind: 'changed'; removed: string[] };
};

/** Plain form of an AppError, to cross the worker border. */
export interface PlainError {
  code: ErrorCode;
  params: Record<string, string | number>;
  message: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: PlainError };

const asText = ['facets', 'reportCounts'] as const satisfies QueryName[];

/** Whether an answer crosses as JSON: one text with thousands of counts by code is read far faster than an object of them. */
export const crossesAsText = (name: QueryName): name is (typeof asText)[number] =>
  (asText as readonly QueryName[]).includes(name);

/** What crosses in answer to a question. */
export type Crossing<K extends QueryName> = K extends (typeof asText)[number] ? string : Queries[K]['answer'];

/** What the worker offers. No method rejects: failures are `ok: false` and are rebuilt as AppError by the client. */
export interface WorkerApi {
  /** Opens the database, loads or upgrades the package at `packageUrl`, resolves. Safe to call again after a failure. */
  start(packageUrl: string, onProgress: (progress: LoadProgress) => void): Promise<Result<CatalogueNews>>;
  /**
   * The request is JSON of `Queries[K]['request']`: one text crosses faster than the codes of many places. With a number of
   * the asker, a question that the same one has replaced before it was begun is `cancelled`.
   */
  query<K extends QueryName>(name: K, request: string, asker?: number): Promise<Result<Crossing<K>>>;
  /** Answers the data page; an asker as in `query`. */
  table(request: TableRequest, asker?: number): Promise<Result<TableView>>;
  /** Rows of a set that `table` has named, by number; null where it is not known any more. */
  tableRows(set: number, rows: number[]): Promise<Result<RowChunk | null>>;
  /** The observation of such a row, then its whole and its parts; null likewise. */
  tableFamily(set: number, row: number): Promise<Result<Observation[] | null>>;
  /**
   * Calls back with the new catalogue after each committed change, in whichever tab it happened; `onFailure` when the
   * data can no longer follow: another tab upgraded the database, the browser took it away, a change cannot be read.
   */
  subscribe(
    onChange: (catalogue: CatalogueNews) => void,
    onFailure?: (error: PlainError) => void,
  ): Promise<Result<null>>;
  /** Reports of the data as it stands, the newest first, from a place in that order on. */
  reports(from: number, count: number): Promise<Result<Report[]>>;
  /** Boundaries of a prefecture's counties as GeoJSON text; null when the package has none. */
  boundaries(place: string): Promise<Result<string | null>>;
  /** Fetches what of the worker loads on demand, before a network that is cut takes it away. */
  fetchAhead(): Promise<Result<null>>;
  views(): Promise<Result<SavedView[]>>;
  saveView(view: SavedView): Promise<Result<null>>;
  removeView(id: string): Promise<Result<null>>;
  /** Calls back with all trays now and after each step on one of them, in whichever tab. */
  watchTrays(onTrays: (trays: Tray[]) => void): Promise<Result<null>>;
  /** Takes one step on a stored tray; false when it has nothing to work on any more. */
  changeTray(id: string, change: TrayChange): Promise<Result<boolean>>;
  removeTray(id: string): Promise<Result<null>>;
  /** Puts a report that a person read in place of whatever had its id; edits made to that go with it. */
  saveReport(report: Report, observations: Observation[], reason: string): Promise<Result<null>>;
  /** Removes a report that a person saved, with its observations; the log keeps them. */
  removeReport(id: string, reason: string): Promise<Result<null>>;
  /** Keeps a person's version of an observation over the stored one. */
  editObservation(observation: Observation, reason: string): Promise<Result<null>>;
  rejectObservation(observation: Observation, reason: string): Promise<Result<null>>;
  /** Takes a person's version away, so that what is stored shows again. */
  revertObservation(id: string, reason: string): Promise<Result<null>>;
  /** Erases simulated data with its database; refused (`ok: false`) where the data is real. */
  eraseSimulated(): Promise<Result<null>>;
}
