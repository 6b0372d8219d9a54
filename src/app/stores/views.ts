import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { SavedView } from '../../worker/protocol';
import { useCatalogueStore } from './catalogue';

/** Ids without `crypto.randomUUID`, which pages on plain HTTP do not have. */
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** The views that a person has saved, the same in every tab; the one removed last can be brought back. */
export const useViewsStore = defineStore('views', () => {
  const catalogue = useCatalogueStore();
  const views = shallowRef<readonly SavedView[]>([]);
  const removed = shallowRef<SavedView | null>(null);
  let asked = 0;

  async function load(): Promise<void> {
    const turn = ++asked;
    const found = await catalogue.views();
    if (turn === asked) views.value = found;
  }
  // A view saved in another tab grows the revision here, too.
  watch(
    [() => catalogue.revision, () => catalogue.status === 'ready'],
    ([, ready]) => {
      if (ready) void load().catch(() => undefined);
    },
    { immediate: true },
  );

  async function put(view: SavedView): Promise<void> {
    await catalogue.saveView(view);
    await load();
  }
  /** Saves an address under a name; the name's former address gives way. */
  async function save(name: string, address: string): Promise<void> {
    const same = views.value.find((view) => view.name === name);
    await put(same ? { ...same, address } : { id: newId(), name, address, createdAt: new Date().toISOString() });
  }
  const rename = (view: SavedView, name: string) => put({ ...view, name });

  async function remove(view: SavedView): Promise<void> {
    await catalogue.removeView(view.id);
    removed.value = view;
    await load();
  }
  async function restore(): Promise<void> {
    const view = removed.value;
    if (!view) return;
    removed.value = null;
    await put(view);
  }

  return { views, removed, save, rename, remove, restore };
});
