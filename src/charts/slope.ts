import type { EChartsOption, LineSeriesOption } from 'echarts';
import { formatChange } from '../statistics/format';
import type { SeriesResult } from '../statistics/query';
import { baseOption } from './baseOption';
import { cellAddress, cellText, drawnValue, isApproximate, isIncomplete, tableCell } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import type { Figure, Frame } from './figure';
import { distinctLabels, estimateEm } from './measureText';
import { spreadApart } from './spreadApart';
import { composeNotes } from './notes';
import { rowsOf, type Row } from './rows';
import { markOf, sourceLine } from './sourceLine';
import type { ChartTheme } from './theme';
import { fileStemOf, scopeAndSplit, subjectOf, subtitleOf } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { axisUnit } from './unit';

export interface SlopeInput {
  /** Split by area. */
  answer: SeriesResult;
  /** Two buckets of the answer, the earlier first; null where there are not two. */
  pair: readonly [first: string, last: string] | null;
}

interface Line {
  row: Row;
  /** Of the two buckets; absent where the answer has no such bucket. */
  ends: readonly [Row['cell'] | undefined, Row['cell'] | undefined];
}

interface SlopeDrawing {
  lines: readonly Line[];
  input: SlopeInput;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** The number at one end of a line; empty where there is none. */
function endValue({ ends }: Line, end: 0 | 1, context: FigureContext): string {
  const cell = ends[end];
  return !cell || drawnValue(cell) === null ? '' : cellText(cell, context, { style: 'compact', unit: false });
}

/** Share of the width that the labels of one end may take, and that those at the right do where they alone have names. */
const [shareOfBoth, shareOfRight] = [0.36, 0.58];
/** Type of a narrow frame beside the usual, so that lines are left between the names. */
const narrowType = 0.85;
const longestName = 14;

/** Labels of both ends of each line: name and number; in a narrow frame the name stands at the right alone. */
function endLabels({ lines, frame, context }: SlopeDrawing): { labels: (readonly [string, string])[]; fontPx: number } {
  const values = lines.map((line) => [endValue(line, 0, context), endValue(line, 1, context)] as const);
  const valueEm = Math.max(0, ...values.flat().map(estimateEm)) + 1.5;
  const emOf = (share: number, fontPx: number) =>
    Math.min(longestName, Math.max(5, (frame.widthPx * share) / fontPx - valueEm));
  const names = lines.map(({ row }) => row.name);
  const bothEm = emOf(shareOfBoth, frame.fontPx);
  const isNarrow = bothEm < longestName && names.some((name) => estimateEm(name) > bothEm);
  const fontPx = frame.fontPx * (isNarrow ? narrowType : 1);
  const short = distinctLabels(names, isNarrow ? emOf(shareOfRight, fontPx) : bothEm);
  const labels = values.map(([first, last], i) => {
    const name = short[i] ?? '';
    const isNamed = first !== '' && !(isNarrow && last !== '');
    return [isNamed ? `${name} ${first}` : first, last === '' ? '' : `${last} ${name}`] as const;
  });
  return { labels, fontPx };
}

/** Where labels of one end stand beside their points, so that none covers another; offsets downwards in pixels. */
function offsetsOf({ lines, frame }: SlopeDrawing, end: 0 | 1, grid: { top: number; height: number }, scale: Scale) {
  const at = lines.map(({ ends }) => {
    const value = drawnValue(ends[end]);
    return value === null ? null : grid.top + ((scale.max - value) / (scale.max - scale.min)) * grid.height;
  });
  const room = { from: frame.fontPx * 0.6, to: grid.top + grid.height - frame.fontPx * 0.4 };
  return spreadApart(at, frame.fontPx * 1.25, room).map((y, i) => (y === null ? 0 : y - (at[i] ?? 0)));
}

interface Scale {
  min: number;
  max: number;
}

function lineOf(
  line: Line,
  labels: readonly [string, string],
  offsets: readonly number[],
  { theme, frame, context }: SlopeDrawing,
): LineSeriesOption {
  const colour = seriesColour(line.row.key, 'area', context.areas, theme);
  return {
    type: 'line',
    name: line.row.key,
    symbol: 'circle',
    symbolSize: frame.fontPx * 0.7,
    showAllSymbol: true,
    lineStyle: { color: colour, width: Math.max(2, frame.fontPx / 6) },
    itemStyle: { color: colour },
    emphasis: { focus: 'series' },
    data: line.ends.map((cell, end) => {
      const value = drawnValue(cell);
      if (!cell || value === null) return { value: '-' };
      const hollow = { color: theme.surface, borderColor: colour, borderWidth: Math.max(1.5, frame.fontPx / 8) };
      return {
        value,
        symbol: isIncomplete(cell) ? 'diamond' : 'circle',
        itemStyle: isApproximate(cell) ? hollow : { color: colour },
        label: {
          show: true,
          position: end === 0 ? 'left' : 'right',
          offset: [0, offsets[end] ?? 0],
          formatter: (labels[end] ?? '').replace(/[{}|]/g, ' '),
          color: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: frame.fontPx,
        },
      };
    }),
  };
}

/** How much a place changed, against the earlier value; null without both, or from nothing. */
function changeOf({ ends: [first, last] }: Line): number | null {
  const [then, now] = [drawnValue(first), drawnValue(last)];
  return then === null || now === null || then === 0 ? null : (now - then) / Math.abs(then);
}

function changeText(line: Line, context: FigureContext): string {
  return formatChange(changeOf(line), {
    language: context.language,
    approximate: line.ends.some((cell) => cell !== undefined && isApproximate(cell)),
  });
}

/** Height of the plot between the room above it and the times below. */
const plotOf = ({ heightPx, fontPx }: Frame) => ({ top: fontPx, height: Math.max(10, heightPx - fontPx * 3.2) });

/** The drawing with type so small that all labels of one end stand in the height of the plot. */
function withFittingType(drawing: SlopeDrawing): SlopeDrawing {
  const { frame, lines } = drawing;
  const fontPx = Math.min(frame.fontPx, plotOf(frame).height / (lines.length * 1.25));
  return { ...drawing, frame: { ...frame, fontPx } };
}

function slopeOption(whole: SlopeDrawing): EChartsOption {
  const fitting = withFittingType(whole);
  const { labels, fontPx } = endLabels(fitting);
  const drawing = { ...fitting, frame: { ...fitting.frame, fontPx } };
  const { lines, input, theme, frame, context } = drawing;
  const timesPx = whole.frame.fontPx;
  const widest = (end: 0 | 1) => Math.max(4, ...labels.map((ends) => estimateEm(ends[end])));
  const values = lines.flatMap(({ ends }) => ends.flatMap((cell) => drawnValue(cell) ?? []));
  const scale = { min: Math.min(0, ...values), max: Math.max(1e-9, ...values) };
  const grid = plotOf(whole.frame);
  const [left, right] = [offsetsOf(drawing, 0, grid, scale), offsetsOf(drawing, 1, grid, scale)];
  return {
    ...baseOption(theme, frame),
    grid: {
      ...grid,
      left: (widest(0) + 1.2) * frame.fontPx,
      right: (widest(1) + 1.2) * frame.fontPx,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [...(input.pair ?? [])],
      axisLine: { lineStyle: { color: theme.axis } },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: theme.grid } },
      axisLabel: {
        color: theme.text,
        fontFamily: theme.fontFamily,
        fontSize: timesPx,
        interval: 0,
        formatter: (id: string) => context.names.bucket(id),
      },
    },
    yAxis: { type: 'value', show: false, ...scale },
    tooltip: {
      ...tooltipStyle(theme, frame),
      trigger: 'item',
      formatter: (hovered: unknown) => {
        const { seriesIndex = -1, dataIndex = -1 } = hovered as { seriesIndex?: number; dataIndex?: number };
        const line = lines[seriesIndex];
        const cell = line?.ends[dataIndex];
        if (!line || !cell) return '';
        const colour = seriesColour(line.row.key, 'area', context.areas, theme);
        const extra = context.text.named(context.text.change, changeText(line, context));
        const heading = context.text.named(line.row.name, context.names.bucket(input.pair?.[dataIndex] ?? ''));
        return tooltipHtml(heading, [{ name: '', colour, cell, extra }], theme, context);
      },
    },
    series: lines.map((line, i) => lineOf(line, labels[i] ?? ['', ''], [left[i] ?? 0, right[i] ?? 0], drawing)),
  };
}

