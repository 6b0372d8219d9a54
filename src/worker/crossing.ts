import { transfer } from 'comlink';
import type { WorkerApi } from './protocol';

/** All buffers of the columns that a plain value holds, each once. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersIn(part, found);
  }
  return found;
}

/** The same API, whose grids and long lists move to the page in place of being copied: nobody here reads them again. */
export function handingOver(api: WorkerApi): WorkerApi {
  return {
    ...api,
    query: async (name, request, asker) => {
      const result = await api.query(name, request, asker);
      return name === 'refresh' && result.ok ? transfer(result, [...buffersIn(result.value)]) : result;
    },
    table: async (request, asker) => {
      const result = await api.table(request, asker);
      return result.ok ? transfer(result, [result.value.lines.buffer]) : result;
    },
  };
}
