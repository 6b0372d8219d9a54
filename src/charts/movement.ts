import { drawnValue } from './cell';
import type { FigureContext } from './context';
import type { Row } from './rows';

/** Why a row has no rank to compare with. */
export type NoMovementReason = 'no-value' | 'base-unreported' | 'base-unmentioned' | 'no-base';

/** How many places a row went up (positive) or down since the period before; null with the reason. */
export interface Movement {
  places: number | null;
  reason: NoMovementReason | null;
}

/** Ranks of the rows with a value, 1 for the largest; equal values share a rank. */
export function ranksOf(rows: readonly Row[]): Map<string, number> {
  const values = rows.flatMap(({ key, cell }) => {
    const value = drawnValue(cell);
    return value === null ? [] : [{ key, value }];
  });
  return new Map(values.map(({ key, value }) => [key, 1 + values.filter((other) => other.value > value).length]));
}

/**
 * Movement of each row in the order of those that have a value in both periods: who did not report before neither pushes
 * another down nor is said to have risen.
 */
export function movementsOf(rows: readonly Row[], before: readonly Row[]): Map<string, Movement> {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const inBoth = rows.filter(({ key, cell }) => {
    const base = earlier.get(key);
    return base && drawnValue(cell) !== null && drawnValue(base.cell) !== null;
  });
  const now = ranksOf(inBoth);
  const then = ranksOf(inBoth.flatMap(({ key }) => earlier.get(key) ?? []));
  return new Map(
    rows.map(({ key, cell }): [string, Movement] => {
      const [rank, base] = [now.get(key), then.get(key)];
      if (rank !== undefined && base !== undefined) return [key, { places: base - rank, reason: null }];
      if (drawnValue(cell) === null) return [key, { places: null, reason: 'no-value' }];
      const state = earlier.get(key)?.cell.state;
      if (state === 'unmentioned') return [key, { places: null, reason: 'base-unmentioned' }];
      return [key, { places: null, reason: state === 'value' ? 'no-base' : 'base-unreported' }];
    }),
  );
}

/** A movement as a mark beside a number: ▲2, ▼1, ＝; — where there is none. */
export function movementMark({ places }: Movement): string {
  if (places === null) return '—';
  if (places === 0) return '＝';
  return `${places > 0 ? '▲' : '▼'}${String(Math.abs(places))}`;
}

/** A movement in words, with the reason where there is none. */
export function movementText({ places, reason }: Movement, { text }: FigureContext): string {
  if (reason !== null) return text.undefinedValue + text.details([text.noMovement[reason]]);
  if (places === null || places === 0) return text.movedNot;
  return places > 0 ? text.movedUp(places) : text.movedDown(-places);
}
