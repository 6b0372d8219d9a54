import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts';
import type { Cell, Series } from '../statistics/query';
import { crossPath, type BarLayout } from './absenceMarks';
import { hatchSwatch, stripes } from './baseOption';
import { cellText, drawnValue, isApproximate, isIncomplete } from './cell';
import { colourRound, mix, seriesColour } from './colours';
import type { FigureContext } from './context';
import type { DrawnSplit } from './drawnSplit';
import type { Frame } from './figure';
import type { ChartTheme } from './theme';

/** What the series of one trend share. */
export interface TrendDrawing {
  /** So many points stand so close that lines are drawn without marks, but for points between gaps. */
  plain?: boolean;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
  split: DrawnSplit;
  /** Values are printed beside their marks. */
  labelled: boolean;
}

type Look = Pick<TrendDrawing, 'theme' | 'frame'>;

/** Unique name of a series inside ECharts, which keys legends by it; labels come from formatters. */
export const seriesId = ({ key, status }: Pick<Series, 'key' | 'status'>) => `${status}:${key}`;

const dashes = ['solid', 'dashed', 'dotted'] as const;

function labelOf({ theme, frame }: TrendDrawing, colour: string) {
  return {
    show: true,
    color: colour,
    fontFamily: theme.fontFamily,
    fontSize: frame.fontPx,
    textBorderColor: theme.surface,
    textBorderWidth: Math.max(2, frame.fontPx / 7),
  };
}

/** Axis scale first, then the qualifier: the label of a mark. */
const markLabel = (cell: Cell, context: FigureContext) => cellText(cell, context, { style: 'compact', unit: false });

/**
 * One line: broken at gaps, each value a mark. Exact values are filled, approximate ones hollow, those of incomplete
 * buckets diamonds; targets are dashed with hollow squares.
 */
export function lineSeries(series: Series, drawing: TrendDrawing): LineSeriesOption {
  const { theme, frame, context, split, labelled, plain = false } = drawing;
  const colour = seriesColour(series.key, split, context.areas, theme);
  const target = series.status === 'target';
  const dense = series.cells.length * 8 > (frame.widthPx / frame.fontPx) * 5;
  const size = frame.fontPx * (dense ? 0.4 : 0.65);
  return {
    type: 'line',
    name: seriesId(series),
    connectNulls: false,
    showAllSymbol: true,
    symbol: plain ? 'none' : target ? 'emptyRect' : 'circle',
    symbolSize: size,
    lineStyle: {
      color: colour,
      width: Math.max(2, frame.fontPx / 6),
      type: target ? 'dashed' : (dashes[colourRound(series.key, split, context.areas) % dashes.length] ?? 'solid'),
    },
    itemStyle: { color: colour },
    label: { ...labelOf(drawing, theme.text), show: false, position: 'top' },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'series', scale: 1.4 },
    data: series.cells.map((cell, i) => {
      const value = drawnValue(cell);
      if (value === null) return { value: '-' };
      if (plain && [i - 1, i + 1].some((at) => drawnValue(series.cells[at]) !== null)) return value;
      const hollow = isApproximate(cell) || target;
      return {
        value,
        symbol: target ? 'rect' : isIncomplete(cell) ? 'diamond' : 'circle',
        symbolSize: isIncomplete(cell) ? size * 1.35 : size,
        itemStyle: hollow
          ? { color: theme.surface, borderColor: colour, borderWidth: Math.max(1.5, frame.fontPx / 8) }
          : { color: colour },
        label: { show: labelled, formatter: () => markLabel(cell, context) },
      };
    }),
  };
}

/** Fill of a bar by how sure it is: full, paler with a dashed edge when approximate, striped when incomplete. */
export function barStyle(
  cell: Cell,
  colour: string,
  { theme, frame }: Look,
  shows: { approximate: boolean; incomplete: boolean },
) {
  const approximate = shows.approximate && isApproximate(cell);
  const fill = approximate ? mix(colour, theme.surface, 0.35) : colour;
  return {
    color: fill,
    ...(approximate
      ? { borderColor: colour, borderWidth: Math.max(1, frame.fontPx / 9), borderType: 'dashed' as const }
      : {}),
    ...(shows.incomplete && isIncomplete(cell) ? { decal: stripes(mix(fill, theme.surface, 0.45), frame.fontPx) } : {}),
  };
}

