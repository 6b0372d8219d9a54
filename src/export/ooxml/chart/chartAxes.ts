import { formatAxis } from '../../../statistics/format';
import { estimateEm } from '../../../charts/measureText';
import type { NativeChart } from '../../../charts/nativeChart';
import { solid, tag, val } from '../xml';
import { chartRichText, chartTextProperties } from './chartText';
import type { ChartLook } from './chartXml';

export const axisIds = { category: 500_000_001, value: 500_000_002 } as const;

const axisLine = (colour: string | null) =>
  tag('c:spPr', {}, tag('a:ln', { w: 9525 }, colour === null ? tag('a:noFill') : solid(colour)));

/** Categories along the foot of a chart, or down the left of horizontal bars in reading order. */
export function categoryAxis(chart: NativeChart, look: ChartLook): string {
  const rows = chart.kind === 'rows';
  return tag(
    'c:catAx',
    {},
    val('c:axId', axisIds.category),
    tag('c:scaling', {}, val('c:orientation', rows ? 'maxMin' : 'minMax')),
    val('c:delete', 0),
    val('c:axPos', rows ? 'l' : 'b'),
    tag('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    val('c:majorTickMark', rows ? 'none' : 'out'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'low'),
    axisLine(look.theme.axis),
    chartTextProperties({ ...look.type, colour: rows ? look.theme.text : look.theme.textMuted }, -look.lean),
    val('c:crossAx', axisIds.value),
    val('c:crosses', 'autoZero'),
    val('c:auto', 0),
    val('c:lblAlgn', 'ctr'),
    val('c:lblOffset', 100),
    val('c:tickLblSkip', look.step),
    val('c:tickMarkSkip', look.step),
    val('c:noMultiLvlLbl', 1),
  );
}

/** The unit upright above the axis, where Chinese charts have it. */
function unitTitle(look: ChartLook): string {
  if (look.unitLine === '') return '';
  const place = [val('c:xMode', 'edge'), val('c:yMode', 'edge'), val('c:x', 0.002), val('c:y', 0.002)];
  return tag(
    'c:title',
    {},
    tag('c:tx', {}, chartRichText(look.unitLine, { ...look.type, colour: look.theme.textMuted })),
    tag('c:layout', {}, tag('c:manualLayout', {}, ...place)),
    val('c:overlay', 0),
  );
}

/** Values up the left of a chart; horizontal bars carry their numbers instead. */
export function valueAxis(chart: NativeChart, look: ChartLook): string {
  const rows = chart.kind === 'rows';
  const percent = chart.kind === 'percent';
  return tag(
    'c:valAx',
    {},
    val('c:axId', axisIds.value),
    tag(
      'c:scaling',
      {},
      val('c:orientation', 'minMax'),
      ...(look.extent ? [val('c:max', look.extent.most), val('c:min', look.extent.least)] : []),
    ),
    val('c:delete', rows ? 1 : 0),
    val('c:axPos', rows ? 't' : 'l'),
    rows ? '' : tag('c:majorGridlines', {}, axisLine(look.theme.grid)),
    unitTitle(look),
    tag('c:numFmt', { formatCode: percent ? '0%' : 'General', sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    axisLine(null),
    chartTextProperties({ ...look.type, colour: look.theme.textMuted }),
    val('c:crossAx', axisIds.category),
    val('c:crosses', 'autoZero'),
    val('c:crossBetween', 'between'),
  );
}

/** Room that the longest tick of the value axis takes, in em. */
export function tickEm(chart: NativeChart): number {
  if (chart.kind === 'percent') return 3;
  const sums = chart.categories.map((_, i) => {
    const values = chart.series.map(({ points }) => Math.abs(points[i]?.value ?? 0));
    return chart.kind === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  const most = Math.max(0, ...sums) / chart.scale;
  const { format } = formatAxis(most, { language: 'zh-CN', unit: '%' });
  const negative = chart.series.some(({ points }) => points.some(({ value }) => (value ?? 0) < 0));
  return estimateEm(format(most < 10 ? 0.25 : Math.ceil(most))) + (negative ? 0.6 : 0);
}
