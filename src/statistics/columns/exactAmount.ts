import { Decimal } from '../../model/decimal';

/** Digits behind the point up to which amounts are kept as numbers. */
const maxShift = 6;
const maxSize = Number.MAX_SAFE_INTEGER / 4;

/** Digits behind the point of a number, as it prints. */
export function digitsOf(value: number): number {
  return Decimal.of(value).places;
}

/** A value with its digits shifted, exactly. */
export function shifted(value: number, shift: number): bigint {
  return Decimal.of(value).shifted(shift);
}

/** Whether numbers hold every sum of amounts of a size, that of their absolute values together, exactly. */
export function isSafe(size: number, shift: number): boolean {
  return shift <= maxShift && size <= maxSize;
}

/** A sum of shifted amounts as the number that it is. */
export function unshifted(amount: number, big: bigint | null, shift: number): number {
  if (big === null) return shift === 0 ? amount : amount / 10 ** shift;
  return Number(`${String(big)}e-${String(shift)}`);
}
