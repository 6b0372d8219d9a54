import { computed, shallowReadonly, shallowRef, watch, onScopeDispose, type ComputedRef, type ShallowRef } from 'vue';
import { AppError } from '../../model/appError';
import type { Queries, QueryName } from '../../statistics/query';
import { useCatalogueStore } from '../stores/catalogue';
import type { QueryStatus } from './useQuery';

export interface QueriesState<Answer> {
  /** In the order of the requests; the answers before stay while the next are pending. */
  answers: Readonly<ShallowRef<readonly Answer[] | null>>;
  status: ComputedRef<QueryStatus>;
}

/** Asks one question several times over, for figures of more dimensions than one answer has; the latest round wins. */
export function useQueries<K extends QueryName>(
  name: K,
  requests: () => readonly Queries[K]['request'][] | null,
): QueriesState<Queries[K]['answer']> {
  const catalogue = useCatalogueStore();
  const answers = shallowRef<readonly Queries[K]['answer'][] | null>(null);
  const status = shallowRef<QueryStatus>('pending');
  let latest = 0;

  async function ask(wanted: readonly Queries[K]['request'][] | null): Promise<void> {
    const turn = ++latest;
    status.value = 'pending';
    if (wanted === null) return;
    try {
      const made = await Promise.all(wanted.map((request) => catalogue.query(name, request)));
      if (turn !== latest) return;
      answers.value = made;
      status.value = 'ready';
    } catch (cause) {
      if (turn === latest && !(cause instanceof AppError && cause.code === 'cancelled')) status.value = 'failed';
    }
  }

  watch(
    [() => JSON.stringify(requests()), () => catalogue.revision, () => catalogue.status === 'ready'],
    ([text, , ready]) => {
      if (ready) void ask(JSON.parse(text) as readonly Queries[K]['request'][] | null);
    },
    { immediate: true },
  );
  onScopeDispose(() => latest++);
  return { answers: shallowReadonly(answers), status: computed(() => status.value) };
}
