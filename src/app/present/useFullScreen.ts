import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue';

/**
 * Shows an element on the whole screen for as long as it stands. Where the browser refuses, the element fills the window
 * as it does anyway. `onLeave` is called when the person leaves the full screen.
 */
export function useFullScreen(
  element: () => HTMLElement | null,
  onLeave: () => void,
): { enter: () => void; expectLeaving: () => void } {
  let isFull = false;
  /** A second window may take the full screen away, which is no wish to stop. */
  let expected = false;

  function onChange(): void {
    const left = isFull && document.fullscreenElement === null;
    isFull = document.fullscreenElement !== null;
    if (left && !expected) onLeave();
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
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
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
