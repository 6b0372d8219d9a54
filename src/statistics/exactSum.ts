import { Decimal } from '../model/decimal';

/** Sum of numbers as decimals: 0.1 + 0.2 is 0.3. Whole numbers are added directly while that is exact. */
export function exactSum(values: readonly number[]): number {
  let whole = 0;
  let size = 0;
  for (const value of values) {
    if (!Number.isSafeInteger(value)) return decimalSum(values);
    whole += value;
    size += Math.abs(value);
  }
  return size <= Number.MAX_SAFE_INTEGER ? whole : decimalSum(values);
}

function decimalSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum.plus(value), Decimal.of(0)).toNumber();
}
