import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Language } from '../../model/language';
import { languages } from '../../model/language';

export const themeChoices = ['system', 'light', 'dark', 'official', 'wall'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'settings';

interface Settings {
  language: Language;
  theme: ThemeChoice;
  /** Larger type for those who need it, on every page and in every chart. */
  largeType: boolean;
  /** Whether letters and signs without Ctrl are shortcuts. */
  singleKeys: boolean;
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
    largeType: fields.largeType === true,
    singleKeys: fields.singleKeys !== false,
  };
}

/** Language, theme, type size and keys, kept in this browser; where storage is refused they last as long as the page. */
export const useSettingsStore = defineStore('settings', () => {
  const kept = keptSettings();
  const language = shallowRef<Language>(kept.language);
  const theme = shallowRef<ThemeChoice>(kept.theme);
  const largeType = shallowRef(kept.largeType);
  const singleKeys = shallowRef(kept.singleKeys);

  watch([language, theme, largeType, singleKeys], () => {
    try {
      localStorage.setItem(
        storageKey,
        JSON.stringify({
          language: language.value,
          theme: theme.value,
          largeType: largeType.value,
          singleKeys: singleKeys.value,
        } satisfies Settings),
      );
    } catch {
      return;
    }
  });

  return { language, theme, largeType, singleKeys };
});
