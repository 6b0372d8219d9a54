import type {
  EChartsOption,
  CustomSeriesOption,
  TooltipComponentOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from 'echarts';
import { formatAxis, formatValue } from '../statistics/format';
import type { Cell, Series, SeriesResult } from '../statistics/query';
import { absenceBands, absentBars, absentRuns, type AbsentBar, type BarLayout } from './absenceMarks';
import { annotationFlags, annotationsOf } from './annotations';
import { baseOption } from './baseOption';
import { bucketLabels } from './bucketAxis';
import { drawnValue, isApproximate, isIncomplete } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import { layOutLegend, type LegendItem } from './legend';
import { seriesName } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { axisUnit, seriesCells } from './unit';
import {
  barSeries,
  lineSeries,
  markSwatches,
  seriesId,
  stackTotals,
  targetMarks,
  type TrendDrawing,
} from './trendSeries';

/** What a trend draws: the series with a value, in order, as one kind of mark. */
export interface TrendPlan {
  kind: 'line' | 'bar' | 'stacked';
  answer: SeriesResult;
  shown: readonly Series[];
  /** Names of the buckets where they are places in a year, not times. */
  positions?: readonly string[];
  /** The series that the shown shares in percent were made from, in their order. */
  shareOf?: readonly Series[];
}

/** Largest size on the value axis: of single values, or of stacks. */
export function axisMax({ kind, shown, answer, shareOf }: TrendPlan): number {
  if (shareOf) return 100;
  const sizes = answer.buckets.flatMap((_, i) => {
    const values = shown.map(({ cells }) => Math.abs(drawnValue(cells[i]) ?? 0));
    return kind === 'stacked' ? [values.reduce((sum, value) => sum + value, 0)] : values;
  });
  return sizes.reduce((max, size) => Math.max(max, size), 0);
}

/** Unit of the value axis with its scale. */
export function planUnit(plan: TrendPlan, context: FigureContext): string {
  const cells = seriesCells(plan.shown);
  return plan.shareOf ? '%' : axisUnit({ subject: plan.answer.subject, cells }, axisMax(plan), context);
}

/** A bucket as a whole: it has a value when any series has one, else it was covered when any was. */
function bucketState(shown: readonly Series[], index: number): Cell['state'] {
  const states = shown.filter(({ status }) => status === 'actual').map(({ cells }) => cells[index]?.state);
  if (states.includes('value')) return 'value';
  return states.includes('unmentioned') ? 'unmentioned' : 'unreported';
}

type Has = Record<'unreported' | 'unmentioned' | 'annotated', boolean>;

function legendItems(plan: TrendPlan, drawing: TrendDrawing, has: Has) {
  const { context, split, theme } = drawing;
  const { text } = context;
  const cells = plan.shown.filter(({ status }) => status === 'actual').flatMap((series) => series.cells);
  const line = plan.kind === 'line';
  const named: LegendItem[] = plan.shown.map((series) => {
    const name = seriesName(series.key, split, context);
    const isTarget = series.status === 'target';
    const colour = seriesColour(series.key, split, context.areas, theme);
    return {
      series: seriesId(series),
      label: split === 'none' ? (isTarget ? text.target : text.actual) : isTarget ? text.targetOf(name) : name,
      ...(line || isTarget ? {} : { icon: 'roundRect', itemStyle: { color: colour, borderWidth: 0 } }),
    };
  });
  const only = named.length === 1;
  const marks: LegendItem[] = [
    ...(cells.some(isApproximate) && plan.kind !== 'stacked'
      ? [
          {
            series: '#approximate',
            label: text.approximate,
            ...(line ? markSwatches.approximateLine : markSwatches.approximateBar)(drawing),
          },
        ]
      : []),
    ...(cells.some(isIncomplete)
      ? [
          {
            series: '#incomplete',
            label: text.incomplete,
            ...(line ? markSwatches.incompleteLine : markSwatches.incompleteBar)(drawing),
          },
        ]
      : []),
    ...(has.unreported ? [{ series: '#unreported', label: text.unreported, ...markSwatches.unreported(drawing) }] : []),
    ...(has.unmentioned
      ? [{ series: '#unmentioned', label: text.unmentioned, ...markSwatches.unmentioned(drawing) }]
      : []),
    ...(has.annotated ? [{ series: '#annotated', label: text.annotated, ...markSwatches.annotated(drawing) }] : []),
  ];
  return { items: only ? marks : [...named, ...marks], marks };
}

/** Legend of the marks of certainty and absence alone, for charts whose series are named beside them. */
export function markItems(plan: TrendPlan, drawing: TrendDrawing): LegendItem[] {
  const cells = plan.shown.filter(({ status }) => status === 'actual').flatMap((series) => series.cells);
  const has = {
    unreported: cells.some(({ state }) => state === 'unreported'),
    unmentioned: cells.some(({ state }) => state === 'unmentioned'),
    annotated: false,
  };
  return legendItems(plan, drawing, has).marks;
}

/** Series of no data that legend entries of marks stand on. */
export const legendStub = ({ series }: LegendItem): CustomSeriesOption => ({
  type: 'custom',
  name: series,
  data: [],
  silent: true,
  renderItem: () => null,
});

function seriesOf(plan: TrendPlan, drawing: TrendDrawing, layout: BarLayout) {
  return plan.shown.map((series) => {
    if (plan.kind === 'line') return lineSeries(series, drawing);
    if (series.status === 'target') return targetMarks(series, drawing);
    return barSeries(series, drawing, layout, plan.kind === 'stacked');
  });
}

function absentBarsOf(plan: TrendPlan, states: readonly Cell['state'][]): AbsentBar[] {
  if (plan.kind !== 'bar') return [];
  return plan.shown
    .filter(({ status }) => status === 'actual')
    .flatMap(({ cells }, bar) =>
      cells.flatMap(({ state }, bucket) =>
        states[bucket] === 'value' && state !== 'value' ? [{ bucket, bar, state }] : [],
      ),
    );
}

const tickText = ({ theme, frame }: TrendDrawing) => ({
  color: theme.textMuted,
  fontFamily: theme.fontFamily,
  fontSize: frame.fontPx,
});

function timeAxis({ answer: { buckets }, positions }: TrendPlan, drawing: TrendDrawing): XAXisComponentOption {
  const { theme, frame, context } = drawing;
  const { fontPx } = frame;
  const labels = positions ?? bucketLabels(buckets, frame.widthPx - 6 * fontPx, frame, context.text).labels;
  return {
    type: 'category',
    data: buckets,
    axisLine: { lineStyle: { color: theme.axis, width: Math.max(1, fontPx / 14) } },
    axisTick: { show: buckets.length <= 60, alignWithLabel: true, lineStyle: { color: theme.axis } },
    axisLabel: {
      ...tickText(drawing),
      lineHeight: fontPx * 1.4,
      interval: 0,
      hideOverlap: false,
      formatter: (_: string, index: number) => labels[index] ?? '',
    },
  };
}

/** Room that a number beside the axis takes with the gap above it, and what stands around the plot, in em. */
const tickEm = 2.4;
const aroundEm = 4;

function valueAxis(
  plan: TrendPlan,
  drawing: TrendDrawing,
  above: { legendPx: number; flagged: boolean },
): YAXisComponentOption {
  const { theme, frame, context } = drawing;
  const plotEm = (frame.heightPx - above.legendPx) / frame.fontPx - aroundEm;
  const unit = plan.answer.subject.kind === 'rate' || plan.shareOf ? '%' : '';
  const { format } = formatAxis(axisMax(plan), { language: context.language, unit });
  return {
    type: 'value',
    ...(plan.shareOf ? { min: 0, max: 100 } : {}),
    // Flags hang from the top of the axis: no value may reach as high.
    ...(above.flagged && !plan.shareOf ? { boundaryGap: [0, '8%'] } : {}),
    splitNumber: Math.max(1, Math.min(frame.heightPx / frame.fontPx > 18 ? 5 : 3, Math.floor(plotEm / tickEm))),
    axisLine: { show: false },
    splitLine: { lineStyle: { color: theme.grid, width: Math.max(1, frame.fontPx / 16) } },
    axisLabel: { ...tickText(drawing), formatter: (value: number) => format(value) },
  };
}

export function trendTooltip(
  { kind, answer, shown, positions, shareOf = shown }: TrendPlan,
  drawing: TrendDrawing,
): TooltipComponentOption {
  const { theme, frame, context, split } = drawing;
  const { text } = context;
  return {
    ...tooltipStyle(theme, frame),
    trigger: 'axis',
    axisPointer: { type: kind === 'line' ? 'line' : 'shadow', lineStyle: { color: theme.axis } },
    formatter: (hovered: unknown) => {
      const first = (Array.isArray(hovered) ? hovered[0] : hovered) as { dataIndex?: number } | undefined;
      const index = first?.dataIndex ?? -1;
      const rows = shareOf.flatMap((series, i) => {
        const cell = series.cells[index];
        const share = shareOf === shown ? null : drawnValue(shown[i]?.cells[index]);
        const name = seriesName(series.key, split, context);
        const label = series.status === 'target' ? text.targetOf(name) : name;
        const colour = seriesColour(series.key, split, context.areas, theme);
        const extra =
          share === null
            ? {}
            : { extra: `${text.share} ${formatValue(share, { language: context.language, unit: '%' })}` };
        return cell ? [{ name: label, cell, colour, ...extra }] : [];
      });
      return tooltipHtml(positions?.[index] ?? context.names.bucket(answer.buckets[index] ?? ''), rows, theme, context);
    },
  };
}

/** Lays a trend out for a theme and a frame: legend rows on top, time below, values at the left in one scale. */
export function trendOption(plan: TrendPlan, drawing: TrendDrawing): EChartsOption {
  const { theme, frame, context } = drawing;
  const { answer, shown } = plan;
  const { fontPx } = frame;
  const states = answer.buckets.map((_, i) => bucketState(shown, i));
  const flags = plan.positions ? null : annotationFlags(answer, annotationsOf(answer, context), { theme, frame });
  const stubs = absentBarsOf(plan, states);
  const absent = [...absentRuns(states), ...stubs];
  const has = {
    unreported: absent.some(({ state }) => state === 'unreported'),
    unmentioned: absent.some(({ state }) => state === 'unmentioned'),
    annotated: flags !== null,
  };
  const { items, marks } = legendItems(plan, drawing, has);
  const legend = layOutLegend(items, theme, frame, { selectable: plan.kind !== 'stacked' });
  const layout = {
    count: shown.filter(({ status }) => status === 'actual').length,
    barMaxWidth: fontPx * 4.5,
    barGap: '12%',
    barCategoryGap: '30%',
  };
  const style = { theme, frame, word: context.text.unreported };
  return {
    ...baseOption(theme, frame),
    legend: legend.option,
    grid: {
      left: 2,
      right: fontPx,
      top: legend.heightPx + fontPx * (legend.heightPx > 0 ? 1.4 : 1.6),
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: timeAxis(plan, drawing),
    yAxis: valueAxis(plan, drawing, { legendPx: legend.heightPx, flagged: flags !== null }),
    tooltip: trendTooltip(plan, drawing),
    series: [
      ...seriesOf(plan, drawing, layout),
      ...(absentRuns(states).length > 0 ? [absenceBands(absentRuns(states), answer.buckets.length, style)] : []),
      ...(stubs.length > 0 ? [absentBars(stubs, layout, style)] : []),
      ...(plan.kind === 'stacked' && !plan.shareOf && drawing.labelled
        ? [
            stackTotals(
              shown.filter(({ status }) => status === 'actual'),
              answer.overall,
              drawing,
            ),
          ]
        : []),
      ...(flags ? [flags] : []),
      ...marks.map(legendStub),
    ],
  };
}
