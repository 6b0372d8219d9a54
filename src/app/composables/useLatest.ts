import type { ShallowRef } from 'vue';
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue';
import { AppError } from '../../model/appError';
import { useCatalogueStore } from '../stores/catalogue';
import { toError } from '../toError';

export type QueryStatus = 'pending' | 'ready' | 'failed';

export interface QueryState<Answer> {
  /** The newest answer; the one before stays while the next is pending. */
  answer: Readonly<ShallowRef<Answer | null>>;
  status: Readonly<ShallowRef<QueryStatus>>;
  error: Readonly<ShallowRef<Error | null>>;
}

/**
 * Asks, and asks again when what is wanted or the data changes. The latest wins: an answer to an older wish is dropped.
 * A null wish asks nothing and stays pending.
 */
export function useLatest<Wanted, Answer>(
  wanted: () => Wanted | null,
  ask: (wanted: Wanted) => Promise<Answer>,
): QueryState<Answer> {
  const catalogue = useCatalogueStore();
  const answer = shallowRef<Answer | null>(null);
  const status = shallowRef<QueryStatus>('pending');
  const error = shallowRef<Error | null>(null);
  let latest = 0;

  const start = async (next: Wanted | null) => {
    const turn = ++latest;
    status.value = 'pending';
    if (next === null) return;
    try {
      const result = await ask(next);
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

  // The wish as text: an equal one in a new object is not asked again, and it crosses to the worker unproxied.
  watch(
    [() => JSON.stringify(wanted()), () => catalogue.revision, () => catalogue.status === 'ready'],
    ([text, , ready]) => {
      if (ready) void start(JSON.parse(text) as Wanted | null);
    },
    { immediate: true },
  );
  onScopeDispose(() => latest++);

  return { answer: shallowReadonly(answer), status: shallowReadonly(status), error: shallowReadonly(error) };
}
