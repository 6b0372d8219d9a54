import type { Period } from '../../model/period';
import type { TimeRange } from './timeRange';

/**
 * The range after a month, a quarter or a half-year has been pressed. A range has no holes: one outside it stretches
 * it, one inside it is what remains, and the one that is chosen alone is given up.
 */
export function toggleSpan({ from, to }: TimeRange, { start, end }: Period): TimeRange {
  if (from === start && to === end) return { from: null, to: null };
  if (from === null || to === null) return { from: start, to: end };
  if (end < from) return { from: start, to };
  if (start > to) return { from, to: end };
  return { from: start, to: end };
}

/** How much of a span a range holds; a range open at both ends chooses nothing. */
export function spanIn({ from, to }: TimeRange, { start, end }: Period): 'all' | 'some' | 'none' {
  if (from === null && to === null) return 'none';
  if ((from === null || from <= start) && (to === null || to >= end)) return 'all';
  return (from === null || from <= end) && (to === null || to >= start) ? 'some' : 'none';
}
