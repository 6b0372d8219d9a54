import { AppError } from '../model/appError';
import type { Observation } from '../model/observation';
import type { Report } from '../model/report';
import type { Queries, QueryName } from '../statistics/query';
import type { RowChunk, TableRequest, TableView } from '../statistics/table/tableView';
import {
  crossesAsText,
  type Catalogue,
  type CatalogueNews,
  type LoadProgress,
  type Result,
  type SavedView,
  type Tray,
  type TrayChange,
  type WorkerApi,
} from './protocol';
import { reportList } from './reportList';
import { requireOk, toThrown } from './result';

/** The page's side of the contract: values, or AppErrors thrown. */
export interface DataClient {
  /** Loads the package; its URL may be relative to the page. Safe to call again after a failure. */
  start(packageUrl: string, onProgress: (progress: LoadProgress) => void): Promise<Catalogue>;
  /** With a number of the asker, a question that it has replaced before the answer was begun is `cancelled`. */
  query<K extends QueryName>(name: K, request: Queries[K]['request'], asker?: number): Promise<Queries[K]['answer']>;
  /** Answers the data page, an asker as in `query`; rows of a set by number, and the family of one, null where it is forgotten. */
  table(request: TableRequest, asker?: number): Promise<TableView>;
  tableRows(set: number, rows: readonly number[]): Promise<RowChunk | null>;
  tableFamily(set: number, row: number): Promise<Observation[] | null>;
  /** Tells of every committed change after the catalogue that `start` gave, in any tab; gives the way to stop. */
  subscribe(onChange: (catalogue: Catalogue) => void): Promise<() => void>;
  boundaries(place: string): Promise<string | null>;
  /** Fetches what of the worker loads on demand. */
  fetchAhead(): Promise<null>;
  views(): Promise<SavedView[]>;
  saveView(view: SavedView): Promise<void>;
  removeView(id: string): Promise<void>;
  /** Tells all trays now and after each step on one of them, in any tab. */
  watchTrays(onTrays: (trays: Tray[]) => void): Promise<void>;
  /** Takes one step on a stored tray; false when it has nothing to work on any more. The step must be free of proxies. */
  changeTray(id: string, change: TrayChange): Promise<boolean>;
  removeTray(id: string): Promise<void>;
  /** What a person changes: stored, logged with the reason, and told to every subscriber. */
  saveReport(report: Report, observations: Observation[], reason: string): Promise<void>;
  removeReport(id: string, reason: string): Promise<void>;
  editObservation(observation: Observation, reason: string): Promise<void>;
  rejectObservation(observation: Observation, reason: string): Promise<void>;
  revertObservation(id: string, reason: string): Promise<void>;
  /** Erases simulated data with its database; throws where the data is real. The client is of no use afterwards. */
  eraseSimulated(): Promise<void>;
  /** Tells when the data can no longer follow: `worker-lost`, `db-newer-than-app`, `db-broken`. */
  onLost(listener: (error: AppError) => void): void;
  /** Ends the other side; calls under way and later ones are `cancelled`. */
  close(): void;
}

/** The API beyond a border, and what the border needs. */
interface Transport {
  api: WorkerApi;
  /** Makes a callback fit to cross. */
  callback: <A>(callback: (argument: A) => void) => (argument: A) => void;
  /** Calls back when the other side is gone for good. */
  onGone: (listener: (error: AppError) => void) => void;
  close: () => void;
}

/** Requests are plain by contract, but pages hold them in reactive proxies, which no message can carry. */
function toPlain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/**
 * Whoever is waiting when the other side goes must not wait for ever. A race against a promise that lasts would keep every
 * answer there has been, so those who wait are listed.
 */
function makeEnd() {
  const waiting = new Set<(error: AppError) => void>();
  let ended: AppError | null = null;
  const orEnd = <T>(call: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) reject(ended);
      waiting.add(reject);
      call.then(resolve, reject).finally(() => waiting.delete(reject));
    });
  const finish = (error: AppError) => {
    ended ??= error;
    for (const reject of waiting) reject(error);
    waiting.clear();
  };
  return { orEnd, finish };
}

