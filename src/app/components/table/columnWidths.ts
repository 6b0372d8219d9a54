import type { Language } from '../../../model/language';
import type { ColumnKey } from '../../../statistics/table/tableColumns';

/** Least widths in pixels; texts of any length get a share of what is left. */
const widthsPx: Record<ColumnKey, readonly [zh: number, en: number]> = {
  report: [160, 140],
  period: [116, 150],
  area: [88, 120],
  measure: [88, 130],
  category: [88, 150],
  label: [150, 140],
  surface: [112, 108],
  value: [120, 150],
  qualifier: [64, 80],
  kind: [112, 90],
  status: [64, 80],
  section: [56, 76],
  review: [88, 110],
};
const shares: Partial<Record<ColumnKey, number>> = { report: 1.4, label: 1.5 };
const pickPx = 36;

/** Widths of the shown columns as grid tracks, and the least they need together, with the box to pick a row in front. */
export function columnWidths(columns: readonly ColumnKey[], language: Language): { tracks: string; leastPx: number } {
  const widths = columns.map((key) => widthsPx[key][language === 'en' ? 1 : 0]);
  const grows = columns.some((key) => shares[key] !== undefined);
  const tracks = columns.map((key, index) => {
    const share = shares[key] ?? (grows ? null : 1);
    const px = `${String(widths[index] ?? 0)}px`;
    return share === null ? px : `minmax(${px}, ${String(share)}fr)`;
  });
  return {
    tracks: [`${String(pickPx)}px`, ...tracks].join(' '),
    leastPx: widths.reduce((sum, width) => sum + width, pickPx),
  };
}
