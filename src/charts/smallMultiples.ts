import type { EChartsOption, SeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { formatAxis } from '../statistics/format';
import type { Series, SeriesResult, Split } from '../statistics/query';
import { absenceBands, absentRuns } from './absenceMarks';
import { baseOption } from './baseOption';
import type { FigureContext } from './context';
import type { Figure } from './figure';
import { layOutLegend } from './legend';
import { estimateEm, truncateEm } from './measureText';
import { gridOf, niceCeiling } from './panels';
import { seriesName } from './titles';
import { trend } from './trend';
import { axisMax, legendStub, markItems, trendTooltip, type TrendPlan } from './trendOption';
import { barSeries, lineSeries, targetMarks, type TrendDrawing } from './trendSeries';

export interface SmallMultiplesInput {
  answer: SeriesResult;
  split: Exclude<Split, 'none'>;
  kind: 'line' | 'bar';
}

/** One small chart: a county or category with its target. */
interface Panel {
  actual: Series;
  target: Series | null;
}

function panelsOf({ shown }: TrendPlan): Panel[] {
  return shown
    .filter(({ status }) => status === 'actual')
    .map((actual) => ({
      actual,
      target: shown.find(({ key, status }) => status === 'target' && key === actual.key) ?? null,
    }));
}

/** Series of a panel in the order in which marks are looked up: the actual one, its target, its absences. */
function panelSeries({ actual, target }: Panel, index: number, plan: TrendPlan, drawing: TrendDrawing): SeriesOption[] {
  const layout = { count: 1, barMaxWidth: drawing.frame.fontPx * 3, barGap: '0%', barCategoryGap: '30%' };
  const runs = absentRuns(actual.cells.map(({ state }) => state));
  // The word 未报 would not fit: the legend says it.
  const style = { theme: drawing.theme, frame: drawing.frame, word: ''.padEnd(99, '　') };
  const at = { xAxisIndex: index, yAxisIndex: index };
  return [
    { ...(plan.kind === 'line' ? lineSeries(actual, drawing) : barSeries(actual, drawing, layout, false)), ...at },
    ...(target ? [{ ...targetMarks(target, drawing), ...at }] : []),
    ...(runs.length > 0
      ? [{ ...absenceBands(runs, plan.answer.buckets.length, style), name: `#bands:${String(index)}`, ...at }]
      : []),
  ];
}

function axesOf(
  panels: readonly Panel[],
  { columns, widthPx }: ReturnType<typeof gridOf>,
  plan: TrendPlan,
  drawing: TrendDrawing,
) {
  const { theme, frame, context } = drawing;
  const { buckets, subject } = plan.answer;
  const top = niceCeiling(axisMax(plan));
  const low = Math.min(0, ...plan.shown.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  const { format } = formatAxis(top, { language: context.language, unit: subject.kind === 'rate' ? '%' : '' });
  const text = { color: theme.textMuted, fontFamily: theme.fontFamily, fontSize: frame.fontPx * 0.92 };
  const ends = [buckets[0], buckets.at(-1)].map((id) => estimateEm(context.names.bucket(id ?? '')));
  const isSpelt = ends.every((em) => em * 2.2 * text.fontSize <= widthPx);
  const timeOf = (id: string) => (isSpelt ? context.names.bucket(id) : id);
  const x = panels.map((_, gridIndex): XAXisComponentOption => ({
    type: 'category',
    gridIndex,
    data: [...buckets],
    axisLine: { lineStyle: { color: theme.axis } },
    axisTick: { show: false },
    axisLabel: {
      ...text,
      interval: (i: number) => i === 0 || i === buckets.length - 1,
      alignMinLabel: 'left',
      alignMaxLabel: 'right',
      formatter: (id: string) => (gridIndex >= panels.length - columns ? timeOf(id) : ''),
    },
  }));
  const y = panels.map(({ actual }, gridIndex): YAXisComponentOption => ({
    type: 'value',
    gridIndex,
    min: low < 0 ? -niceCeiling(-low) : 0,
    max: top,
    interval: top / 2,
    name: truncateEm(seriesName(actual.key, drawing.split, context), Math.min(12, widthPx / frame.fontPx)),
    nameGap: frame.fontPx * 0.6,
    nameTextStyle: { align: 'left', color: theme.text, fontFamily: theme.fontFamily, fontSize: frame.fontPx },
    splitLine: { lineStyle: { color: theme.grid } },
    axisLabel: { ...text, show: gridIndex % columns === 0, formatter: (value: number) => format(value) },
  }));
  return { x, y };
}

function multiplesOption(plan: TrendPlan, drawing: TrendDrawing): EChartsOption {
  const { theme } = drawing;
  const panels = panelsOf(plan);
  const marks = markItems(plan, drawing);
  const legend = layOutLegend(marks, theme, drawing.frame, { selectable: false });
  const layout = gridOf(panels.length, drawing.frame, legend.heightPx);
  const frame = { ...drawing.frame, fontPx: layout.fontPx };
  const inPanels = { ...drawing, frame };
  const { x, y } = axesOf(panels, layout, plan, inPanels);
  return {
    ...baseOption(theme, frame),
    legend: legend.option,
    grid: layout.grids,
    xAxis: x,
    yAxis: y,
    tooltip: trendTooltip(plan, drawing),
    series: [...panels.flatMap((panel, i) => panelSeries(panel, i, plan, inPanels)), ...marks.map(legendStub)],
  };
}

/**
 * A small chart for each county or category, all on one scale, so that they can be compared.
 * Input: a `series` answer asked with the split. Output: a figure with the words, table and notes of the same trend.
 */
export function smallMultiples({ answer, split, kind }: SmallMultiplesInput, context: FigureContext): Figure {
  const figure = trend({ answer, split, kind }, context);
  const shown = answer.series.filter(({ cells }) =>
    cells.some(({ state, value }) => state === 'value' && value !== null),
  );
  const plan: TrendPlan = { kind, answer, shown };
  const panels = panelsOf(plan);
  /** Series in the order drawn; null for bands. */
  const drawn = panels.flatMap(({ actual, target }) => [
    actual,
    ...(target ? [target] : []),
    ...(actual.cells.some(({ state }) => state !== 'value') ? [null] : []),
  ]);
  return {
    ...figure,
    id: `multiples:${kind}:${answer.subject.code}:${split}`,
    option: (theme, frame) => multiplesOption(plan, { theme, frame, context, split, labelled: false }),
    native: null,
    addressOf: (seriesIndex, dataIndex) => {
      const series = drawn[seriesIndex];
      return series ? figure.addressOf(shown.indexOf(series), dataIndex) : null;
    },
    empty: panels.length === 0,
    naturalHeightPx: (fontPx) => Math.ceil(panels.length / 3) * fontPx * 12 + fontPx * 3,
  };
}
