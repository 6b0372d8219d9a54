import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import type { PlainQuery } from '../url/choice';
import { canonicalQuery } from '../url/choice';

/** `push`: the back button undoes it; `replace`: it belongs to the step before (typing). */
export type HistoryMode = 'push' | 'replace';

/**
 * The query of the address as it is wanted: changed at once, followed by the router. Several changes in one go become
 * one step of the history. Everything that lives in the address reads and writes it here.
 */
export const useAddressStore = defineStore('address', () => {
  const router = useRouter();
  const query = shallowRef<PlainQuery>(canonicalQuery(router.currentRoute.value.query));
  /** Whether the latest change came from a link or the browser's own buttons, not from here. */
  let travelled = false;

  router.afterEach((to, _from, failure) => {
    if (failure) return;
    travelled = true;
    query.value = canonicalQuery(to.query);
  });

  /** Sets keys of the query; null or empty removes one. */
  function patch(changes: Record<string, string | null>, mode: HistoryMode = 'push'): void {
    const wanted = Object.entries({ ...query.value, ...changes }).filter(([, value]) => value !== null && value !== '');
    travelled = false;
    query.value = canonicalQuery(Object.fromEntries(wanted));
    void router[mode]({ path: router.currentRoute.value.path, query: query.value });
  }

  return { query, patch, hasTravelled: () => travelled };
});
