import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createWebHashHistory } from 'vue-router';
import App from './App.vue';
import { showLanguage } from './composables/useLocale';
import { applyTheme } from './composables/useTheme';
import { pagePaths } from './pageList';
import { createAppRouter } from './router';
import { asked, startData } from './startData';
import { useCatalogueStore } from './stores/catalogue';
import { useSettingsStore } from './stores/settings';
import { ownTask } from './turns';
import './styles/tokens.css';
import './styles/base.css';
import { bootAddress } from './url/bootAddress';

const packageUrl = new URL('data/datapackage.json', document.baseURI).href;

/** Begins to load, and puts the page up meanwhile, a step a task: no key or click waits for all of it. */
async function begin(): Promise<void> {
  const { demo, search, rest } = asked;
  const app = createApp(App).use(createPinia());
  // eslint-disable-next-line no-console -- the one place that may: an error that no page has caught
  app.config.errorHandler = (error) => console.error(error);
  void useCatalogueStore().start(startData, packageUrl);

  await ownTask();
  applyTheme();
  // A language that cannot be fetched leaves the interface in Chinese.
  const worded = showLanguage(useSettingsStore().language).catch(() => undefined);

  await ownTask();
  const address = bootAddress(rest, pagePaths);
  const [folder, hash] = (address ?? `${rest.pathname}${rest.hash}`).split(/(?=#)/);
  if (demo || address !== null) history.replaceState(history.state, '', `${folder ?? ''}${search}${hash ?? ''}`);
  app.use(createAppRouter(createWebHashHistory()));

  await worded;
  await ownTask();
  app.mount('#app');
}

// Not awaited: the words of a language may share files with this one, which would then wait for them for ever.
void begin();
