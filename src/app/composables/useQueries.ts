import type { Queries, QueryName } from '../../statistics/query';
import { useCatalogueStore } from '../stores/catalogue';
import { useLatest, type QueryState } from './useLatest';
import { nextAsker } from './useQuery';

/**
 * Asks one question several times over, for figures of more dimensions than one answer has; see `useLatest`.
 * Answers stand in the order of the requests.
 */
export function useQueries<K extends QueryName>(
  name: K,
  requests: () => readonly Queries[K]['request'][] | null,
): QueryState<readonly Queries[K]['answer'][]> {
  const catalogue = useCatalogueStore();
  // One number a place: a question replaces the one that stood there before, not its neighbours.
  const askers: number[] = [];
  return useLatest(requests, (wanted) =>
    Promise.all(wanted.map((request, index) => catalogue.query(name, request, (askers[index] ??= nextAsker())))),
  );
}