/**
 * Counties at two times, a line each from the earlier to the later value; a place without one of the two has a point alone.
 * Input: a `series` answer split by area that holds both buckets. Output: a figure.
 */
export function slope(input: SlopeInput, context: FigureContext): Figure {
  const { answer } = input;
  const buckets = input.pair ?? [];
  const { text, names } = context;
  const at = buckets.map((id) => answer.buckets.indexOf(id));
  const all = rowsOf({ answer, split: 'area', bucket: null }, context).map((row): Line => {
    const cells = row.series.cells;
    return { row, ends: [cells[at[0] ?? -1], cells[at[1] ?? -1]] };
  });
  const lines = all.filter(({ ends }) => ends.some((cell) => drawnValue(cell) !== null));
  const [scope, word] = scopeAndSplit('area', context);
  const title = text.rankingTitle(scope, subjectOf(answer, context), word);
  const times = buckets.map(names.bucket);
  const shown = all.flatMap(({ row, ends }) =>
    ends.flatMap((cell, i) => (cell ? [{ name: text.named(row.name, times[i] ?? ''), cell }] : [])),
  );
  const place = (line: Line, end: number) => ({
    answer,
    split: 'area' as const,
    key: line.row.key,
    status: 'actual' as const,
    buckets: [buckets[end] ?? ''],
  });
  return {
    id: `slope:${answer.subject.code}`,
    title: input.pair ? text.slopeTitle(title, times[0] ?? '', times[1] ?? '') : title,
    subtitle: subtitleOf({ ...answer, buckets: [...buckets] }, context, { bucket: null, total: false }),
    unit: axisUnit({ subject: answer.subject, cells: lines.flatMap(({ ends }) => ends) }, 0, context),
    notes: composeNotes({ answer, split: 'area', shown, inTime: false, whole: answer.overall.total }, context),
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) => slopeOption({ lines, input, theme, frame, context }),
    table: {
      columns: [text.area, ...times, text.change],
      rows: all.map((line) => ({
        header: line.row.name,
        cells: [
          ...line.ends.flatMap((cell, end) => (cell ? [tableCell(cell, place(line, end), context)] : [])),
          {
            ...{ text: changeText(line, context), value: changeOf(line), ratio: true as const },
            ...{ state: 'value' as const, source: null },
          },
        ],
      })),
    },
    addressOf: (seriesIndex, dataIndex) => {
      const line = lines[seriesIndex];
      return line ? cellAddress(line.ends[dataIndex], place(line, dataIndex)) : null;
    },
    empty: lines.length === 0,
    group: 'axes',
    tableAxis: 'columns',
    fileStem: fileStemOf(answer, context, { what: text.slope, bucket: null, total: false }),
    naturalHeightPx: (fontPx) => Math.round(Math.max(6, lines.length) * fontPx * 2),
  };
}
