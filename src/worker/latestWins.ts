import { AppError } from '../model/appError';

/** Lets messages that have arrived be read before going on; a timer would wait longer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Waits for its turn, and for what must be done before. */
type Gate = (asker: number | undefined, before?: () => Promise<unknown>) => Promise<void>;

/**
 * Drops questions that their asker has replaced by a newer one before they were begun.
 * Output: the gate to pass before work; it rejects with `cancelled` when the question is no longer wanted.
 */
export function latestWins(): Gate {
  const turns = new Map<number, number>();
  return async (asker, before) => {
    if (asker === undefined) return;
    const turn = (turns.get(asker) ?? 0) + 1;
    turns.set(asker, turn);
    await nextTask();
    await before?.();
    if (turns.get(asker) !== turn) throw new AppError('cancelled');
  };
}
