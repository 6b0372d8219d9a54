import type { EChartsOption, LegendComponentOption } from 'echarts';
import { formatChange } from '../statistics/format';
import type { Cell } from '../statistics/query';
import { baseOption } from './baseOption';
import { cellText, drawnValue } from './cell';
import { inkOn, seriesColour } from './colours';
import type { FigureContext } from './context';
import type { Figure, Frame } from './figure';
import { estimateEm, truncateEm } from './measureText';
import { composeNotes } from './notes';
import { rowAddress, rowsOf, rowsTable, wholeOf, type Row, type RowsInput } from './rows';
import { shortList } from './shortList';
import { sourceLine } from './sourceLine';
import type { ChartTheme } from './theme';
import { fileStemOf, scopeOf, splitWord, subjectOf, subtitleOf } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { barStyle } from './trendSeries';
import { axisUnit } from './unit';

export type CompositionKind = 'donut' | 'treemap';

export interface CompositionInput extends RowsInput {
  kind: CompositionKind;
}

interface Drawing {
  parts: readonly Row[];
  /** Sum of the drawn parts: what shares are of. */
  sum: number;
  whole: Cell;
  input: CompositionInput;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** Share of the drawn parts in percent, one decimal; "<0.1%" never reads as nothing. */
function shareText(row: Row, sum: number, { language }: FigureContext): string {
  const share = sum > 0 ? (drawnValue(row.cell) ?? 0) / sum : 0;
  if (share > 0 && share < 0.0005) return '<0.1%';
  return formatChange(share, { language }).replace('+', '');
}

const colourOf = ({ key }: Row, { input, context, theme }: Drawing) =>
  seriesColour(key, input.split, context.areas, theme);

function tooltipOf(drawing: Drawing) {
  const { parts, sum, theme, frame, context } = drawing;
  return {
    ...tooltipStyle(theme, frame),
    trigger: 'item' as const,
    formatter: (hovered: unknown) => {
      const { dataIndex, name } = hovered as { dataIndex?: number; name?: string };
      const row = parts.find(({ key }) => key === name) ?? parts[dataIndex ?? -1];
      if (!row) return '';
      const extra = `${context.text.share} ${shareText(row, sum, context)}`;
      return tooltipHtml(
        row.name,
        [{ name: '', colour: colourOf(row, drawing), cell: row.cell, extra }],
        theme,
        context,
      );
    },
  };
}

/** Where ring and list stand: side by side in a wide frame, the list below in a tall one. */
function donutLayout({ parts, frame, context, sum }: Drawing) {
  const longest = (texts: string[], cap: number) => Math.min(cap, Math.max(1, ...texts.map(estimateEm)));
  const nameEm = longest(
    parts.map(({ name }) => name),
    frame.purpose === 'export' ? 12 : 9,
  );
  const valueEm = longest(
    parts.map(({ cell }) => cellText(cell, context, { style: 'compact', unit: false })),
    12,
  );
  const shareEm = longest(
    parts.map((row) => shareText(row, sum, context)),
    6,
  );
  const gapEm = 1;
  const listEm = 1.8 + nameEm + valueEm + shareEm + 2 * gapEm;
  const { widthPx, heightPx } = frame;
  const wide = widthPx > heightPx * 1.15;
  const rowsLimit = (wide ? heightPx : heightPx * 0.5) / Math.max(1, parts.length);
  const widthLimit = (wide ? widthPx * 0.58 : widthPx) / listEm;
  const fontPx = Math.max(8, Math.min(frame.fontPx, rowsLimit / 1.5, widthLimit));
  const rowPx = Math.min(fontPx * 2, rowsLimit);
  const listPx = { width: listEm * fontPx, height: rowPx * parts.length };
  const ring = wide
    ? { width: widthPx - listPx.width - fontPx, height: heightPx }
    : { width: widthPx, height: heightPx - listPx.height - fontPx };
  const outer = Math.max(10, Math.min(ring.width, ring.height) / 2 - 2);
  const gapPx = wide ? Math.max(fontPx, (widthPx - 2 * outer - listPx.width) / 3) : 0;
  return {
    fontPx,
    rowPx,
    columns: { name: nameEm * fontPx, value: valueEm * fontPx, share: shareEm * fontPx, gap: gapEm * fontPx },
    outer,
    centre: wide ? [gapPx + outer, heightPx / 2] : [widthPx / 2, outer + 2],
    list: wide
      ? { left: 2 * gapPx + 2 * outer, top: (heightPx - listPx.height) / 2 }
      : { left: Math.max(0, (widthPx - listPx.width) / 2), top: 2 * outer + fontPx },
    nameEm,
  };
}

/** The list beside the ring: name, number and share in columns, in the order of the ring. */
function donutList(drawing: Drawing, layout: ReturnType<typeof donutLayout>): LegendComponentOption {
  const { parts, sum, theme, context } = drawing;
  const { fontPx, rowPx, columns, list, nameEm } = layout;
  const byKey = new Map(parts.map((row) => [row.key, row]));
  const column = { fontFamily: theme.fontFamily, fontSize: fontPx, lineHeight: rowPx };
  const pad = [0, 0, 0, columns.gap];
  return {
    ...list,
    orient: 'vertical',
    padding: 0,
    itemGap: 0,
    itemWidth: fontPx * 0.9,
    itemHeight: fontPx * 0.9,
    icon: 'roundRect',
    selectedMode: false,
    formatter: (key) => {
      const row = byKey.get(key);
      if (!row) return '';
      const value = cellText(row.cell, context, { style: 'compact', unit: false });
      return `{name|${plain(truncateEm(row.name, nameEm))}}{value|${plain(value)}}{share|${plain(shareText(row, sum, context))}}`;
    },
    textStyle: {
      rich: {
        name: { ...column, color: theme.text, width: columns.name },
        value: {
          ...column,
          color: theme.text,
          fontWeight: 600,
          align: 'right',
          width: columns.value + columns.gap,
          padding: pad,
        },
        share: { ...column, color: theme.textMuted, align: 'right', width: columns.share + columns.gap, padding: pad },
      },
    },
    data: parts.map(({ key }) => ({ name: key })),
  };
}

/** Braces and bars would open ECharts' rich text. */
const plain = (text: string) => text.replace(/[{}|]/g, ' ');

function donutOption(drawing: Drawing): EChartsOption {
  const { parts, whole, theme, frame, context } = drawing;
  const layout = donutLayout(drawing);
  const total = cellText(whole, context, { style: 'compact' });
  const hole = layout.outer * 0.6;
  const totalPx = Math.min(frame.fontPx * 2, (hole * 1.75) / Math.max(1, estimateEm(total)));
  return {
    ...baseOption(theme, frame),
    legend: donutList(drawing, layout),
    tooltip: tooltipOf(drawing),
    series: [
      {
        type: 'pie',
        name: 'parts',
        radius: [hole, layout.outer],
        center: layout.centre,
        startAngle: 90,
        clockwise: true,
        label: {
          show: true,
          position: 'center',
          // Every slice would print it; one is enough.
          formatter: ({ dataIndex }) =>
            dataIndex === 0 ? `{total|${plain(total)}}\n{word|${plain(context.text.total)}}` : '',
          rich: {
            total: {
              fontFamily: theme.fontFamily,
              fontSize: totalPx,
              fontWeight: 600,
              color: theme.text,
              lineHeight: totalPx * 1.4,
            },
            word: { fontFamily: theme.fontFamily, fontSize: frame.fontPx * 0.9, color: theme.textMuted },
          },
        },
        emphasis: { scale: true, scaleSize: 4 },
        data: parts.map((row) => ({
          name: row.key,
          value: drawnValue(row.cell) ?? 0,
          itemStyle: {
            ...barStyle(row.cell, colourOf(row, drawing), drawing),
            borderColor: theme.surface,
            borderWidth: 2,
            borderType: 'solid' as const,
          },
        })),
      },
    ],
  };
}

function treemapOption(drawing: Drawing): EChartsOption {
  const { parts, sum, theme, frame, context } = drawing;
  return {
    ...baseOption(theme, frame),
    tooltip: tooltipOf(drawing),
    series: [
      {
        type: 'treemap',
        name: 'parts',
        left: 0,
        top: 0,
        right: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        sort: false,
        label: {
          show: true,
          fontFamily: theme.fontFamily,
          fontSize: frame.fontPx,
          lineHeight: frame.fontPx * 1.4,
          padding: frame.fontPx * 0.4,
          position: 'insideTopLeft',
          overflow: 'truncate',
        },
        itemStyle: { borderWidth: 0, gapWidth: 2, borderColor: theme.surface },
        data: parts.map((row) => {
          const style = barStyle(row.cell, colourOf(row, drawing), drawing);
          const value = cellText(row.cell, context, { style: 'compact', unit: false });
          return {
            name: row.key,
            value: drawnValue(row.cell) ?? 0,
            itemStyle: { color: style.color },
            label: {
              color: inkOn(style.color),
              formatter: `${plain(truncateEm(row.name, 12))}\n${plain(value)}  ${shareText(row, sum, context)}`,
            },
          };
        }),
      },
    ],
  };
}

/**
 * Parts of a whole at one time: a ring with a list of names, numbers and shares, or a treemap. Parts are in order of
 * size and keep their colours; shares are of the parts drawn. Values that cannot be a share (negative, a rate) are
 * named in the notes and not drawn. Input: a `series` answer asked with the same split.
 */
export function composition(input: CompositionInput, context: FigureContext): Figure {
  const { answer, split, bucket, kind } = input;
  const { text } = context;
  const rows = rowsOf(input, context);
  const divisible = answer.subject.kind !== 'rate';
  const parts = rows
    .filter(({ cell }) => divisible && (drawnValue(cell) ?? 0) > 0)
    .sort((a, b) => (drawnValue(b.cell) ?? 0) - (drawnValue(a.cell) ?? 0));
  const negative = rows.filter(({ cell }) => (drawnValue(cell) ?? 0) < 0).map(({ name }) => name);
  const sum = parts.reduce((total, { cell }) => total + (drawnValue(cell) ?? 0), 0);
  const whole = wholeOf(input);
  return {
    id: `composition:${kind}:${answer.subject.code}:${split}`,
    title: text.compositionTitle(scopeOf(context), subjectOf(answer, context)),
    subtitle: [subtitleOf(answer, context, { bucket, total: true }), splitWord(split, context)].join(' · '),
    unit: axisUnit(answer, 0, context),
    notes: [
      ...(divisible ? [] : [text.reason['rate-not-additive']]),
      ...(negative.length > 0 ? [text.noteNegative(shortList(negative, 4, text))] : []),
      ...composeNotes({ answer, split, shown: rows, inTime: false, whole }, context),
    ],
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    option: (theme, frame) => {
      const drawing = { parts, sum, whole, input, theme, frame, context };
      return kind === 'donut' ? donutOption(drawing) : treemapOption(drawing);
    },
    table: rowsTable(rows, input, context, {
      column: text.share,
      text: (row) => {
        const part = parts.includes(row);
        return {
          text: part ? shareText(row, sum, context) : '',
          value: part ? (drawnValue(row.cell) ?? 0) / sum : null,
        };
      },
    }),
    addressOf: (_seriesIndex, dataIndex) => rowAddress(parts[kind === 'treemap' ? dataIndex - 1 : dataIndex], input),
    empty: parts.length === 0,
    group: 'parts',
    fileStem: fileStemOf(answer, context, { what: text.composition, bucket, total: true }),
  };
}
