import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Measure } from '../../model/measures';

/** What the help shows: the keys, or the glossary, there at one measure. */
export type HelpTopic = { kind: 'shortcuts' } | { kind: 'glossary'; measure: Measure | null };

/** Which help stands open, and what gets the focus back afterwards. */
export const useHelpStore = defineStore('help', () => {
  const topic = shallowRef<HelpTopic | null>(null);
  let returnTo: Element | null = null;

  function show(next: HelpTopic): void {
    if (!topic.value) returnTo = document.activeElement;
    topic.value = next;
  }
  function close(): void {
    topic.value = null;
  }
  /** Gives the focus back to where it was when the help was opened. */
  function giveFocusBack(): void {
    if (returnTo instanceof HTMLElement) returnTo.focus();
  }
  return { topic, show, close, giveFocusBack };
});
