import { matchesShortcut, type KeyPress, type ShortcutId } from '../shortcuts/shortcuts';

/** What a key or a press asks of a presentation. */
export type SlideStep = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'window';

const steps = [
  ['nextSlide', 'next'],
  ['previousSlide', 'previous'],
  ['firstSlide', 'first'],
  ['lastSlide', 'last'],
  ['blankSlide', 'blank'],
  ['speakerWindow', 'window'],
] as const satisfies [ShortcutId, SlideStep][];

/** The step of a key, as remote controls and keyboards send them; null for keys of other use. */
export function stepOfKey(press: KeyPress): SlideStep | null {
  return steps.find(([id]) => matchesShortcut(press, id))?.[1] ?? null;
}

/** The index after a step; it stays within the slides. */
export function indexAfter(step: SlideStep, index: number, total: number): number {
  const wanted = { next: index + 1, previous: index - 1, first: 0, last: total - 1, blank: index, window: index }[step];
  return Math.max(0, Math.min(total - 1, wanted));
}
