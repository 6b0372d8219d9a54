import type { Period } from '../../model/period';

/** Longer spans come from mistyped dates; they offer the years of their ends only. */
const maxYears = 100;

/** Years that a period touches; none while undated. */
export function yearsOf(period: Period | null): string[] {
  if (!period) return [];
  const [first, last] = [Number(period.start.slice(0, 4)), Number(period.end.slice(0, 4))];
  if (last - first > maxYears) return [period.start.slice(0, 4), period.end.slice(0, 4)];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(4, '0'));
}
