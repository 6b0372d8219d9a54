const waiting = new Map<object, () => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function next(): void {
  const [first] = waiting;
  timer = undefined;
  if (!first) return;
  const [owner, draw] = first;
  waiting.delete(owner);
  if (waiting.size > 0) timer = setTimeout(next);
  draw();
}

/**
 * Draws one chart a task, in the order in which they ask, so that a page of charts never holds up a key or a pointer for as
 * long as all of them take. Who asks again before its turn keeps its place and draws the newer.
 */
export function drawInTurn(owner: object, draw: () => void): void {
  waiting.set(owner, draw);
  timer ??= setTimeout(next);
}

/** Gives up a turn. */
export function leaveTurn(owner: object): void {
  waiting.delete(owner);
}
