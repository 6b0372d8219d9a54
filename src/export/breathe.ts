import { goOn } from './picture';

/** Longest stretch of work between two pauses, in milliseconds: half a frame, so that the page keeps answering. */
const stretchMs = 8;

/** Called between small steps of a long job: lets the page answer every few milliseconds. */
export type Breathe = () => Promise<void>;

/** A `breathe` for one job; it throws AppError `cancelled` once the signal has fired. */
export function breather(signal: AbortSignal | undefined): Breathe {
  let since = performance.now();
  return async () => {
    goOn(signal);
    if (performance.now() - since < stretchMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
    goOn(signal);
  };
}
