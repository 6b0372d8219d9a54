import type { Queries, QueryName } from '../../statistics/query';
import { useCatalogueStore } from '../stores/catalogue';
import { useLatest, type QueryState } from './useLatest';

export type { QueryState, QueryStatus } from './useLatest';

let askers = 0;

/** A number of its own for one who asks: the worker drops a question that the same asker has replaced. */
export function nextAsker(): number {
  return ++askers;
}

/** Asks the worker one question, again when the request or the data changes; see `useLatest`. */
export function useQuery<K extends QueryName>(
  name: K,
  request: () => Queries[K]['request'] | null,
): QueryState<Queries[K]['answer']> {
  const catalogue = useCatalogueStore();
  const asker = nextAsker();
  return useLatest(request, (wanted) => catalogue.query(name, wanted, asker));
}
