import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { formatChange } from '../statistics/format';
import { absenceMark, type MarkStyle } from './absenceMarks';
import { baseOption } from './baseOption';
import { cellText, drawnValue } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import type { Figure, Frame } from './figure';
import { distinctLabels, estimateEm } from './measureText';
import { nativeRows } from './nativeRows';
import { composeNotes } from './notes';
import { isOneBucket, rowAddress, rowsMax, rowsOf, rowsTable, wholeOf, type Row, type RowsInput } from './rows';
import { markOf, sourceLine } from './sourceLine';
import type { ChartTheme } from './theme';
import { fileStemOf, scopeAndSplit, splitWord, subjectOf, subtitleOf } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { barStyle } from './trendSeries';
import { axisUnit } from './unit';

export type RankingOrder = 'administrative' | 'value';

export interface RankingInput extends RowsInput {
  order: RankingOrder;
}

/** Rows with a value first, the largest on top; the others keep their order below. */
function byValue(rows: readonly Row[]): Row[] {
  const size = ({ cell }: Row) => drawnValue(cell) ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => {
    const [left, right] = [size(a), size(b)];
    return left === right ? 0 : right > left ? 1 : -1;
  });
}

/** A line across each row at its target. */
function targetTicks(rows: readonly Row[], theme: ChartTheme, frame: Frame): CustomSeriesOption {
  return {
    type: 'custom',
    name: '#targets',
    silent: true,
    tooltip: { show: false },
    encode: { x: 0, y: 1 },
    z: 4,
    data: rows.map(({ target }, i) => [(target && drawnValue(target)) ?? 0, i]),
    renderItem: (params, api) => {
      const target = rows[params.dataIndex]?.target;
      const value = target ? drawnValue(target) : null;
      if (value === null) return null;
      const [x = 0, y = 0] = api.coord([value, params.dataIndex]);
      const half = frame.fontPx * 0.75;
      return {
        type: 'line',
        shape: { x1: x, y1: y - half, x2: x, y2: y + half },
        style: { stroke: theme.text, lineWidth: Math.max(2, frame.fontPx / 7) },
      };
    },
  };
}

/** 未报, 未提及 or — in words where the bar would begin, beside the mark of its kind. */
function absenceWords(rows: readonly Row[], style: MarkStyle, context: FigureContext): CustomSeriesOption {
  const { theme, frame } = style;
  return {
    type: 'custom',
    name: '#absences',
    silent: true,
    tooltip: { show: false },
    encode: { x: 0, y: 1 },
    z: 3,
    data: rows.map((_, i) => [0, i]),
    renderItem: (params, api) => {
      const row = rows[params.dataIndex];
      if (!row || drawnValue(row.cell) !== null) return null;
      const [x = 0, y = 0] = api.coord([0, params.dataIndex]);
      const size = frame.fontPx * 0.75;
      const mark = absenceMark(row.cell.state, { x: x + 3, y: y - size / 2, width: size * 1.6, height: size }, style);
      return {
        type: 'group',
        children: [
          ...(mark ? [mark] : []),
          {
            type: 'text',
            style: {
              text: cellText(row.cell, context, { style: 'compact' }),
              x: x + 3 + (mark ? size * 1.6 + frame.fontPx * 0.5 : 0),
              y,
              verticalAlign: 'middle',
              fill: theme.textMuted,
              fontSize: frame.fontPx,
              fontFamily: theme.fontFamily,
            },
          },
        ],
      };
    },
  };
}

function progressOf({ cell, target }: Row, context: FigureContext): string | undefined {
  if (!target) return undefined;
  const [value, goal] = [drawnValue(cell), drawnValue(target)];
  const progress = value === null || goal === null || goal === 0 ? null : value / goal;
  const share = progress === null ? null : formatChange(progress, { language: context.language }).replace('+', '');
  return context.text.targetIs(cellText(target, context, { style: 'compact' }), share);
}

