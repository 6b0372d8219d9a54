import { estimateEm } from '../../../charts/measureText';
import type { NativeChart } from '../../../charts/nativeChart';
import type { ChartTheme } from '../../../charts/theme';
import { tag, val, xmlHead } from '../xml';
import { axisIds, categoryAxis, tickEm, valueAxis } from './chartAxes';
import { numberFormat } from './chartNumbers';
import { chartSeries, type SeriesForm } from './chartSeries';
import { chartTextProperties, type ChartType } from './chartText';

/** The place of a chart on its page, in pixels of a slide, and how it looks there. */
export interface ChartPlace {
  widthPx: number;
  heightPx: number;
  fontPx: number;
  /** Points a pixel of the slide. */
  pointsPerPx: number;
  theme: ChartTheme;
  lang: string;
  /** 单位：万人次; empty where nothing has a unit. */
  unitLine: string;
  /** Ends of the value axis, in the unit of the chart, where several charts share them. */
  extent?: { least: number; most: number };
}

/** What the parts of a chart share. */
export interface ChartLook extends ChartPlace {
  type: ChartType;
  format: string;
  labelled: boolean;
  stacked: boolean;
  /** Lines of targets stand over bars. */
  combined: boolean;
  /** Degrees that the names below the chart lean, 0 or 45, and every how many of them is written. */
  lean: 0 | 45;
  step: number;
  legendPt: number;
}

/** Whether there is room to print every value beside its mark. */
function isLabelled({ kind, series, categories }: NativeChart, { widthPx, fontPx }: ChartPlace): boolean {
  if (kind === 'rows') return true;
  if (kind === 'percent' || kind === 'pie' || (kind === 'line' && series.length > 1)) return false;
  if (kind === 'stacked' && series.length > 4) return false;
  const labels = categories.length * (kind === 'stacked' ? 1 : series.length);
  return labels * fontPx * 3.4 < widthPx;
}

/** One group of marks of the plot: its series of one form, on the axes that all groups share. */
function group(chart: NativeChart, form: SeriesForm, indexes: readonly number[], look: ChartLook): string {
  if (indexes.length === 0) return '';
  const series = indexes.map((index) => chartSeries(chart, index, form, look));
  const axes = val('c:axId', axisIds.category) + val('c:axId', axisIds.value);
  if (form === 'pie')
    return tag(
      'c:doughnutChart',
      {},
      val('c:varyColors', 1),
      ...series,
      val('c:firstSliceAng', 0),
      val('c:holeSize', 60),
    );
  if (form === 'line')
    return tag(
      'c:lineChart',
      {},
      val('c:grouping', 'standard'),
      val('c:varyColors', 0),
      ...series,
      val('c:marker', 1),
      axes,
    );
  const grouping = { stacked: 'stacked', percent: 'percentStacked' }[chart.kind as string] ?? 'clustered';
  return tag(
    'c:barChart',
    {},
    val('c:barDir', chart.kind === 'rows' ? 'bar' : 'col'),
    val('c:grouping', grouping),
    val('c:varyColors', 0),
    ...series,
    val('c:gapWidth', chart.kind === 'rows' ? 45 : 60),
    val('c:overlap', look.stacked ? 100 : -5),
    axes,
  );
}

const box = (x: number, y: number, w: number, h: number, inner: boolean) =>
  tag(
    'c:layout',
    {},
    tag(
      'c:manualLayout',
      {},
      inner ? val('c:layoutTarget', 'inner') : '',
      val('c:xMode', 'edge'),
      val('c:yMode', 'edge'),
      ...[x, y, w, h].map((share, i) => val(['c:x', 'c:y', 'c:w', 'c:h'][i] ?? '', Math.round(share * 1e4) / 1e4)),
    ),
  );

/** Room of a legend at the foot and how much smaller its type is; none for a single series, whose name is the title. */
function legendRoom({ kind, series }: NativeChart, { widthPx, heightPx, fontPx }: ChartPlace) {
  if (kind === 'pie' || series.length < 2) return { px: 0, scale: 1 };
  const em = series.reduce((sum, { name }) => sum + estimateEm(name) + 3.5, 0);
  const rowsAt = (scale: number) => Math.ceil((em * fontPx * scale) / (widthPx * 0.88));
  const pxAt = (scale: number) => rowsAt(scale) * fontPx * scale * 1.6;
  const scale = [1, 0.85, 0.7].find((one) => pxAt(one) <= heightPx * 0.25) ?? 0.6;
  return { px: Math.min(heightPx * 0.35, pxAt(scale)), scale };
}

