import { shallowReadonly, shallowRef } from 'vue';
import type * as Panels from './filterPanels';

const loaded = shallowRef<typeof Panels | null>(null);

/** What the controls hold; null until it is fetched. */
export const filterPanels = shallowReadonly(loaded);

async function loadPanels(): Promise<void> {
  loaded.value ??= await import('./filterPanels');
}

/** Fetches what a control of the filter bar opens, with all it holds; the first numbers do not wait for it. */
export const loadFilterPanel = async () => {
  const [panel] = await Promise.all([import('./FilterPanel.vue'), loadPanels()]);
  return panel;
};
/** Fetches the phone's sheet. */
export const loadFilterSheet = async () => {
  const [sheet] = await Promise.all([import('./FilterSheet.vue'), loadPanels()]);
  return sheet;
};
