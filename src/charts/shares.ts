import { Decimal } from '../model/decimal';
import type { Cell, Series } from '../statistics/query';
import { drawnValue } from './cell';

/** The part of a bucket's sum that a cell is, in percent; without a value where the sum is none or a part is negative. */
function shareCell(cell: Cell, sum: Decimal | null): Cell {
  const value = drawnValue(cell);
  if (value === null) return cell;
  const share = sum === null || sum.isZero() ? null : Decimal.of(value).over(sum).times(100).toNumber();
  return { ...cell, value: share, unit: '%' };
}

/**
 * Series as shares of their sum, bucket by bucket: 0 to 100 in percent.
 * Input: series with cells of the same buckets. Output: the same series, absent cells unchanged; a bucket with a negative
 * value or a sum of zero has no shares.
 */
export function toShares(series: readonly Series[]): Series[] {
  const [first] = series;
  const sums = (first?.cells ?? []).map((_, i) => {
    const values = series.flatMap(({ cells }) => drawnValue(cells[i]) ?? []);
    return values.some((value) => value < 0) ? null : values.reduce((sum, value) => sum.plus(value), Decimal.of(0));
  });
  return series.map((one) => ({ ...one, cells: one.cells.map((cell, i) => shareCell(cell, sums[i] ?? null)) }));
}