interface RankingDrawing {
  rows: readonly Row[];
  input: RankingInput;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

function barsOf({ rows, input, theme, frame, context }: RankingDrawing, fontPx: number) {
  const shows = { approximate: true, incomplete: isOneBucket(input) };
  return rows.map(({ key, cell }) => {
    const value = drawnValue(cell);
    // Areas share the accent: their order says which is which; categories keep their colours.
    const colour = input.split === 'area' ? theme.accent : seriesColour(key, input.split, context.areas, theme);
    return {
      value: value ?? '-',
      itemStyle: { ...barStyle(cell, colour, { theme, frame }, shows), borderRadius: [0, 2, 2, 0] },
      label: { formatter: cellText(cell, context, { style: 'compact', unit: false }), fontSize: fontPx },
    };
  });
}

function rankingOption(drawing: RankingDrawing): EChartsOption {
  const { rows, theme, frame, context } = drawing;
  const rowPx = frame.heightPx / Math.max(1, rows.length);
  const fontPx = Math.min(frame.fontPx, rowPx / 1.25);
  const nameEm = Math.min(frame.purpose === 'export' ? 12 : 8, (frame.widthPx * 0.35) / fontPx);
  const labels = distinctLabels(
    rows.map(({ name }) => name),
    nameEm,
  );
  const labelPx =
    Math.max(0, ...rows.map(({ cell }) => estimateEm(cellText(cell, context, { style: 'compact', unit: false })))) *
    fontPx;
  const style = { theme, frame: { ...frame, fontPx }, word: context.text.unreported };
  const text = { fontFamily: theme.fontFamily, fontSize: fontPx };
  return {
    ...baseOption(theme, frame),
    grid: {
      left: 2,
      right: labelPx + fontPx,
      top: 2,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: { type: 'value', show: false, min: (extent) => Math.min(0, extent.min), max: rowsMax(rows) || 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ key }) => key),
      axisLine: { lineStyle: { color: theme.axis, width: Math.max(1, fontPx / 14) } },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        color: theme.text,
        interval: 0,
        formatter: (_: string, index: number) => labels[index] ?? '',
      },
    },
    tooltip: {
      ...tooltipStyle(theme, frame),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (hovered: unknown) => {
        const first = (Array.isArray(hovered) ? hovered[0] : hovered) as { dataIndex?: number } | undefined;
        const row = rows[first?.dataIndex ?? -1];
        if (!row) return '';
        const extra = progressOf(row, context);
        return tooltipHtml(
          row.name,
          [{ name: '', colour: theme.accent, cell: row.cell, ...(extra === undefined ? {} : { extra }) }],
          theme,
          context,
        );
      },
    },
    series: [
      {
        type: 'bar',
        name: 'rows',
        barMaxWidth: fontPx * 1.6,
        barCategoryGap: '32%',
        label: { show: true, position: 'right', color: theme.text, ...text },
        data: barsOf(drawing, fontPx),
      },
      absenceWords(rows, style, context),
      ...(rows.some(({ target }) => target !== null) ? [targetTicks(rows, theme, style.frame)] : []),
    ],
  };
}

/**
 * Places or categories as horizontal bars with their numbers, in administrative order or by value; 未报 and 未提及 stand
 * in words where a bar would begin. Input: a `series` answer asked with the same split. Output: a figure.
 */
export function ranking(input: RankingInput, context: FigureContext): Figure {
  const { answer, split, bucket, order } = input;
  const all = rowsOf(input, context);
  const rows = order === 'value' ? byValue(all) : all;
  const [scope, word] = scopeAndSplit(split, context);
  return {
    id: `ranking:${answer.subject.code}:${split}`,
    title: context.text.rankingTitle(scope, subjectOf(answer, context), word),
    subtitle: subtitleOf(answer, context, { bucket, total: true }),
    unit: axisUnit(answer, 0, context),
    notes: composeNotes(
      { answer, split, shown: rows, inTime: false, absencesWritten: true, whole: wholeOf(input) },
      context,
    ),
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) => rankingOption({ rows, input, theme, frame, context }),
    table: rowsTable(rows, input, context),
    native: nativeRows(rows, input, context),
    addressOf: (seriesIndex, dataIndex) => (seriesIndex === 0 ? rowAddress(rows[dataIndex], input) : null),
    empty: rows.every(({ cell }) => drawnValue(cell) === null),
    group: 'axes',
    fileStem: fileStemOf(answer, context, { what: splitWord(split, context), bucket, total: true }),
    naturalHeightPx: (fontPx) => Math.round(Math.max(3, rows.length) * fontPx * 2.3),
  };
}
