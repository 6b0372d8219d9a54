import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue';

interface Ends {
  /** The person leaves the full screen. */
  leave: () => void;
  /** The element has gone and the page is as before: until then the browser gives nothing behind it the focus. */
  gone: () => void;
}

/**
 * Shows an element on the whole screen, from `enter` for as long as it stands. Where the browser refuses, the element
 * fills the window as it does anyway.
 */
export function useFullScreen(
  element: () => HTMLElement | null,
  on: Ends,
): { enter: () => void; expectLeaving: () => void } {
  let isFull = false;
  /** A second window may take the full screen away, which is no wish to stop. */
  let expected = false;

  function onChange(): void {
    const left = isFull && document.fullscreenElement === null;
    isFull = document.fullscreenElement !== null;
    if (left && !expected) on.leave();
    expected = false;
  }
  function enter(): void {
    if (!document.fullscreenEnabled) return;
    void element()
      ?.requestFullscreen()
      .catch(() => undefined);
  }
  onMounted(() => document.addEventListener('fullscreenchange', onChange));
  onBeforeUnmount(() => {
    document.removeEventListener('fullscreenchange', onChange);
    const left = document.fullscreenElement ? document.exitFullscreen().catch(() => undefined) : Promise.resolve();
    // After the dialog's own idea of where the focus belongs.
    void left.then(() => setTimeout(on.gone));
  });
  return { enter, expectLeaving: () => (expected = isFull) };
}

/** Inner size of the window in pixels, kept up to date. */
export function useViewport(size: ShallowRef<{ width: number; height: number }>): void {
  const read = () => (size.value = { width: window.innerWidth, height: window.innerHeight });
  onMounted(() => {
    read();
    window.addEventListener('resize', read);
  });
  onBeforeUnmount(() => window.removeEventListener('resize', read));
}
