import { bucketsIn, type Period } from '../../model/period';
import { yearsOf } from './yearsOf';

/** Months that a period touches, as bucket ids; of spans that only a mistyped date explains those of their ends; none while undated. */
export function monthsOf(period: Period | null): string[] {
  if (!period) return [];
  const isMistyped =
    yearsOf(period).length <= 2 && Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) > 1;
  return isMistyped ? [period.start.slice(0, 7), period.end.slice(0, 7)] : bucketsIn(period, 'M');
}
