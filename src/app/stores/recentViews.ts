import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useCatalogueStore } from './catalogue';

const maxRecent = 8;
/** Real and simulated data have a list each. */
const keyOf = (simulated: boolean) => (simulated ? 'recent-views.demo' : 'recent-views');

function readKept(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    const all = Array.isArray(kept) ? kept : [];
    return all.filter((item): item is string => typeof item === 'string' && item.startsWith('/')).slice(0, maxRecent);
  } catch {
    return [];
  }
}

/** Adds an address in front; each stands once, and only so many stay. */
export function withRecent(recent: readonly string[], address: string): string[] {
  return [address, ...recent.filter((one) => one !== address)].slice(0, maxRecent);
}

/** Addresses that somebody looked at for a while, newest first, kept in this browser. */
export const useRecentViewsStore = defineStore('recentViews', () => {
  const catalogue = useCatalogueStore();
  const key = computed(() => keyOf(catalogue.simulated));
  const changes = shallowRef(0);
  const recent = computed(() => (changes.value >= 0 ? readKept(key.value) : []));

  function add(address: string): void {
    try {
      localStorage.setItem(key.value, JSON.stringify(withRecent(recent.value, address)));
    } catch {
      // Where storage is refused nothing is remembered.
      return;
    }
    changes.value++;
  }

  return { recent, add };
});
