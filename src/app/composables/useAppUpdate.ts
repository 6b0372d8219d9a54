import type { ShallowRef } from 'vue';
import { shallowRef } from 'vue';
import { afterRest, quietMs } from '../pages/afterRest';

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
  let update: ((reload: boolean) => Promise<void>) | null = null;
  // What keeps the app for the next time waits until this time stands.
  afterRest(() => {
    void import('virtual:pwa-register').then(({ registerSW }) => {
      update = registerSW({ onNeedRefresh: () => (available.value = true) });
    });
  }, quietMs);
  return { available, apply: async () => update?.(true) };
}
