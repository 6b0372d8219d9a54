import { daysIn, isIsoDate, monthIndex, type Period } from '../model/period';
import { naturalSpan } from './buckets';
import type { Span } from './resolved';

/** A period with what the rules ask of it again and again. */
export interface Dated extends Period {
  /** Months since year 0. */
  firstMonth: number;
  lastMonth: number;
  days: number;
  /** Smallest bucket that holds all of it. */
  natural: Span;
}

/**
 * Reads periods off two dates, each pair once, so that equal periods are one object.
 * Null where either is no date or they stand the wrong way round.
 */
export function dating(): (start: string | null, end: string | null) => Dated | null {
  const known = new Map<string, Dated | null>();
  return (start, end) => {
    if (start === null || end === null) return null;
    const key = start + end;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = isIsoDate(start) && isIsoDate(end) && start <= end ? datedOf({ start, end }) : null;
    known.set(key, made);
    return made;
  };
}

function datedOf(period: Period): Dated {
  return {
    ...period,
    firstMonth: monthIndex(period.start),
    lastMonth: monthIndex(period.end),
    days: daysIn(period),
    natural: naturalSpan(period),
  };
}
