import { computed, type ComputedRef } from 'vue';
import { useLocale } from '../../composables/useLocale';
import { helpText as en } from '../../locales/en/helpText';
import { helpText as zh } from '../../locales/zh/helpText';

/** The text of the help in the language in force. */
export function useHelpText(): ComputedRef<typeof zh> {
  const { language } = useLocale();
  return computed(() => (language.value === 'en' ? en : zh));
}
