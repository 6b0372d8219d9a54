import type { NativeChart } from '../../charts/nativeChart';
import { scaledValue } from '../ooxml/chart/chartNumbers';

/** As many horizontal bars as one slide shows with type that is read from the back row. */
const mostRows = 24;

/** What one slide shows of a chart; charts that share their rows share `extent`, the ends of the value axis. */
export interface ChartPage {
  chart: NativeChart;
  extent?: { least: number; most: number };
}

function extentOf(chart: NativeChart): { least: number; most: number } {
  const values = chart.series.flatMap(({ points }) => points.flatMap((point) => scaledValue(point, chart) ?? []));
  return { least: Math.min(0, ...values), most: Math.max(0, ...values) };
}

/** A chart as slides show it: long rows of bars in several equal parts on one scale, everything else whole. */
export function chartPages(chart: NativeChart): ChartPage[] {
  const rows = chart.categories.length;
  if (chart.kind !== 'rows' || rows <= mostRows) return [{ chart }];
  const count = Math.ceil(rows / mostRows);
  const each = Math.ceil(rows / count);
  const extent = extentOf(chart);
  return Array.from({ length: count }, (_, page) => {
    const cut = <T>(list: readonly T[]) => list.slice(page * each, (page + 1) * each);
    const series = chart.series.map((one) => ({ ...one, points: cut(one.points) }));
    return { chart: { ...chart, categories: cut(chart.categories), series }, extent };
  });
}
