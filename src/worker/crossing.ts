import { transfer } from 'comlink';
import type { QueryName, Refresh } from '../statistics/query';
import type { Crossing, WorkerApi } from './protocol';

/** All buffers of an answer, each once; the columns of a grid lie in one. */
function buffersOf({ sparklines, overall, byCategory, byArea, coverage, places }: Refresh): ArrayBuffer[] {
  const columns = [...sparklines, overall, byCategory, byArea].map(({ value }) => value);
  return [...new Set([...columns, coverage.first, places].map(({ buffer }) => buffer))];
}

/** Answers that hold columns, with the way to what those lie in. */
const buffersIn: { [K in QueryName]?: (answer: Crossing<K>) => ArrayBuffer[] } = { refresh: buffersOf };

/** Whether an answer is given away, so that nobody else can have it. */
export const isHandedOver = (name: QueryName): boolean => name in buffersIn;

/** The same API, whose grids and long lists move to the page in place of being copied: nobody here reads them again. */
export function handingOver(api: WorkerApi): WorkerApi {
  return {
    ...api,
    query: async (name, request, asker) => {
      const result = await api.query(name, request, asker);
      const buffers = result.ok ? buffersIn[name]?.(result.value) : undefined;
      return buffers ? transfer(result, buffers) : result;
    },
    table: async (request, asker) => {
      const result = await api.table(request, asker);
      return result.ok ? transfer(result, [result.value.lines.buffer]) : result;
    },
  };
}
