import type { ShallowRef } from 'vue';
import { shallowReactive, shallowReadonly, shallowRef } from 'vue';
import type { Language } from '../../model/language';
import type { Dictionary, LaterWords } from '../locales/dictionary';
import { dictionary as zh } from '../locales/zh/dictionary';
import { useSettingsStore } from '../stores/settings';

// One document has one language, so the words in force belong to the module, not to a component. Those of what is loaded
// after a first screen come with it: see `withWords`.
const words = shallowReactive({ ...zh } as Dictionary);
const language = shallowRef<Language>('zh-CN');
let wanted: Language = 'zh-CN';
let isLaterWanted = false;

const first = {
  'zh-CN': () => Promise.resolve(zh),
  en: async () => (await import('../locales/en/dictionary')).dictionary,
};
const later = {
  'zh-CN': async () => (await import('../locales/zh/later')).later,
  en: async () => (await import('../locales/en/later')).later,
};

/**
 * Loads the words of a language and puts them in force, words and `html[lang]` together; the latest call wins.
 * When the words cannot be fetched the language stays as it is and the call rejects.
 */
export async function showLanguage(next: Language): Promise<void> {
  wanted = next;
  const [now, more] = await Promise.all([first[next](), isLaterWanted ? later[next]() : null]);
  if (wanted !== next) return;
  Object.assign(words, now);
  if (more) addWords(more);
  language.value = next;
  document.documentElement.lang = next;
}

/** Puts later words in force beside the first; those of charts are in both. */
function addWords(more: LaterWords): void {
  Object.assign(words, more, { charts: { ...words.charts, ...more.charts } });
}

/** Loads something that is not of a first screen together with its words. */
export async function withWords<T>(load: () => Promise<T>): Promise<T> {
  isLaterWanted = true;
  const asked = wanted;
  const [loaded, more] = await Promise.all([load(), later[asked]()]);
  // A language that was chosen meanwhile brings these words itself.
  if (wanted === asked) addWords(more);
  return loaded;
}

export interface Locale {
  /** The words of the language in force, reactive: `t.nav.overview`, `t.data.reports(5)`. */
  t: Readonly<Dictionary>;
  language: Readonly<ShallowRef<Language>>;
  /** Switches the language and remembers it. */
  setLanguage: (next: Language) => Promise<void>;
}

/** Words and language of the interface. */
export function useLocale(): Locale {
  const settings = useSettingsStore();
  return {
    t: words,
    language: shallowReadonly(language),
    async setLanguage(next) {
      await showLanguage(next);
      settings.language = next;
    },
  };
}
