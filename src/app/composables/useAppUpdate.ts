import { registerSW } from 'virtual:pwa-register';
import type { ShallowRef } from 'vue';
import { shallowRef } from 'vue';

export interface AppUpdate {
  /** A newer version waits to take over. */
  available: ShallowRef<boolean>;
  /** Lets it take over and reloads the page. */
  apply: () => Promise<void>;
}

/**
 * Registers the service worker, which keeps the whole app for use without a network, and says when a newer version is
 * ready. Where there is no service worker (plain http in an intranet) nothing happens: the app works without one.
 */
export function useAppUpdate(): AppUpdate {
  const available = shallowRef(false);
  const update = registerSW({ onNeedRefresh: () => (available.value = true) });
  return { available, apply: () => update(true) };
}
