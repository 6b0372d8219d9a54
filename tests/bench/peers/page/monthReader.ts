import { monthIndex } from '../../../../src/model/period';
import type { Known } from '../world';

/** Gives the month that holds a whole period, counted from the world's first; null of longer and undated ones (rule 1). */
export function monthReader({
  firstMonth,
}: Pick<Known, 'firstMonth'>): (start: string | null, end: string | null) => number | null {
  const numbers = new Map<string, number>();
  return (start, end) => {
    if (start === null || end?.slice(0, 7) !== start.slice(0, 7)) return null;
    const found = numbers.get(start) ?? monthIndex(start) - firstMonth;
    numbers.set(start, found);
    return found;
  };
}
