import { mix } from '../../../charts/colours';
import type { NativeChart, NativePoint, NativeSeries } from '../../../charts/nativeChart';
import { escapeXml } from '../../svg/plainSvg';
import { solid, tag, val } from '../xml';
import { labelFormat, scaledValue } from './chartNumbers';
import { chartTextProperties } from './chartText';
import type { ChartLook } from './chartXml';
import { references } from './chartWorkbook';

/** How a series is drawn; a target over bars is a line. */
export type SeriesForm = 'line' | 'bar' | 'pie';

const line = (colour: string, widthPt: number, dash = 'solid') =>
  tag('a:ln', { w: widthPt * 12_700, cap: 'rnd' }, solid(colour), val('a:prstDash', dash), tag('a:round'));
const noLine = tag('a:ln', {}, tag('a:noFill'));

/** Fill of a bar by how sure it is: full, paler with a dashed edge when approximate, striped when incomplete. */
function barFill(point: NativePoint, colour: string, { theme, stacked }: ChartLook): string {
  // In a stack the fill must stay that of the legend.
  const pale = point.approximate && !stacked;
  const fill = pale ? mix(colour, theme.surface, 0.35) : colour;
  const edge = pale ? line(colour, 1, 'dash') : stacked ? line(theme.surface, 0.75) : noLine;
  if (!point.incomplete) return solid(fill) + edge;
  const stripes = [
    tag('a:fgClr', {}, val('a:srgbClr', fill.slice(1))),
    tag('a:bgClr', {}, val('a:srgbClr', mix(fill, theme.surface, 0.5).slice(1))),
  ];
  return tag('a:pattFill', { prst: 'wdUpDiag' }, ...stripes) + edge;
}

function marker(point: NativePoint | null, colour: string, target: boolean, { theme }: ChartLook): string {
  const hollow = target || (point?.approximate ?? false);
  const fill = solid(hollow ? theme.surface : colour);
  return tag(
    'c:marker',
    {},
    val('c:symbol', target ? 'square' : point?.incomplete ? 'diamond' : 'circle'),
    val('c:size', 7),
    tag('c:spPr', {}, fill, line(colour, 1.5)),
  );
}

/** Points that do not look like the rest of their series. */
function ownPoints(series: NativeSeries, form: SeriesForm, look: ChartLook): string {
  const base = series.colour(look.theme);
  return series.points
    .map((point, i) => {
      const { approximate, incomplete, colour } = point;
      if (point.value === null || (!(approximate && !look.stacked) && !incomplete && !colour)) return '';
      const own = colour?.(look.theme) ?? base;
      if (form === 'line') {
        if (series.status === 'target') return '';
        return tag('c:dPt', {}, val('c:idx', i), marker(point, own, false, look), val('c:bubble3D', 0));
      }
      const edge = solid(own) + line(look.theme.surface, 1.5);
      const shape = tag('c:spPr', {}, form === 'pie' ? edge : barFill(point, own, look));
      const bar = form === 'bar' ? val('c:invertIfNegative', 0) : '';
      return tag('c:dPt', {}, val('c:idx', i), bar, val('c:bubble3D', 0), shape);
    })
    .join('');
}

const shown = (value: boolean, percent = false) =>
  [
    val('c:showLegendKey', 0),
    val('c:showVal', value ? 1 : 0),
    val('c:showCatName', 0),
    val('c:showSerName', 0),
    val('c:showPercent', percent ? 1 : 0),
    val('c:showBubbleSize', 0),
  ].join('');

/** Labels with values; a qualified one has a format of its own, so that 约 stays where the number is edited. */
function labels(series: NativeSeries, form: SeriesForm, look: ChartLook): string {
  // Over bars the labels of targets would stand in those of the values.
  if (form === 'pie' || !look.labelled || (form === 'line' && look.combined)) return tag('c:dLbls', {}, shown(false));
  const place = form === 'line' ? 't' : look.stacked ? 'ctr' : 'outEnd';
  const type = chartTextProperties({ ...look.type, colour: look.theme.text });
  const format = (formatCode: string) => tag('c:numFmt', { formatCode, sourceLinked: 0 });
  const rest = (point: NativePoint) => [
    format(labelFormat(point, look.format)),
    tag('c:spPr', {}, tag('a:noFill'), noLine),
    type,
    val('c:dLblPos', place),
    shown(true),
  ];
  const own = series.points.map((point, i) =>
    point.value !== null && point.before + point.after !== '' ? tag('c:dLbl', {}, val('c:idx', i), ...rest(point)) : '',
  );
  const plain: NativePoint = { value: 0, before: '', after: '', approximate: false, incomplete: false };
  return tag('c:dLbls', {}, ...own, ...rest(plain));
}

function cache(name: string, formula: string, points: readonly (string | number | null)[], format = ''): string {
  const list = points.map((point, idx) =>
    point === null ? '' : tag('c:pt', { idx }, tag('c:v', {}, escapeXml(String(point)))),
  );
  const formatCode = format === '' ? '' : tag('c:formatCode', {}, escapeXml(format));
  return tag(
    name,
    {},
    tag('c:f', {}, formula),
    tag(name.replace('Ref', 'Cache'), {}, formatCode, val('c:ptCount', points.length), ...list),
  );
}

/** One series with its data, as the schema orders it; `index` is its column in the data. */
export function chartSeries(chart: NativeChart, index: number, form: SeriesForm, look: ChartLook): string {
  const series = chart.series[index];
  if (!series) return '';
  const { categories } = chart;
  const colour = series.colour(look.theme);
  const target = series.status === 'target';
  const shape =
    form === 'line'
      ? line(colour, 2.25, target ? 'dash' : 'solid')
      : target
        ? tag('a:noFill') + line(colour, 1.25, 'dash')
        : solid(colour) + (look.stacked ? line(look.theme.surface, 0.75) : noLine);
  const values = series.points.map((point) => scaledValue(point, chart));
  return tag(
    'c:ser',
    {},
    val('c:idx', index),
    val('c:order', index),
    tag('c:tx', {}, cache('c:strRef', references.name(index), [series.name])),
    tag('c:spPr', {}, shape),
    form === 'bar' ? val('c:invertIfNegative', 0) : '',
    form === 'line' ? marker(null, colour, target, look) : '',
    ownPoints(series, form, look),
    labels(series, form, look),
    tag('c:cat', {}, cache('c:strRef', references.categories(categories.length), categories)),
    tag('c:val', {}, cache('c:numRef', references.values(index, categories.length), values, 'General')),
    form === 'line' ? val('c:smooth', 0) : '',
  );
}
