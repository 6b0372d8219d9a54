import { isMeasure, type Measure } from '../model/measures';

/** The measure that a subject's code names, `members.stock` as `members`; null for an indicator. */
export function subjectOfCode(code: string): Measure | null {
  const base = code.replace(/\.stock$/, '');
  return isMeasure(base) ? base : null;
}
