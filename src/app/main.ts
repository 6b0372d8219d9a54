// First, so that the worker begins before all that follows is evaluated.
import { asked, startData } from './startData';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createWebHashHistory } from 'vue-router';
import App from './App.vue';
import { showLanguage } from './composables/useLocale';
import { applyTheme } from './composables/useTheme';
import { pagePaths } from './pageList';
import { createAppRouter } from './router';
import { useCatalogueStore } from './stores/catalogue';
import { useSettingsStore } from './stores/settings';
import './styles/tokens.css';
import './styles/base.css';
import { bootAddress } from './url/bootAddress';

const packageUrl = new URL('data/datapackage.json', document.baseURI).href;

const { demo, search, rest } = asked;
const address = bootAddress(rest, pagePaths);
const [folder, hash] = (address ?? `${rest.pathname}${rest.hash}`).split(/(?=#)/);
if (demo || address !== null) history.replaceState(history.state, '', `${folder ?? ''}${search}${hash ?? ''}`);

const app = createApp(App).use(createPinia()).use(createAppRouter(createWebHashHistory()));
// eslint-disable-next-line no-console -- the one place that may: an error that no page has caught
app.config.errorHandler = (error) => console.error(error);
applyTheme();

// Loading begins before the page is drawn; a language that cannot be fetched leaves the interface in Chinese.
void useCatalogueStore().start(startData, packageUrl);
// Nothing here waits for it: the words of a language may share files with this one, which would then wait for them for ever.
void showLanguage(useSettingsStore().language)
  .catch(() => undefined)
  // A task of its own: reading the code and drawing the page in one would hold up the first key or click.
  .then(() => setTimeout(() => app.mount('#app')));
