import { createApi, type ApiDependencies } from './api';
import { createDataClient, type DataClient } from './dataClient';
import type { WorkerApi } from './protocol';

/** Copies what a method answers, as the worker border does: shared objects would hide what only a copy breaks. */
function copying(api: WorkerApi): WorkerApi {
  const methods = Object.entries(api) as [string, (...parameters: unknown[]) => Promise<unknown>][];
  const copied = methods.map(([name, method]) => [
    name,
    async (...parameters: unknown[]) => structuredClone(await method(...parameters)),
  ]);
  return Object.fromEntries(copied) as WorkerApi;
}

/** The client without a worker, for tests and for tools that have no page: the same API, the same copies. */
export function startInProcessClient(dependencies: ApiDependencies): DataClient {
  const api = createApi(dependencies);
  return createDataClient({
    api: copying(api),
    callback: (callback) => (argument) => callback(structuredClone(argument)),
    onGone: () => undefined,
    close: () => void api.stop(),
  });
}
