/** Time after the first figure in which only what is asked for is fetched, in milliseconds. */
const quietMs = 10_000;

let begin: () => void = () => undefined;
/** Settles when nobody waits for anything any more: what a later moment may need can be fetched. */
export const quiet = new Promise<void>((resolve) => (begin = resolve));

let hasFigure = false;

/** Once the first figure stands, sees to it that the rest of the app is fetched in the quiet afterwards. */
export function prefetchSoon(): void {
  if (hasFigure) return;
  hasFigure = true;
  setTimeout(() => {
    begin();
    import('./prefetchPages').then(
      ({ prefetchPages }) => prefetchPages(),
      () => undefined,
    );
  }, quietMs);
}
