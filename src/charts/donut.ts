import type { EChartsOption, LegendComponentOption, PieSeriesOption } from 'echarts';
import { baseOption } from './baseOption';
import { cellText, drawnValue } from './cell';
import { distinctLabels, estimateEm } from './measureText';
import { colourOf, plain, shareText, tooltipOf, type PartsDrawing } from './partsDrawing';

/** Where ring and list stand: side by side in a wide frame, the list below in a tall one. */
function donutLayout({ parts, frame, context, sum }: PartsDrawing) {
  const longest = (texts: string[], cap: number) => Math.min(cap, Math.max(1, ...texts.map(estimateEm)));
  const names = distinctLabels(
    parts.map(({ name }) => name),
    frame.purpose === 'export' ? 12 : 9,
  );
  const nameEm = longest(names, 12);
  const valueEm = longest(
    parts.map(({ cell }) => cellText(cell, context, { style: 'compact', unit: false })),
    12,
  );
  const shareEm = longest(
    parts.map((row) => shareText(row, sum, context)),
    6,
  );
  const gapEm = 1;
  const listEm = 2 + nameEm + valueEm + shareEm + 2 * gapEm;
  const { widthPx, heightPx } = frame;
  const wide = widthPx > heightPx * 1.15;
  const rowsLimit = (wide ? heightPx : heightPx * (parts.length > 12 ? 0.66 : 0.5)) / Math.max(1, parts.length);
  const widthLimit = (wide ? widthPx * 0.58 : widthPx) / listEm;
  const fontPx = Math.max(8, Math.min(frame.fontPx, rowsLimit / 1.5, widthLimit));
  const rowPx = Math.min(fontPx * 2, rowsLimit);
  const listPx = { width: listEm * fontPx, height: rowPx * parts.length };
  const ring = wide
    ? { width: widthPx - listPx.width - 3 * fontPx, height: heightPx }
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
    names,
  };
}

/** The list beside the ring: name, number and share in columns, in the order of the ring. */
function donutList(drawing: PartsDrawing, layout: ReturnType<typeof donutLayout>): LegendComponentOption {
  const { parts, sum, theme, context } = drawing;
  const { fontPx, rowPx, columns, list, names } = layout;
  const column = { fontFamily: theme.fontFamily, fontSize: fontPx, lineHeight: fontPx * 1.2 };
  const pad = [0, 0, 0, columns.gap];
  return {
    ...list,
    orient: 'vertical',
    padding: 0,
    itemGap: rowPx - fontPx * 1.2,
    itemWidth: fontPx * 0.9,
    itemHeight: fontPx * 0.9,
    icon: 'roundRect',
    selectedMode: false,
    formatter: (key) => {
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
          align: 'right',
          width: columns.value,
          padding: pad,
        },
        share: { ...column, color: theme.textMuted, align: 'right', width: columns.share, padding: pad },
      },
    },
    data: parts.map(({ key }) => ({ name: key })),
  };
}

function ring(drawing: PartsDrawing, layout: ReturnType<typeof donutLayout>): PieSeriesOption {
  const { parts, whole, theme, frame, context } = drawing;
  const total = cellText(whole, context, { style: 'compact' });
  const hole = layout.outer * 0.6;
  const totalPx = Math.min(frame.fontPx * 2, (hole * 1.75) / Math.max(1, estimateEm(total)));
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
    legend: donutList(drawing, layout),
    tooltip: tooltipOf(drawing),
    series: [ring(drawing, layout)],
  };
}
