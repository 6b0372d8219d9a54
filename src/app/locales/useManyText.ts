import { computed, type ComputedRef } from 'vue';
import { useLocale } from '../composables/useLocale';
import { many as en } from './en/many';
import { many as zh } from './zh/many';

/** The words of what holds thousands of places, in the language in force. */
export function useManyText(): ComputedRef<typeof zh> {
  const { language } = useLocale();
  return computed(() => (language.value === 'en' ? en : zh));
}