/** One group or stack of bars. Nothing is drawn for an absent value; `absentBars` marks its place. */
export function barSeries(series: Series, drawing: TrendDrawing, layout: BarLayout, stacked: boolean): BarSeriesOption {
  const { theme, context, split, labelled } = drawing;
  const colour = seriesColour(series.key, split, context.areas, theme);
  const { barMaxWidth, barGap, barCategoryGap } = layout;
  return {
    type: 'bar',
    name: seriesId(series),
    barMaxWidth,
    barGap,
    barCategoryGap,
    ...(stacked ? { stack: series.status } : {}),
    itemStyle: { color: colour },
    label: { ...labelOf(drawing, theme.text), show: false, position: 'top' },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'series' },
    data: series.cells.map((cell) => {
      const value = drawnValue(cell);
      if (value === null) return { value: '-' };
      const edge = stacked ? { borderColor: theme.surface, borderWidth: 1, borderType: 'solid' as const } : {};
      return {
        value,
        // In a stack the fill must stay that of the legend; the label above says 约.
        itemStyle: { ...barStyle(cell, colour, drawing, { approximate: !stacked, incomplete: true }), ...edge },
        // A bar of zero has no height: its number tells it from an absence.
        label: { show: (labelled || value === 0) && !stacked, formatter: () => markLabel(cell, context) },
      };
    }),
  };
}

/** Target of an unstacked bar chart: a dash across its bucket with the line left out. */
export function targetMarks(series: Series, drawing: TrendDrawing): LineSeriesOption {
  const line = lineSeries(series, { ...drawing, labelled: false });
  return { ...line, lineStyle: { ...line.lineStyle, opacity: series.cells.length > 1 ? 0.6 : 0 }, z: 4 };
}

/** Totals above stacks, printed from the whole's own cells so that their qualifiers are right. */
export function stackTotals(shown: readonly Series[], overall: Series, drawing: TrendDrawing): CustomSeriesOption {
  const { theme, frame, context } = drawing;
  const tops = overall.cells.map((_, i) =>
    shown.reduce((sum, { cells }) => sum + Math.max(0, drawnValue(cells[i]) ?? 0), 0),
  );
  return {
    type: 'custom',
    name: '#totals',
    silent: true,
    tooltip: { show: false },
    encode: { x: 0, y: 1 },
    z: 5,
    data: tops.map((top, i) => [i, top]),
    renderItem: (params, api) => {
      const cell = overall.cells[params.dataIndex];
      const top = tops[params.dataIndex] ?? 0;
      if (!cell || drawnValue(cell) === null || top === 0) return null;
      const [x = 0, y = 0] = api.coord([params.dataIndex, top]);
      const text = markLabel(cell, context);
      return {
        type: 'text',
        style: {
          text,
          x,
          y: y - frame.fontPx * 0.3,
          align: 'center',
          verticalAlign: 'bottom',
          fill: theme.text,
          fontSize: frame.fontPx,
          fontFamily: theme.fontFamily,
          stroke: theme.surface,
          lineWidth: Math.max(2, frame.fontPx / 7),
        },
      };
    },
  };
}

/** How the marks of certainty look in a legend. */
export const markSwatches = {
  approximateLine: ({ theme, frame }: Look) => ({
    icon: 'circle',
    itemStyle: { color: theme.surface, borderColor: theme.textMuted, borderWidth: Math.max(1.5, frame.fontPx / 8) },
  }),
  incompleteLine: ({ theme }: Look) => ({ icon: 'diamond', itemStyle: { color: theme.textMuted } }),
  approximateBar: ({ theme }: Look) => ({
    icon: 'rect',
    itemStyle: {
      color: mix(theme.textMuted, theme.surface, 0.6),
      borderColor: theme.textMuted,
      borderWidth: 1,
      borderType: 'dashed' as const,
    },
  }),
  incompleteBar: ({ theme, frame }: Look) => ({
    icon: 'rect',
    itemStyle: { color: theme.textMuted, decal: stripes(theme.surface, frame.fontPx) },
  }),
  unreported: ({ theme, frame }: Look) => ({
    icon: 'rect',
    itemStyle: { color: theme.noData, decal: hatchSwatch(theme.unreported, frame.fontPx) },
  }),
  annotated: ({ theme }: Look) => ({ icon: 'path://M0 0L10 0L5 8Z', itemStyle: { color: theme.textMuted } }),
  unmentioned: ({ theme }: Look) => ({ icon: `path://${crossPath}`, itemStyle: { color: theme.unmentioned } }),
};
