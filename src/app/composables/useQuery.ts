import type { ShallowRef } from 'vue';
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue';
import { AppError } from '../../model/appError';
import type { Queries, QueryName } from '../../statistics/query';
import { useCatalogueStore } from '../stores/catalogue';
import { toError } from '../toError';

export type QueryStatus = 'pending' | 'ready' | 'failed';

export interface QueryState<Answer> {
  /** The newest answer; the one before stays while the next is pending. */
  answer: Readonly<ShallowRef<Answer | null>>;
  status: Readonly<ShallowRef<QueryStatus>>;
  error: Readonly<ShallowRef<Error | null>>;
}

/** Each use is an asker of its own: the worker drops what it has replaced. */
let askers = 0;

/**
 * Asks the worker and asks again when the request or the data changes. The latest request wins: an answer to an
 * older one is dropped. A null request asks nothing and stays pending.
 */
export function useQuery<K extends QueryName>(
  name: K,
  request: () => Queries[K]['request'] | null,
): QueryState<Queries[K]['answer']> {
  const catalogue = useCatalogueStore();
  const answer = shallowRef<Queries[K]['answer'] | null>(null);
  const status = shallowRef<QueryStatus>('pending');
  const error = shallowRef<Error | null>(null);
  let latest = 0;
  const asker = ++askers;

  const ask = async (wanted: Queries[K]['request'] | null) => {
    const turn = ++latest;
    status.value = 'pending';
    if (wanted === null) return;
    try {
      const result = await catalogue.query(name, wanted, asker);
      if (turn !== latest) return;
      answer.value = result;
      error.value = null;
      status.value = 'ready';
    } catch (cause) {
      if (turn !== latest) return;
      if (cause instanceof AppError && cause.code === 'cancelled') return;
      error.value = toError(cause);
      status.value = 'failed';
    }
  };

  // The request as text: an equal request in a new object is not asked again, and it crosses to the worker unproxied.
  watch(
    [() => JSON.stringify(request()), () => catalogue.revision, () => catalogue.status === 'ready'],
    ([text, , ready]) => {
      if (ready) void ask(JSON.parse(text) as Queries[K]['request'] | null);
    },
    { immediate: true },
  );
  onScopeDispose(() => latest++);

  return { answer: shallowReadonly(answer), status: shallowReadonly(status), error: shallowReadonly(error) };
}
