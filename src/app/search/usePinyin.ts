import { shallowReadonly, shallowRef, watch, type ShallowRef } from 'vue';
import type { ReadCharacters } from '../../search/matchesSearch';

// One table serves every search of the page.
const read = shallowRef<ReadCharacters>(null);

/** Fetches the table of readings; called again after a failure it tries again. */
export async function loadPinyin(): Promise<void> {
  if (read.value) return;
  try {
    const { readCharacters } = await import('../../search/readCharacters');
    read.value = readCharacters;
  } catch {
    // Without a network a search goes by the printed words alone.
    return;
  }
}

/** How characters are read, fetched once a search holds a letter. */
export function usePinyin(search: () => string): Readonly<ShallowRef<ReadCharacters>> {
  watch(
    () => /[a-z]/i.test(search().normalize('NFKC')),
    (spelt) => spelt && void loadPinyin(),
    { immediate: true },
  );
  return shallowReadonly(read);
}
