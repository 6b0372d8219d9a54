import type { WritableComputedRef } from 'vue';
import { computed } from 'vue';
import type { HistoryMode } from '../stores/address';
import { useAddressStore } from '../stores/address';

/**
 * One of a page's own choices, kept in the address under a short key (`v` chart, `s` split, `o` order).
 * The first of `allowed` is the default and is not written; a value that is not allowed reads as the default.
 */
export function usePageState<T extends string>(key: string, allowed: readonly [T, ...T[]]): WritableComputedRef<T> {
  const address = useAddressStore();
  const [fallback] = allowed;
  return computed({
    get: () => allowed.find((value) => value === address.query[key]) ?? fallback,
    set: (value) => address.patch({ [key]: value === fallback ? null : value }),
  });
}

/** Free text of a page, kept in the address (`q`); typing does not fill the history. At most 200 characters are kept. */
export function usePageText(key: string, mode: HistoryMode = 'replace'): WritableComputedRef<string> {
  const address = useAddressStore();
  return computed({
    get: () => address.query[key] ?? '',
    set: (value) => address.patch({ [key]: value.slice(0, 200) }, mode),
  });
}
