/** A finger that moves farther than this sideways, and more so than up or down, has swiped, in pixels. */
const leastPx = 48;

/** Tells swipes of one finger from other touches. */
export function useSwipe(on: { left: () => void; right: () => void }) {
  let from: { x: number; y: number } | null = null;
  return {
    start({ touches }: TouchEvent): void {
      const [touch] = touches;
      from = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    end({ changedTouches }: TouchEvent): void {
      const [touch] = changedTouches;
      if (!from || !touch) return;
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y];
      from = null;
      if (Math.abs(dx) < leastPx || Math.abs(dx) < 2 * Math.abs(dy)) return;
      if (dx < 0) on.left();
      else on.right();
    },
  };
}
