import { AppError } from '../model/appError';
import type { Queries, QueryName } from '../statistics/query';
import { readBoundaries } from '../store/boundaries';
import type { Database } from '../store/database';
import type { OpenOptions } from '../store/openDatabase';
import type { FetchText } from './fetchText';
import { askedTogether } from './askedTogether';
import { isHandedOver } from './crossing';
import { followChanges } from './liveData';
import { takePacked, takeSnapshot, type Snapshot } from './snapshot';
import { writing } from './writing';
import { latestWins } from './latestWins';
import { loadPackage, type LoadOptions, type ReportProgress } from './loadPackage';
import { crossesAsText, type CatalogueNews, type Crossing, type PlainError, type WorkerApi } from './protocol';
import { quietTime } from './quietTime';
import { toPlainError, toResult } from './result';

/** The world as the worker sees it. */
export interface ApiDependencies {
  openDatabase: (options: Pick<OpenOptions, 'onClosed'>) => Promise<Database>;
  fetchText: FetchText;
  /** ISO date and time of now. */
  now: () => string;
  /** Present where the database holds simulated data: makes it, and erases it with its database. */
  simulation?: { prepare: NonNullable<LoadOptions['prepare']>; erase: () => Promise<void> } | undefined;
}

/** What a successful start leaves. */
interface Session {
  database: Database;
  snapshot: Snapshot;
  /** Ends everything that follows the database. */
  unfollow: () => void;
}

/** The API with its end, which only the one who made it may call. */
interface OwnedApi extends WorkerApi {
  /** Stops following the database and closes it. */
  stop: () => Promise<void>;
}

interface Listener {
  onChange: (catalogue: CatalogueNews) => void;
  onFailure: ((error: PlainError) => void) | undefined;
}

const loadViews = () => import('../store/views');
const loadTrays = () => import('../store/trays');

/** The worker's side of the contract; the same code answers in a worker and in process. */
export function createApi({ openDatabase, fetchText, now, simulation }: ApiDependencies): OwnedApi {
  const listeners: Listener[] = [];
  let session: Promise<Session> | null = null;
  const wanted = latestWins();
  /** The numbers that a page is opened for: parts of it that ask something else at the same time wait for them. */
  let headlines: Promise<unknown> = Promise.resolve();
  const { busy, quiet } = quietTime();
  const together = askedTogether(quiet);

  const fail = (error: unknown) => {
    const plain = toPlainError(error);
    for (const { onFailure } of listeners) onFailure?.(plain);
  };

  const follow = (database: Database, snapshot: Snapshot): Session => {
    const opened: Session = { database, snapshot, unfollow: () => undefined };
    const onChange = (next: Snapshot) => {
      opened.snapshot = next;
      for (const listener of listeners) listener.onChange(next.catalogue);
    };
    const onSettled = (settled: Snapshot) => {
      opened.snapshot = settled;
    };
    opened.unfollow = followChanges(database, snapshot, { onChange, onSettled, onError: fail, quiet });
    return opened;
  };

  const open = async (url: string, report: ReportProgress): Promise<Session> => {
    report('open', 0, 0);
    let opened: Session | null = null;
    const onClosed = (error: AppError) => {
      opened?.unfollow();
      fail(error);
    };
    const database = await openDatabase({ onClosed });
    try {
      const options = { simulated: simulation !== undefined, quiet };
      // Mostly the network has nothing new: what is stored is opened while it is asked.
      const stored = takePacked(database, options).catch(() => null);
      const { isAsBefore, trouble } = await loadPackage(database, {
        ...{ url, fetchText, now, report },
        prepare: simulation?.prepare,
      });
      const told = report('resolve', 0, 0);
      const snapshot = (isAsBefore ? await stored : null) ?? (await takeSnapshot(database, options));
      if (trouble) snapshot.catalogue.packageProblem = trouble;
      opened = follow(database, snapshot);
      // Callbacks cross on a channel of their own, which the answer could overtake.
      await told;
      return opened;
    } catch (error) {
      database.close();
      throw error;
    }
  };

  const started = (): Promise<Session> =>
    session ?? Promise.reject(new AppError('worker-lost', { message: 'not started' }));

  const stop = async () => {
    const ending = session;
    session = null;
    const opened = await ending?.catch(() => null);
    opened?.unfollow();
    opened?.database.close();
  };

  return {
    start: (url, onProgress) =>
      toResult(async () => {
        session ??= busy(() => open(url, (phase, done, total) => onProgress({ phase, done, total })));
        try {
          return (await session).snapshot.catalogue;
        } catch (error) {
          session = null;
          throw error;
        }
      }),
    query: <K extends QueryName>(name: K, request: string, asker?: number) => {
      const isHeadline = name === 'tiles';
      const answered = toResult(async () => {
        await wanted(asker, isHeadline ? undefined : () => headlines);
        const { snapshot } = await started();
        const answer = async () => {
          const found = await snapshot.answer(name, JSON.parse(request) as Queries[K]['request']);
          return (crossesAsText(name) ? JSON.stringify(found) : found) as Crossing<K>;
        };
        return busy(() => (isHandedOver(name) ? answer() : together(snapshot, `${name} ${request}`, answer)));
      });
      if (isHeadline) headlines = answered;
      return answered;
    },
    table: (request, asker) =>
      toResult(async () => {
        await wanted(asker);
        const { snapshot } = await started();
        return busy(async () => (await snapshot.table()).view(request));
      }),
    tableRows: (set, rows) => toResult(async () => (await (await started()).snapshot.table()).rows(set, rows)),
    tableFamily: (set, row) => toResult(async () => (await (await started()).snapshot.table()).family(set, row)),
    subscribe: (onChange, onFailure) =>
      toResult(() => {
        listeners.push({ onChange, onFailure });
        return Promise.resolve(null);
      }),
    reports: (from, count) =>
      toResult(async () => {
        // The page has the newest; thousands of others would be in the way of its first questions.
        await quiet();
        return (await started()).snapshot.newestReports(from, count);
      }),
    boundaries: (place) => toResult(async () => readBoundaries((await started()).database, place)),
    fetchAhead: () =>
      toResult(async () => {
        await (await import('./fetchAhead')).fetchAhead();
        return null;
      }),
    views: () => toResult(async () => (await loadViews()).listViews((await started()).database)),
    saveView: (view) =>
      toResult(async () => {
        await (await loadViews()).saveView((await started()).database, view, now());
        return null;
      }),
    removeView: (id) =>
      toResult(async () => {
        await (await loadViews()).removeView((await started()).database, id, now());
        return null;
      }),
    watchTrays: (onTrays) =>
      toResult(async () => {
        const opened = await started();
        const { watchTrays } = await loadTrays();
        const unwatch = watchTrays(opened.database, onTrays, fail);
        const { unfollow } = opened;
        opened.unfollow = () => {
          unwatch();
          unfollow();
        };
        return null;
      }),
    changeTray: (id, change) =>
      toResult(async () => (await loadTrays()).changeTray((await started()).database, id, change, now())),
    removeTray: (id) =>
      toResult(async () => {
        await (await loadTrays()).removeTray((await started()).database, id);
        return null;
      }),
    ...writing(async () => (await started()).database, now),
    eraseSimulated: () =>
      toResult(async () => {
        if (!simulation) throw new Error('real data is never erased');
        await stop();
        await simulation.erase();
        return null;
      }),
    stop,
  };
}
