import type { NativeChart, NativePoint } from '../../../charts/nativeChart';
import { Decimal } from '../../../model/decimal';

/** A value in the unit of its chart, to the last digit; null stays a gap. */
export function scaledValue({ value }: NativePoint, { scale }: Pick<NativeChart, 'scale'>): number | null {
  return value === null ? null : Decimal.of(value).over(scale).toNumber();
}

/** The number format of a chart's labels: as many decimals as its values need, two at most. */
export function numberFormat(chart: NativeChart): string {
  const values = chart.series.flatMap(({ points }) => points.flatMap((point) => scaledValue(point, chart) ?? []));
  const rounded = values.map((value) => Decimal.of(value).round(2));
  if (rounded.some((value, i) => value.isZero() && values[i] !== 0)) return 'General';
  const decimals = Math.max(0, ...rounded.map((value) => (String(value).split('.')[1] ?? '').length));
  if (decimals === 0) return '#,##0';
  const some = `#,##0.${'0'.repeat(decimals)}`;
  return `${some};-${some};0`;
}

/** The format of one label: its qualifier stands around the number and stays when a person edits the value. */
export function labelFormat({ before, after }: NativePoint, format: string): string {
  if (before + after === '') return format;
  const quoted = (words: string) => (words === '' ? '' : `"${words.replaceAll('"', '')}"`);
  const digits = format === 'General' ? '0.##########' : format;
  return digits
    .split(';')
    .map((section) => quoted(before) + section + quoted(after))
    .join(';');
}
