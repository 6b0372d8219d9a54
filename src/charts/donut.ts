import type { EChartsOption, LegendComponentOption, PieSeriesOption } from 'echarts';
import { baseOption } from './baseOption';
import { cellText, drawnValue } from './cell';
import { distinctLabels, estimateEm } from './measureText';
import { colourOf, plain, shareText, tooltipOf, type PartsDrawing } from './partsDrawing';

/** Longest name in the list, in em. */
const longestName = 13;

/** Columns of the list in em, as wide as their longest entries. */
function columnsOf({ parts, context, sum }: PartsDrawing) {
  const longest = (texts: string[], cap: number) => Math.min(cap, Math.max(1, ...texts.map(estimateEm)));
  const names = distinctLabels(
    parts.map(({ name }) => name),
    longestName,
  );
  const values = parts.map(({ cell }) => cellText(cell, context, { style: 'compact', unit: false }));
  const shares = parts.map((row) => shareText(row, sum, context));
  const em = { name: longest(names, longestName), value: longest(values, 12), share: longest(shares, 6), gap: 1 };
  return { names, em, listEm: 2 + em.name + em.value + em.share + 2 * em.gap };
}

interface Arrangement {
  /** The list stands beside the ring, not below it. */
  beside: boolean;
  /** Columns that the list is broken into. */
  lists: number;
}

/** Type below which a list is broken into more columns, beside that of its chart. */
const wantedShare = 0.7;

/** Room between two columns of the list, in em. */
const betweenEm = 2;

/** Ring and list side by side, or the list below; `outer` is the radius that this leaves the ring. */
function arrange(drawing: PartsDrawing, columns: ReturnType<typeof columnsOf>, { beside, lists }: Arrangement) {
  const { parts, frame } = drawing;
  const { widthPx, heightPx } = frame;
  const { names, em, listEm } = columns;
  const rows = Math.ceil(parts.length / lists);
  const allEm = listEm * lists + betweenEm * (lists - 1);
  const listRoom = beside ? heightPx : heightPx * (rows > 12 ? 0.66 : 0.5);
  const rowsLimit = listRoom / Math.max(1, rows);
  const widthLimit = (beside ? widthPx * (lists === 1 ? 0.58 : 0.7) : widthPx) / allEm;
  const fontPx = Math.max(6, Math.min(frame.fontPx, rowsLimit / 1.5, widthLimit));
  const rowPx = Math.min(fontPx * 2, rowsLimit);
  const list = { width: allEm * fontPx, height: rowPx * rows };
  const room = beside
    ? Math.min(widthPx - list.width - 3 * fontPx, heightPx)
    : Math.min(widthPx, heightPx - list.height - fontPx);
  const outer = Math.max(10, room / 2 - 2);
  const gapPx = Math.max(fontPx, (widthPx - 2 * outer - list.width) / 3);
  return {
    names,
    fontPx,
    rowPx,
    rows,
    /** From the left of one column of the list to that of the next. */
    stepPx: (listEm + betweenEm) * fontPx,
    columns: { name: em.name * fontPx, value: em.value * fontPx, share: em.share * fontPx, gap: em.gap * fontPx },
    outer,
    centre: beside ? [gapPx + outer, heightPx / 2] : [widthPx / 2, outer + 2],
    list: beside
      ? { left: 2 * gapPx + 2 * outer, top: (heightPx - list.height) / 2 }
      : { left: Math.max(0, (widthPx - list.width) / 2), top: 2 * outer + fontPx },
  };
}

/** With the fewest columns whose type is read, else with the largest type, the arrangement that leaves the ring most room. */
function donutLayout(drawing: PartsDrawing) {
  const columns = columnsOf(drawing);
  const wantedPx = drawing.frame.fontPx * wantedShare;
  const all = [1, 2, 3].flatMap((lists) =>
    [true, false].map((beside) => ({ lists, ...arrange(drawing, columns, { beside, lists }) })),
  );
  const largest = Math.max(...all.map(({ fontPx }) => fontPx));
  const read = all.filter(({ fontPx }) => fontPx >= Math.min(wantedPx, largest));
  const fewest = Math.min(...read.map(({ lists }) => lists));
  const [first, ...others] = read.filter(({ lists }) => lists === fewest);
  return others.reduce(
    (best, one) => (one.outer > best.outer ? one : best),
    first ?? { lists: 1, ...arrange(drawing, columns, { beside: true, lists: 1 }) },
  );
}

/** The list beside the ring: name, number and share in columns, in the order of the ring. */
function donutLists(drawing: PartsDrawing, layout: ReturnType<typeof donutLayout>): LegendComponentOption[] {
  const { parts, sum, theme, context } = drawing;
  const { fontPx, rowPx, columns, list, names, rows, stepPx } = layout;
  const column = { fontFamily: theme.fontFamily, fontSize: fontPx, lineHeight: fontPx * 1.2 };
  const pad = [0, 0, 0, columns.gap];
  const common = {
    orient: 'vertical' as const,
    padding: 0,
    itemGap: rowPx - fontPx * 1.2,
    itemWidth: fontPx * 0.9,
    itemHeight: fontPx * 0.9,
    icon: 'roundRect',
    selectedMode: false,
    formatter: (key: string) => {
      const at = parts.findIndex((part) => part.key === key);
      const row = parts[at];
      if (!row) return '';
      const value = cellText(row.cell, context, { style: 'compact', unit: false });
      return `{name|${plain(names[at] ?? '')}}{value|${plain(value)}}{share|${plain(shareText(row, sum, context))}}`;
    },
    textStyle: {
      rich: {
        name: { ...column, color: theme.text, width: columns.name, padding: [0, 0, 0, fontPx * 0.2] },
        value: {
          ...column,
          color: theme.text,
          fontWeight: 600,
          align: 'right' as const,
          width: columns.value,
          padding: pad,
        },
        share: { ...column, color: theme.textMuted, align: 'right' as const, width: columns.share, padding: pad },
      },
    },
  };
  return Array.from({ length: Math.max(1, Math.ceil(parts.length / rows)) }, (_, i) => ({
    ...common,
    left: list.left + i * stepPx,
    top: list.top,
    data: parts.slice(i * rows, (i + 1) * rows).map(({ key }) => ({ name: key })),
  }));
}

function ring(drawing: PartsDrawing, layout: ReturnType<typeof donutLayout>): PieSeriesOption {
  const { parts, whole, theme, frame, context } = drawing;
  const hole = layout.outer * 0.6;
  const sizeOf = (text: string) => Math.min(frame.fontPx * 2, (hole * 1.75) / Math.max(1, estimateEm(text)));
  const [long, bare] = [true, false].map((unit) => cellText(whole, context, { style: 'compact', unit })) as [
    string,
    string,
  ];
  // The unit stands above the chart too; small type would save the wrong one.
  const total = sizeOf(long) < frame.fontPx ? bare : long;
  const totalPx = sizeOf(total);
  return {
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
        color: colourOf(row, drawing),
        borderColor: theme.surface,
        borderWidth: 2,
      },
    })),
  };
}

/** A ring with the whole in its middle, and beside or below it a list of its parts. */
export function donutOption(drawing: PartsDrawing): EChartsOption {
  const { theme, frame } = drawing;
  const layout = donutLayout(drawing);
  return {
    ...baseOption(theme, frame),
    legend: donutLists(drawing, layout),
    tooltip: tooltipOf(drawing),
    series: [ring(drawing, layout)],
  };
}
