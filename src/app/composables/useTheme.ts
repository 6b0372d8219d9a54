import type { ComputedRef, ShallowRef } from 'vue';
import { computed, effectScope, watchEffect } from 'vue';
import type { ThemeName } from '../../charts/tokens';
import { useMediaQuery } from './useMediaQuery';
import { useSettingsStore } from '../stores/settings';

/** Type sizes of charts on a screen, in pixels. */
const [chartPx, largeChartPx] = [12, 15];

export interface Theme {
  /** The theme in force: the chosen one, or the system's. */
  theme: ComputedRef<ThemeName>;
  /** The theme of pictures drawn to match it: those for a wall are dark ones. */
  pictureTheme: ComputedRef<Exclude<ThemeName, 'wall'>>;
  /** Type is a quarter larger: by choice, and always on a wall. */
  isLarge: ComputedRef<boolean>;
  /** Type size of charts, in pixels. */
  fontPx: ComputedRef<number>;
  /** The person asks for less motion: charts do not animate. */
  reducedMotion: Readonly<ShallowRef<boolean>>;
}

/** The theme in force and the wish for less motion. */
export function useTheme(): Theme {
  const settings = useSettingsStore();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const theme = computed(() => (settings.theme === 'system' ? (systemDark.value ? 'dark' : 'light') : settings.theme));
  const isLarge = computed(() => settings.largeType || theme.value === 'wall');
  return {
    theme,
    pictureTheme: computed(() => (theme.value === 'wall' ? 'dark' : theme.value)),
    isLarge,
    fontPx: computed(() => (isLarge.value ? largeChartPx : chartPx)),
    reducedMotion: useMediaQuery('(prefers-reduced-motion: reduce)'),
  };
}

/** Keeps `html[data-theme]` and the browser's own colour on the theme in force; returns a way to stop. */
export function applyTheme(): () => void {
  const scope = effectScope(true);
  scope.run(() => {
    const { theme, isLarge } = useTheme();
    watchEffect(() => {
      const { dataset } = document.documentElement;
      dataset['theme'] = theme.value;
      dataset['type'] = isLarge.value ? 'large' : 'normal';
    });
  });
  return () => scope.stop();
}
