import { createApi, type ApiDependencies } from './api';
import { createDataClient, type DataClient } from './dataClient';
import type { WorkerApi } from './protocol';

/** What crosses a border is copied; callbacks are carried over. */
const carried = (parameter: unknown): unknown =>
  typeof parameter === 'function' ? parameter : structuredClone(parameter);

/** Copies what goes in and out, as the worker border does: shared objects would hide what only a copy breaks. */
function copying(api: WorkerApi): WorkerApi {
  const methods = Object.entries(api) as [string, (...parameters: unknown[]) => Promise<unknown>][];
  const copied = methods.map(([name, method]) => [
    name,
    async (...parameters: unknown[]) => structuredClone(await method(...parameters.map(carried))),
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
