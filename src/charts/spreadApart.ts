/**
 * Moves positions apart until neighbours keep a distance, as little as needed and inside a room while it is large enough.
 * Input: pixels, null for what is not there. Output: the same in the same order.
 */
export function spreadApart(
  positions: readonly (number | null)[],
  gapPx: number,
  room: { from: number; to: number },
): (number | null)[] {
  const order = positions
    .flatMap((at, index) => (at === null ? [] : [{ at, index }]))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const placed: number[] = [];
  for (const { at } of order) placed.push(Math.max(at, (placed.at(-1) ?? room.from - gapPx) + gapPx));
  // What has been pushed out below comes back up, and pushes those above it.
  let limit = room.to;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, limit);
    limit = (placed[i] ?? 0) - gapPx;
  }
  const moved: (number | null)[] = positions.map(() => null);
  order.forEach(({ index }, i) => (moved[index] = placed[i] ?? null));
  return moved;
}
