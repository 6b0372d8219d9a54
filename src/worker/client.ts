import { proxy, wrap } from 'comlink';
import { AppError } from '../model/appError';
import { createDataClient, type DataClient } from './dataClient';
import { demoSuffix, type WorkerApi } from './protocol';

export type { DataClient } from './dataClient';

const realDatabase = 'union-statistics';
/** The database of simulated data, which nothing real is ever written to. */
export const demoDatabase = `${realDatabase}${demoSuffix}`;

/**
 * Starts the worker that holds the data, and gives the client that speaks to it.
 * Errors: of the client's calls, AppErrors; a worker that dies makes every call, also those under way, `worker-lost`.
 */
export function startWorkerClient(databaseName = realDatabase): DataClient {
  // The worker reads the name of its database from its own name.
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: databaseName });
  // Comlink's type of a remote function forgets that `query` is generic.
  const api = wrap<WorkerApi>(worker) as unknown as WorkerApi;
  const client = createDataClient({
    api,
    callback: (callback) => proxy(callback),
    onGone: (listener) => {
      const gone = (event: Event) => {
        worker.terminate();
        listener(new AppError('worker-lost', { message: event instanceof ErrorEvent ? event.message : event.type }));
      };
      worker.addEventListener('error', gone);
      worker.addEventListener('messageerror', gone);
    },
    close: () => worker.terminate(),
  });
  return {
    ...client,
    start: (packageUrl, onProgress) => client.start(new URL(packageUrl, document.baseURI).href, onProgress),
  };
}
