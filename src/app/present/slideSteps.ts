/** What a key or a press asks of a presentation. */
export type SlideStep = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'window';

const keys: Readonly<Record<string, SlideStep>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  p: 'window',
};

/** The step of a key, as remote controls and keyboards send them; null for keys of other use. */
export function stepOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): SlideStep | null {
  if (ctrlKey || metaKey || altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(keys, name) ? (keys[name] ?? null) : null;
}

/** The index after a step; it stays within the slides. */
export function indexAfter(step: SlideStep, index: number, total: number): number {
  const wanted = { next: index + 1, previous: index - 1, first: 0, last: total - 1, blank: index, window: index }[step];
  return Math.max(0, Math.min(total - 1, wanted));
}
