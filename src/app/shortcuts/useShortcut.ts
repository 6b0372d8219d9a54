import { onScopeDispose } from 'vue';
import { useSettingsStore } from '../stores/settings';
import { isSingleKey, matchesShortcut, type ShortcutId } from './shortcuts';

const typingTypes = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date', 'month']);

/** Whether keys go into a field, which has its own undo and takes every letter. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return typingTypes.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select'));
}

/**
 * Does something on a key of the registry, anywhere on the page but in a field, as long as the component lives; on a letter
 * or sign by itself only where the person has not switched those off.
 */
export function useShortcut(id: ShortcutId, act: () => void): void {
  const settings = useSettingsStore();
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target) || !matchesShortcut(event, id)) return;
    if (isSingleKey(event) && !settings.singleKeys) return;
    event.preventDefault();
    act();
  };
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
