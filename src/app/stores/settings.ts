import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Language } from '../../model/language';
import { languages } from '../../model/language';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'settings';

interface Settings {
  language: Language;
  theme: ThemeChoice;
}

function readKept(): unknown {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
}

/** What was kept, field by field; whatever is missing, foreign or unreadable takes the default. */
function keptSettings(): Settings {
  const kept = readKept();
  const fields = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof Settings, unknown>>;
  return {
    language: languages.find((language) => language === fields.language) ?? 'zh-CN',
    theme: themeChoices.find((theme) => theme === fields.theme) ?? 'system',
  };
}

/** Language and theme, kept in this browser; where storage is refused they last as long as the page. */
export const useSettingsStore = defineStore('settings', () => {
  const kept = keptSettings();
  const language = shallowRef<Language>(kept.language);
  const theme = shallowRef<ThemeChoice>(kept.theme);

  watch([language, theme], () => {
    try {
      localStorage.setItem(
        storageKey,
        JSON.stringify({ language: language.value, theme: theme.value } satisfies Settings),
      );
    } catch {
      return;
    }
  });

  return { language, theme };
});
