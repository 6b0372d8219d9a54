import { quietMs } from './afterRest';

let begun = false;

/** Once the first figure stands, sees to it that the rest of the app is fetched when nobody waits for anything. */
export function prefetchSoon(): void {
  if (begun) return;
  begun = true;
  setTimeout(() => {
    import('./prefetchPages').then(
      ({ prefetchPages }) => prefetchPages(),
      () => undefined,
    );
  }, quietMs);
}