/** Speaks to an API through a transport: unwraps results, rebuilds errors, spreads changes to listeners. */
export function createDataClient({ api, callback, onGone, close }: Transport): DataClient {
  const { orEnd, finish } = makeEnd();
  const changeListeners = new Set<(catalogue: Catalogue) => void>();
  const lostListeners = new Set<(error: AppError) => void>();
  let started: Catalogue | null = null;
  let latest: Catalogue | null = null;

  const ask = async <T>(call: Promise<Result<T>>): Promise<T> => requireOk(await orEnd(call));
  const tell = async (call: Promise<Result<null>>): Promise<void> => {
    await ask(call);
  };
  const lose = (error: AppError) => {
    for (const listener of lostListeners) listener(error);
  };
  const receive = (catalogue: Catalogue) => {
    latest = catalogue;
    for (const listener of changeListeners) listener(catalogue);
  };
  const complete = reportList({
    read: (from, count) => ask(api.reports(from, count)),
    onComplete: (reports) => {
      const now = latest ?? started;
      if (now) receive({ ...now, reports });
    },
  });
  onGone((error) => {
    finish(error);
    lose(error);
  });
  /** Changes told before what they change: callbacks cross on a channel of their own, and may overtake the start. */
  const early: CatalogueNews[] = [];
  const subscribed = api.subscribe(
    callback((news: CatalogueNews) => {
      if (!started && news.news.kind === 'changed') early.push(news);
      else receive(complete(news));
    }),
    callback((error) => lose(toThrown(error))),
  );
  subscribed.catch(() => undefined);

  return {
    start: async (packageUrl, onProgress) => {
      // Asked in the order in which they arrive.
      const starting = api.start(packageUrl, callback(onProgress));
      starting.catch(() => undefined);
      await ask(subscribed);
      const now = complete(await ask(starting));
      onProgress({ phase: 'ready', done: 0, total: 0 });
      started = now;
      for (const news of early.splice(0)) if (news.revision > now.revision) receive(complete(news));
      return now;
    },
    query: async <K extends QueryName>(name: K, request: Queries[K]['request'], asker?: number) => {
      const answer = await ask(api.query(name, JSON.stringify(request), asker));
      return (crossesAsText(name) ? JSON.parse(answer as string) : answer) as Queries[K]['answer'];
    },
    table: (request, asker) => ask(api.table(toPlain(request), asker)),
    tableRows: (set, rows) => ask(api.tableRows(set, [...rows])),
    tableFamily: (set, row) => ask(api.tableFamily(set, row)),
    subscribe: async (onChange) => {
      await ask(subscribed);
      changeListeners.add(onChange);
      // Between the answer of `start` and this call a change may have come.
      if (latest) onChange(latest);
      return () => changeListeners.delete(onChange);
    },
    boundaries: (place) => ask(api.boundaries(place)),
    fetchAhead: () => ask(api.fetchAhead()),
    views: () => ask(api.views()),
    saveView: async (view) => {
      await ask(api.saveView(toPlain(view)));
    },
    removeView: async (id) => {
      await ask(api.removeView(id));
    },
    watchTrays: (onTrays) => tell(api.watchTrays(callback(onTrays))),
    // Frozen answers may hold typed arrays, which JSON would spoil.
    changeTray: (id, change) => ask(api.changeTray(id, change)),
    removeTray: (id) => tell(api.removeTray(id)),
    saveReport: (report, observations, reason) => tell(api.saveReport(toPlain(report), toPlain(observations), reason)),
    removeReport: (id, reason) => tell(api.removeReport(id, reason)),
    editObservation: (observation, reason) => tell(api.editObservation(toPlain(observation), reason)),
    rejectObservation: (observation, reason) => tell(api.rejectObservation(toPlain(observation), reason)),
    revertObservation: (id, reason) => tell(api.revertObservation(id, reason)),
    eraseSimulated: async () => {
      await ask(api.eraseSimulated());
    },
    onLost: (listener) => void lostListeners.add(listener),
    close: () => {
      finish(new AppError('cancelled'));
      changeListeners.clear();
      lostListeners.clear();
      close();
    },
  };
}
