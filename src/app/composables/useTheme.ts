import type { ComputedRef, ShallowRef } from 'vue';
import { computed, effectScope, watchEffect } from 'vue';
import { useMediaQuery } from './useMediaQuery';
import { useSettingsStore } from '../stores/settings';

export interface Theme {
  /** The theme in force: the chosen one, or the system's. */
  theme: ComputedRef<'light' | 'dark'>;
  /** The person asks for less motion: charts do not animate. */
  reducedMotion: Readonly<ShallowRef<boolean>>;
}

/** The theme in force and the wish for less motion. */
export function useTheme(): Theme {
  const settings = useSettingsStore();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  return {
    theme: computed(() => (settings.theme === 'system' ? (systemDark.value ? 'dark' : 'light') : settings.theme)),
    reducedMotion: useMediaQuery('(prefers-reduced-motion: reduce)'),
  };
}

/** Keeps `html[data-theme]` and the browser's own colour on the theme in force; returns a way to stop. */
export function applyTheme(): () => void {
  const scope = effectScope(true);
  scope.run(() => {
    const { theme } = useTheme();
    watchEffect(() => (document.documentElement.dataset['theme'] = theme.value));
  });
  return () => scope.stop();
}
