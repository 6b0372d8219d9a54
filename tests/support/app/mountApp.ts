import { createPinia } from 'pinia';
import type { App as VueApp } from 'vue';
import { createApp } from 'vue';
import type { Router } from 'vue-router';
import { createMemoryHistory } from 'vue-router';
import App from '../../../src/app/App.vue';
import { showLanguage } from '../../../src/app/composables/useLocale';
import { applyTheme } from '../../../src/app/composables/useTheme';
import { createAppRouter } from '../../../src/app/router';
import { useCatalogueStore } from '../../../src/app/stores/catalogue';
import { useSettingsStore } from '../../../src/app/stores/settings';
import '../../../src/app/styles/base.css';
import '../../../src/app/styles/tokens.css';
import type { DataClient } from '../../../src/worker/client';
import { startWorkerClient } from '../../../src/worker/client';

export interface MountedApp {
  router: Router;
  database: string;
  catalogue: ReturnType<typeof useCatalogueStore>;
  /** Path and query of where the app is. */
  address: () => string;
  unmount: () => void;
}

interface MountOptions {
  address?: string;
  /** Database to open; a new one when absent. */
  database?: string;
  packageUrl?: string;
  connect?: () => DataClient;
}

/** The published package, and those that the store's tests are made with. */
export const packageUrls = {
  real: '/data/datapackage.json',
  small: '/tests/fixtures/package-small/datapackage.json',
  broken: '/tests/fixtures/package-broken/datapackage.json',
  absent: '/tests/fixtures/no-such-package/datapackage.json',
};

let count = 0;
const mounted = new Set<MountedApp>();

/** A name that no database has. */
export const freshDatabase = () => `app-test-${String(performance.timeOrigin)}-${String(++count)}`;

/** Draws the whole app with the real worker and a database of its own. */
export async function mountApp(options: MountOptions = {}): Promise<MountedApp> {
  const { address = '/', database = freshDatabase(), packageUrl = packageUrls.real } = options;
  const host = document.createElement('div');
  document.body.append(host);
  const pinia = createPinia();
  const router = createAppRouter(createMemoryHistory());
  await router.push(address);
  const app: VueApp = createApp(App).use(pinia).use(router);
  const catalogue = useCatalogueStore(pinia);
  const clients: DataClient[] = [];
  const connect = () => {
    const client = (options.connect ?? (() => startWorkerClient(database)))();
    clients.push(client);
    return client;
  };
  const stopTheme = app.runWithContext(applyTheme);
  await showLanguage(useSettingsStore(pinia).language);
  void catalogue.start(connect, packageUrl);
  app.mount(host);

  const self: MountedApp = {
    router,
    database,
    catalogue,
    address: () => router.currentRoute.value.fullPath,
    unmount() {
      mounted.delete(self);
      stopTheme();
      app.unmount();
      host.remove();
      clients.forEach((client) => client.close());
    },
  };
  mounted.add(self);
  return self;
}

/** Takes away every app that a test has left, and what it has kept. */
export function unmountAll(): void {
  mounted.forEach((app) => app.unmount());
  localStorage.clear();
}
