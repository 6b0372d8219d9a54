/**
 * Finds the highest of several scores; the earlier of two equal ones wins.
 * Output: winner with its lead over the runner-up; null when none is above zero.
 */
export function best<T extends string>(
  codes: readonly T[],
  scores: Partial<Record<T, number>>,
): { winner: T | null; lead: number } {
  let winner: T | null = null;
  let first = 0;
  let second = 0;
  for (const code of codes) {
    const score = scores[code] ?? 0;
    if (score > first) {
      second = first;
      first = score;
      winner = code;
    } else if (score > second) second = score;
  }
  return { winner, lead: first - second };
}
