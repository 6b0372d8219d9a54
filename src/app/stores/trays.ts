import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { Tray, TrayChange, TrayItem } from '../../worker/protocol';
import { useCatalogueStore } from './catalogue';

const storageKey = 'tray';

function readKept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** An id that no other tab makes. `randomUUID` is only there on secure origins. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/** The trays as they are stored, whichever tab changed them, and the one that figures are collected in. */
export const useTraysStore = defineStore('trays', () => {
  const catalogue = useCatalogueStore();
  /** Null until they have been read. */
  const trays = shallowRef<readonly Tray[] | null>(null);
  const chosen = shallowRef(readKept());
  const current = computed<Tray | null>(() => {
    const all = trays.value ?? [];
    return all.find(({ id }) => id === chosen.value) ?? all.at(-1) ?? null;
  });

  watch(
    () => catalogue.status === 'ready',
    (ready) => {
      // What cannot be read is told by the catalogue, whose database it is.
      if (ready)
        void catalogue.ask((client) => client.watchTrays((read) => (trays.value = read))).catch(() => undefined);
    },
    { immediate: true },
  );

  function choose(id: string): void {
    chosen.value = id;
    try {
      localStorage.setItem(storageKey, id);
    } catch {
      // Where storage is refused the choice lasts as long as the page.
    }
  }

  /** One step on a tray. Output: false when the tray or the item is gone. Rejects with AppError. */
  const change = (id: string, step: TrayChange): Promise<boolean> =>
    catalogue.ask((client) => client.changeTray(id, step));

  /** Makes a tray and chooses it. */
  async function create(name: string, items: TrayItem[] = [], id = newId()): Promise<void> {
    await change(id, { action: 'create', name, items });
    choose(id);
  }

  const remove = (id: string): Promise<void> => catalogue.ask((client) => client.removeTray(id));

  return { trays, current, choose, change, create, remove };
});
