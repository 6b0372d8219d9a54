/** What one can go back to, where one stands, and what one can go forward to; the nearest step is last in both lists. */
export interface Steps {
  past: readonly string[];
  present: string;
  future: readonly string[];
}

const maxSteps = 100;

/** The beginning: nothing to undo. */
export const beginAt = (present: string): Steps => ({ past: [], present, future: [] });

/** A step that somebody takes: what could be redone is gone. */
export function take(steps: Steps, next: string): Steps {
  if (next === steps.present) return steps;
  return { past: [...steps.past, steps.present].slice(-maxSteps), present: next, future: [] };
}

/** The step before; null when there is none. */
export function undo({ past, present, future }: Steps): Steps | null {
  const before = past.at(-1);
  return before === undefined ? null : { past: past.slice(0, -1), present: before, future: [...future, present] };
}

/** The step that was undone last; null when there is none. */
export function redo({ past, present, future }: Steps): Steps | null {
  const after = future.at(-1);
  return after === undefined ? null : { past: [...past, present], present: after, future: future.slice(0, -1) };
}

/** Somewhere that the browser's own buttons or a link led to: the step before and the one after are gone to, anything else is taken. */
export function arrive(steps: Steps, next: string): Steps {
  if (next === steps.past.at(-1)) return undo(steps) ?? steps;
  if (next === steps.future.at(-1)) return redo(steps) ?? steps;
  return take(steps, next);
}
