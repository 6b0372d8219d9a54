const waiting = new Map<object, () => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function next(): void {
  const [first] = waiting;
  timer = undefined;
  if (!first) return;
  const [owner, work] = first;
  waiting.delete(owner);
  if (waiting.size > 0) timer = setTimeout(next);
  work();
}

/**
 * Does one piece of work a task, in the order in which they ask, so that a page of many parts never holds up a key or a
 * pointer for as long as all of them take. Who asks again before its turn keeps its place, and the newer work is done.
 */
export function takeTurn(owner: object, work: () => void): void {
  waiting.set(owner, work);
  timer ??= setTimeout(next);
}

/** Gives up a turn. */
export function leaveTurn(owner: object): void {
  waiting.delete(owner);
}

/** Settles in a task of its own. */
export const ownTask = (): Promise<void> => new Promise((resolve) => takeTurn({}, resolve));
