import type { EChartsOption } from 'echarts';
import { formatChange } from '../statistics/format';
import { baseOption } from './baseOption';
import { cellText, drawnValue } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import type { Figure, Frame } from './figure';
import { estimateEm, fittingLabels } from './measureText';
import { nativeRows } from './nativeRows';
import {
  movementBetween,
  movementMark,
  movementNotes,
  movementText,
  type Movement,
  type MovementPeriods,
} from './movement';
import { composeNotes } from './notes';
import { absenceWords, targetTicks } from './rankingMarks';
import {
  isOneBucket,
  rowAddress,
  rowsMax,
  rowsOf,
  rowsTable,
  rowsUnit,
  wholeOf,
  type Row,
  type RowsInput,
} from './rows';
import { markOf, sourceLine } from './sourceLine';
import type { ChartTheme } from './theme';
import { fileStemOf, scopeAndSplit, splitWord, subjectOf, subtitleOf } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { barStyle } from './trendSeries';

export type RankingOrder = 'administrative' | 'value';

export interface RankingInput extends RowsInput {
  order: RankingOrder;
  /** The periods whose ranks are compared; null where there are none, absent where no movement is shown. */
  moved?: MovementPeriods | null;
}

/** Rows with a value first, the largest on top; the others keep their order below. */
function byValue(rows: readonly Row[]): Row[] {
  const size = ({ cell }: Row) => drawnValue(cell) ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => {
    const [left, right] = [size(a), size(b)];
    return left === right ? 0 : right > left ? 1 : -1;
  });
}

/** Rows in their own (administrative) order, or by value. */
export const rowsInOrder = (rows: readonly Row[], order: RankingOrder): readonly Row[] =>
  order === 'value' ? byValue(rows) : rows;

/** Beside the number: the movement with its reason, the target with the progress. */
function extraOf(row: Row, { movements, context }: RankingDrawing): string | undefined {
  const movement = movements?.get(row.key);
  const words = [
    movement && context.text.named(context.text.movement, movementText(movement, context)),
    progressOf(row, context),
  ].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' · ');
}

function progressOf({ cell, target }: Row, context: FigureContext): string | undefined {
  if (!target) return undefined;
  const [value, goal] = [drawnValue(cell), drawnValue(target)];
  const progress = value === null || goal === null || goal === 0 ? null : value / goal;
  const share = progress === null ? null : formatChange(progress, { language: context.language }).replace('+', '');
  return context.text.targetIs(cellText(target, context, { style: 'compact' }), share);
}

interface RankingDrawing {
  movements: ReadonlyMap<string, Movement> | null;
  rows: readonly Row[];
  input: RankingInput;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** The number beside a bar, and how far its row has moved. */
function labelOf({ key, cell }: Row, { movements, context }: Pick<RankingDrawing, 'movements' | 'context'>): string {
  const value = cellText(cell, context, { style: 'compact', unit: false });
  const movement = movements?.get(key);
  return movement && drawnValue(cell) !== null ? `${value}  ${movementMark(movement)}` : value;
}

function barsOf(drawing: RankingDrawing, fontPx: number) {
  const { rows, input, theme, frame, context } = drawing;
  const shows = { approximate: true, incomplete: isOneBucket(input) };
  return rows.map((row) => {
    const { key, cell } = row;
    const value = drawnValue(cell);
    // Areas share the accent: their order says which is which; categories keep their colours.
    const colour = input.split === 'area' ? theme.accent : seriesColour(key, input.split, context.areas, theme);
    return {
      value: value ?? '-',
      itemStyle: { ...barStyle(cell, colour, { theme, frame }, shows), borderRadius: [0, 2, 2, 0] },
      label: { formatter: labelOf(row, drawing), fontSize: fontPx },
    };
  });
}

function rankingOption(drawing: RankingDrawing): EChartsOption {
  const { rows, theme, frame, context } = drawing;
  const rowPx = frame.heightPx / Math.max(1, rows.length);
  const fontPx = Math.min(frame.fontPx, rowPx / 1.25);
  const labels = fittingLabels(
    rows.map(({ name }) => name),
    Math.min(14, (frame.widthPx * 0.35) / fontPx),
    rowPx >= fontPx * 2.2 ? 2 : 1,
  );
  const labelPx = Math.max(0, ...rows.map((row) => estimateEm(labelOf(row, drawing)))) * fontPx;
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
        lineHeight: fontPx * 1.1,
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
        const extra = extraOf(row, drawing);
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

const movementColumn = (movements: ReadonlyMap<string, Movement>, context: FigureContext) => ({
  column: context.text.movement,
  text: ({ key }: Row) => {
    const movement = movements.get(key) ?? { places: null, reason: 'no-base' as const };
    return { text: movementText(movement, context), value: movement.places };
  },
});

/**
 * Places or categories as horizontal bars with their numbers, in administrative order or by value; 未报 and 未提及 stand
 * in words where a bar would begin. Input: a `series` answer asked with the same split. Output: a figure.
 */
export function ranking(input: RankingInput, context: FigureContext): Figure {
  const { answer, split, bucket, order, moved } = input;
  const all = rowsOf(input, context);
  const rows = rowsInOrder(all, order);
  const [scope, word] = scopeAndSplit(split, context);
  const movements = movementBetween(moved, split, context);
  return {
    id: `ranking:${answer.subject.code}:${split}`,
    title: context.text.rankingTitle(scope, subjectOf(answer, context), word),
    subtitle: subtitleOf(answer, context, { bucket, total: true }),
    unit: rowsUnit(rows, input, context),
    notes: [
      ...movementNotes(moved, context),
      ...composeNotes(
        { answer, split, shown: rows, inTime: false, absencesWritten: true, whole: wholeOf(input) },
        context,
      ),
    ],
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) => rankingOption({ movements, rows, input, theme, frame, context }),
    table: rowsTable(rows, input, context, movements ? movementColumn(movements, context) : undefined),
    native: nativeRows(rows, input, context),
    addressOf: (seriesIndex, dataIndex) => (seriesIndex === 0 ? rowAddress(rows[dataIndex], input) : null),
    empty: rows.every(({ cell }) => drawnValue(cell) === null),
    group: 'bars',
    fileStem: fileStemOf(answer, context, { what: splitWord(split, context), bucket, total: true }),
    naturalHeightPx: (fontPx) => Math.round(Math.max(3, rows.length) * fontPx * 2.3),
  };
}
