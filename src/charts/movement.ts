import type { SeriesResult } from '../statistics/query';
import { drawnValue, isIncomplete } from './cell';
import type { FigureContext } from './context';
import { rowsOf, type Row, type RowsInput } from './rows';
import { rangeWords } from './titles';

/** Why a row has no rank to compare with. */
export type NoMovementReason =
  'no-value' | 'incomplete' | 'base-unreported' | 'base-unmentioned' | 'base-incomplete' | 'no-base';

/** A time that is ranked: one bucket of an answer, or, with null, all of them. */
type Ranked = Pick<RowsInput, 'answer' | 'bucket'>;

/** The two times that ranks are taken in. */
export interface MovementPeriods {
  now: Ranked;
  before: Ranked;
}

/**
 * The newest bucket of an answer in which some row has a number of all its months, and the bucket before it; null where
 * no bucket is complete, or none precedes it.
 */
export function completePair(answer: SeriesResult): MovementPeriods | null {
  const actual = answer.series.filter(({ status }) => status === 'actual');
  const complete = answer.buckets.filter((_, i) =>
    actual.some(({ cells }) => drawnValue(cells[i]) !== null && !cells.slice(i, i + 1).some(isIncomplete)),
  );
  const now = complete.at(-1);
  const before = answer.buckets[answer.buckets.indexOf(now ?? '') - 1];
  return now === undefined || before === undefined
    ? null
    : { now: { answer, bucket: now }, before: { answer, bucket: before } };
}

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

/** Why a row has no rank in one of the two periods; null where it has one in both. */
function whyNone(now: Row, base: Row | undefined): NoMovementReason | null {
  if (drawnValue(now.cell) === null) return 'no-value';
  if (isIncomplete(now.cell)) return 'incomplete';
  if (!base || base.cell.state === 'unreported') return 'base-unreported';
  if (base.cell.state === 'unmentioned') return 'base-unmentioned';
  if (drawnValue(base.cell) === null) return 'no-base';
  return isIncomplete(base.cell) ? 'base-incomplete' : null;
}

/**
 * Movement of each row in the order of those that have a value of all its months in both periods: who did not report
 * before neither pushes another down nor is said to have risen, and half a year is not ranked against a whole one.
 */
export function movementsOf(rows: readonly Row[], before: readonly Row[]): Map<string, Movement> {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const reasons = new Map(rows.map((row) => [row.key, whyNone(row, earlier.get(row.key))]));
  const inBoth = rows.filter(({ key }) => reasons.get(key) === null);
  const now = ranksOf(inBoth);
  const then = ranksOf(inBoth.flatMap(({ key }) => earlier.get(key) ?? []));
  return new Map(
    rows.map(({ key }): [string, Movement] => {
      const [rank, base, reason] = [now.get(key), then.get(key), reasons.get(key)];
      if (rank === undefined || base === undefined) return [key, { places: null, reason: reason ?? 'no-base' }];
      return [key, { places: base - rank, reason: null }];
    }),
  );
}

/** Movement of the rows between two periods; null where there are none. */
export function movementBetween(
  periods: MovementPeriods | null | undefined,
  split: RowsInput['split'],
  context: FigureContext,
): Map<string, Movement> | null {
  if (!periods) return null;
  const [now, before] = [periods.now, periods.before].map((ranked) => rowsOf({ ...ranked, split }, context));
  return movementsOf(now ?? [], before ?? []);
}

/** Which two periods are compared, or that there are none; empty where no movement is shown. */
export function movementNotes(periods: MovementPeriods | null | undefined, context: FigureContext): string[] {
  if (periods === undefined) return [];
  if (periods === null) return [context.text.noteNoPeriodBefore];
  const words = ({ answer, bucket }: Ranked) =>
    bucket === null ? rangeWords(answer.buckets, context) : context.names.bucket(bucket);
  return [context.text.noteMovement(words(periods.now), words(periods.before))];
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
