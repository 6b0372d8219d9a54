// Every key of the app in one list: handlers ask it, the sheet on `?` prints it. To add one: an entry here, its words in
// the `help` files of the locales, and `useShortcut` or `matchesShortcut` where it is handled.

export const shortcutGroups = ['app', 'filter', 'list', 'table', 'present'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

interface Shortcut {
  group: ShortcutGroup;
  /** Any of them; `Mod` is Ctrl, or ⌘ on a Mac. */
  keys: readonly string[];
}

export const shortcuts = {
  help: { group: 'app', keys: ['?'] },
  search: { group: 'app', keys: ['/'] },
  close: { group: 'app', keys: ['Escape'] },
  undo: { group: 'filter', keys: ['Mod+Z'] },
  redo: { group: 'filter', keys: ['Mod+Y', 'Mod+Shift+Z'] },
  nextOption: { group: 'list', keys: ['ArrowDown', 'ArrowRight'] },
  previousOption: { group: 'list', keys: ['ArrowUp', 'ArrowLeft'] },
  firstOption: { group: 'list', keys: ['Home'] },
  lastOption: { group: 'list', keys: ['End'] },
  tick: { group: 'list', keys: ['Space'] },
  rowDown: { group: 'table', keys: ['ArrowDown'] },
  rowUp: { group: 'table', keys: ['ArrowUp'] },
  pageDown: { group: 'table', keys: ['PageDown'] },
  pageUp: { group: 'table', keys: ['PageUp'] },
  firstRow: { group: 'table', keys: ['Home'] },
  lastRow: { group: 'table', keys: ['End'] },
  nextCell: { group: 'table', keys: ['ArrowRight'] },
  previousCell: { group: 'table', keys: ['ArrowLeft'] },
  openRow: { group: 'table', keys: ['Enter'] },
  pickRow: { group: 'table', keys: ['Space'] },
  pickDown: { group: 'table', keys: ['Shift+ArrowDown'] },
  pickAll: { group: 'table', keys: ['Mod+A'] },
  nextSlide: { group: 'present', keys: ['ArrowRight', 'Space', 'Enter', 'ArrowDown', 'PageDown'] },
  previousSlide: { group: 'present', keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'] },
  firstSlide: { group: 'present', keys: ['Home'] },
  lastSlide: { group: 'present', keys: ['End'] },
  blankSlide: { group: 'present', keys: ['B', '.'] },
  speakerWindow: { group: 'present', keys: ['P'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;
export const shortcutIds = Object.keys(shortcuts) as ShortcutId[];

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function matchesKey(event: KeyPress, keys: string): boolean {
  const parts = keys.split('+');
  const wanted = parts.at(-1) ?? '';
  const key = event.key === ' ' ? 'Space' : event.key;
  if (event.altKey || (event.ctrlKey || event.metaKey) !== parts.includes('Mod')) return false;
  // A sign such as ? is typed with Shift on some keyboards and without on others.
  const isSign = wanted.length === 1 && !/[A-Z]/.test(wanted);
  if (!isSign && event.shiftKey !== parts.includes('Shift')) return false;
  // Caps lock turns the case of letters, a Chinese input method sends full-width signs.
  return key.normalize('NFKC').toUpperCase() === wanted.toUpperCase();
}

/** Whether a key press is a letter or sign by itself, which speech input and a slip of the hand send too (WCAG 2.1.4). */
export function isSingleKey({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Whether a key press is one of the app's. */
export function matchesShortcut(event: KeyPress, id: ShortcutId): boolean {
  return shortcuts[id].keys.some((keys) => matchesKey(event, keys));
}
