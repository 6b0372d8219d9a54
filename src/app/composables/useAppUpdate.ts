import type { ShallowRef } from 'vue';
import { shallowRef } from 'vue';
import { afterRest } from '../pages/afterRest';
import { quiet } from '../pages/prefetchSoon';

export interface AppUpdate {
  /** A newer version waits to take over. */
  available: ShallowRef<boolean>;
  /** Lets it take over and reloads the page. */
  apply: () => Promise<void>;
}

/** Longest wait for the first figure, in milliseconds. */
const longestMs = 30_000;

/**
 * Registers the service worker, which keeps the whole app for use without a network, and says when a newer version is
 * ready. Where there is no service worker (plain http in an intranet) nothing happens: the app works without one.
 */
export function useAppUpdate(): AppUpdate {
  const available = shallowRef(false);
  let update: ((reload: boolean) => Promise<void>) | null = null;
  let begun = false;
  const begin = async () => {
    if (begun) return;
    begun = true;
    const { registerSW } = await import('virtual:pwa-register');
    update = registerSW({ onNeedRefresh: () => (available.value = true) });
  };
  // What keeps the app for the next time waits until this time stands; a page without figures stands at some time, too.
  void quiet.then(begin);
  afterRest(() => void begin(), longestMs);
  return { available, apply: async () => update?.(true) };
}
