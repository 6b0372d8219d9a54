import type { EChartsOption, SeriesOption } from 'echarts';
import type { Series, SeriesResult } from '../statistics/query';
import { drawnValue } from './cell';
import { isSqueezed, panelledOption } from './comparisonPanels';
import type { FigureContext } from './context';
import type { Figure } from './figure';
import { subjectOf, scopeAndSplit } from './titles';
import { trend } from './trend';
import type { TrendPlan } from './trendOption';
import { seriesId } from './trendSeries';
import type { ChartTheme } from './theme';

/** Most places that are told apart in one comparison. */
export const mostCompared = 8;

export interface ComparisonInput {
  /** Split by area, of the compared places and of the one they are compared with. */
  answer: SeriesResult;
  /** The place of the dashed line. */
  reference: string;
}

/** The line of the reference: dashed, in the colour of text. */
function asReference(one: SeriesOption, theme: ChartTheme): SeriesOption {
  if (one.type !== 'line') return one;
  const data = (one.data ?? []) as { itemStyle?: { color?: string; borderColor?: string } }[];
  const recoloured = data.map((item) => {
    const { itemStyle } = item;
    if (!itemStyle) return item;
    const ink = itemStyle.borderColor === undefined ? { color: theme.text } : { borderColor: theme.text };
    return { ...item, itemStyle: { ...itemStyle, ...ink } };
  });
  const lineStyle = { ...one.lineStyle, color: theme.text, type: 'dashed' as const };
  return { ...one, lineStyle, itemStyle: { ...one.itemStyle, color: theme.text }, data: recoloured };
}

const hasValue = ({ cells }: Series) => cells.some((cell) => drawnValue(cell) !== null);

/**
 * Up to eight counties over time beside their city, whose line is dashed and is not their sum; where one scale would
 * press the counties together, the city stands above them on its own.
 * Input: a `series` answer by area that holds the counties and the reference. Output: the trend of them, retitled.
 */
export function comparison({ answer, reference }: ComparisonInput, context: FigureContext): Figure {
  const { text, names } = context;
  const isReference = ({ key }: { key: string }) => key === reference;
  const series = [...answer.series.filter((one) => !isReference(one)), ...answer.series.filter(isReference)];
  const others = context.filter.areas.filter((area) => area !== reference);
  const inner = { ...context, filter: { ...context.filter, areas: others } };
  const figure = trend({ answer: { ...answer, series }, split: 'area', kind: 'line' }, inner);
  const [scope, word] = scopeAndSplit('area', inner);
  const planOf = (wanted: boolean): TrendPlan => {
    return { kind: 'line', answer, shown: series.filter((one) => isReference(one) === wanted && hasValue(one)) };
  };
  const panels = { city: planOf(true), counties: planOf(false), cityName: names.area(reference) };
  const isApart = isSqueezed(panels);
  const drawn = (...[theme, frame]: Parameters<Figure['option']>): EChartsOption =>
    isApart
      ? panelledOption(panels, { theme, frame, context: inner, split: 'area', labelled: false })
      : figure.option(theme, frame);
  return {
    ...figure,
    // An office program would draw the reference like the others.
    native: null,
    id: `comparison:${answer.subject.code}`,
    title: text.comparisonTitle(`${scope}${word}`, subjectOf(answer, context), names.area(reference)),
    // Each panel names its own.
    unit: isApart ? '' : figure.unit,
    notes: [(isApart ? text.noteReferenceApart : text.noteReference)(names.area(reference)), ...figure.notes],
    option: (theme, frame) => {
      const option = drawn(theme, frame);
      const all = Array.isArray(option.series) ? option.series : [];
      const name = seriesId({ key: reference, status: 'actual' });
      return { ...option, series: all.map((one) => (one.name === name ? asReference(one, theme) : one)) };
    },
  };
}
