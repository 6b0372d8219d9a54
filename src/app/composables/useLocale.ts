import type { ShallowRef } from 'vue';
import { shallowReactive, shallowReadonly, shallowRef } from 'vue';
import type { Language } from '../../model/language';
import type { Dictionary } from '../locales/dictionary';
import { dictionary as zh } from '../locales/zh/dictionary';
import { useSettingsStore } from '../stores/settings';

// One document has one language, so the words in force belong to the module, not to a component.
const words = shallowReactive<Dictionary>({ ...zh });
const language = shallowRef<Language>('zh-CN');
let wanted: Language = 'zh-CN';

/**
 * Loads the words of a language and puts them in force, words and `html[lang]` together; the latest call wins.
 * When the words cannot be fetched the language stays as it is and the call rejects.
 */
export async function showLanguage(next: Language): Promise<void> {
  wanted = next;
  const dictionary: Dictionary = next === 'en' ? (await import('../locales/en/dictionary')).dictionary : zh;
  if (wanted !== next) return;
  Object.assign(words, dictionary);
  language.value = next;
  document.documentElement.lang = next;
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