/** Names side by side where they fit, else leaning, else only some of them. */
function categoryLabels({ kind, categories }: NativeChart, { widthPx, fontPx }: ChartPlace) {
  const room = (widthPx * 0.92) / fontPx;
  const em = Math.max(1, ...categories.map(estimateEm)) + 1;
  if (kind === 'rows' || em * categories.length <= room) return { lean: 0 as const, step: 1 };
  return { lean: 45 as const, step: Math.ceil((categories.length * 1.7) / room) };
}

/** Where the marks stand; everything that is written around them has its room. */
function plotLayout(chart: NativeChart, look: ChartLook, footPx: number): string {
  const { widthPx, heightPx, fontPx } = look;
  if (chart.kind === 'pie') return box(0.02, 0.02, 0.96, 0.96, true);
  const rows = chart.kind === 'rows';
  const names = Math.min(widthPx * 0.32, Math.max(...chart.categories.map(estimateEm)) * fontPx);
  const left = rows ? names + fontPx : (tickEm(chart) + 0.8) * fontPx;
  const right = rows ? fontPx * 5 : fontPx * 1.5;
  const top = look.unitLine === '' ? fontPx : fontPx * 2.7;
  const leaning = Math.max(...chart.categories.map(estimateEm)) * 1.05 + 1;
  const bottom = footPx + (rows ? 0 : fontPx * (look.lean === 0 ? 2 : leaning));
  return box(
    left / widthPx,
    top / heightPx,
    (widthPx - left - right) / widthPx,
    Math.max(fontPx * 3, heightPx - top - bottom) / heightPx,
    true,
  );
}

function plotArea(chart: NativeChart, look: ChartLook, footPx: number): string {
  const all = chart.series.map((_, index) => index);
  const isLine = (index: number) =>
    chart.kind === 'line' || (chart.kind !== 'rows' && chart.series[index]?.status === 'target');
  const layout = plotLayout(chart, look, footPx);
  if (chart.kind === 'pie') return tag('c:plotArea', {}, layout, group(chart, 'pie', all, look));
  return tag(
    'c:plotArea',
    {},
    layout,
    group(
      chart,
      'bar',
      all.filter((index) => !isLine(index)),
      look,
    ),
    group(chart, 'line', all.filter(isLine), look),
    categoryAxis(chart, look),
    valueAxis(chart, look),
  );
}

/**
 * A chart that PowerPoint, WPS and LibreOffice draw themselves and people can edit: the part `chart.xml` (ECMA-376, part
 * 1, 21.2), its data in the workbook that relationship `rId1` leads to. Gaps are gaps; approximate values are pale or
 * hollow, incomplete ones striped or diamonds, as on the screen.
 */
export function chartXml(chart: NativeChart, place: ChartPlace): string {
  const { theme, fontPx, lang, pointsPerPx, heightPx } = place;
  // Many rows share the height; what they are called must still be read.
  const rowPx = chart.kind === 'rows' ? Math.min(fontPx, heightPx / chart.categories.length / 1.3) : fontPx;
  const type = { sizePt: Math.max(6, rowPx * pointsPerPx), colour: theme.text, lang };
  const stacked = chart.kind === 'stacked' || chart.kind === 'percent';
  const legend = legendRoom(chart, place);
  const onAxis = chart.kind !== 'rows' && chart.kind !== 'percent';
  const look = {
    ...place,
    unitLine: onAxis ? place.unitLine : '',
    type,
    format: numberFormat(chart),
    labelled: isLabelled(chart, place),
    stacked,
    combined: chart.kind !== 'line' && chart.series.some(({ status }) => status === 'target'),
    ...categoryLabels(chart, place),
    legendPt: legend.px === 0 ? 0 : type.sizePt * legend.scale,
  };
  const y = 1 - legend.px / heightPx;
  const legendXml = tag(
    'c:legend',
    {},
    val('c:legendPos', 'b'),
    box(0.05, y, 0.9, legend.px / heightPx, false),
    val('c:overlay', 0),
    chartTextProperties({ ...type, sizePt: look.legendPt, colour: theme.text }),
  );
  const body = tag(
    'c:chart',
    {},
    val('c:autoTitleDeleted', 1),
    plotArea(chart, look, legend.px),
    legend.px > 0 ? legendXml : '',
    val('c:plotVisOnly', 1),
    val('c:dispBlanksAs', 'gap'),
  );
  return (
    xmlHead +
    tag(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      val('c:date1904', 0),
      val('c:lang', lang),
      val('c:roundedCorners', 0),
      body,
      tag('c:spPr', {}, tag('a:noFill'), tag('a:ln', {}, tag('a:noFill'))),
      chartTextProperties(type),
      tag('c:externalData', { 'r:id': 'rId1' }, val('c:autoUpdate', 0)),
    )
  );
}
