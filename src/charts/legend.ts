import type { LegendComponentOption } from 'echarts';
import type { Frame } from './figure';
import { distinctLabels, estimateEm } from './measureText';
import type { ChartTheme } from './theme';

export interface LegendItem {
  /** Name of the series that it switches; unique. */
  series: string;
  label: string;
  icon?: string;
  itemStyle?: object;
  lineStyle?: object;
}

export interface Legend {
  option: LegendComponentOption[];
  heightPx: number;
}

const iconEm = 1.5;
const iconGapEm = 0.5;
const itemGapEm = 1.4;

/** Breaks labels into rows that fit a width in em. */
function rowsOf(items: readonly LegendItem[], widthEm: number, labelEm: number): LegendItem[][] {
  const rows: LegendItem[][] = [];
  let left = 0;
  for (const item of items) {
    const width = iconEm + iconGapEm + Math.min(labelEm, estimateEm(item.label)) + itemGapEm;
    const row = rows.at(-1);
    if (row && width <= left) row.push(item);
    else {
      rows.push([item]);
      left = widthEm + itemGapEm;
    }
    left -= width;
  }
  return rows;
}

/** Type of a legend beside that of its chart; a low picture, which cannot scroll, takes the largest that fits. */
const exportShares = [1, 0.85, 0.7, 0.6];
/** How much of the height of a low picture its legend may take. */
const exportHeightShare = 0.32;

/** The largest type and the widest labels that keep to the rows a frame has for its legend. */
function fit(items: readonly LegendItem[], frame: Frame): { fontPx: number; rowLimit: number; cap: number } {
  const screen = frame.purpose === 'screen';
  const caps = screen ? [14, 10] : [16, 12, 9, 7];
  const least = { fontPx: frame.fontPx, rowLimit: screen ? 3 : 5, cap: caps.at(-1) ?? 7 };
  for (const share of screen ? [1] : exportShares) {
    const fontPx = frame.fontPx * share;
    least.fontPx = fontPx;
    const high = Math.max(1, Math.floor((frame.heightPx * exportHeightShare) / (fontPx * 1.75)));
    const rowLimit = screen ? 3 : Math.min(5, high);
    const cap = caps.find((known) => rowsOf(items, frame.widthPx / fontPx, known).length <= rowLimit);
    if (cap !== undefined) return { fontPx, rowLimit, cap };
  }
  return least;
}

/** One row of a legend. */
function rowAt(
  row: readonly LegendItem[],
  topPx: number,
  look: { theme: ChartTheme; frame: Frame; fontPx: number; labels: ReadonlyMap<string, string> },
): LegendComponentOption {
  const { theme, frame, fontPx, labels } = look;
  return {
    left: 0,
    top: topPx,
    // Broken by ECharts, a row that is a little wider than estimated would stand in the next one.
    width: frame.widthPx * 1.5,
    padding: 0,
    itemGap: itemGapEm * fontPx,
    itemWidth: iconEm * fontPx,
    itemHeight: 0.75 * fontPx,
    selectedMode: false,
    inactiveColor: theme.unreported,
    textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: fontPx, padding: [0, 0, 0, 2] },
    formatter: (name) => labels.get(name) ?? name,
    data: row.map(({ series, icon, itemStyle, lineStyle }) => ({
      name: series,
      ...(icon === undefined ? {} : { icon }),
      ...(itemStyle === undefined ? {} : { itemStyle }),
      ...(lineStyle === undefined ? {} : { lineStyle }),
    })),
  };
}

/** Lays a legend out as a column at the left of a low chart. Output: components and the width they take, in pixels. */
export function layOutLegendColumn(
  items: readonly LegendItem[],
  theme: ChartTheme,
  frame: Frame,
): { option: LegendComponentOption[]; widthPx: number } {
  if (items.length === 0) return { option: [], widthPx: 0 };
  const fontPx = Math.min(frame.fontPx, frame.heightPx / items.length / 1.5);
  const rowPx = Math.min(fontPx * 1.75, frame.heightPx / items.length);
  const labels = new Map(items.map(({ series, label }) => [series, label]));
  const longest = Math.max(...items.map(({ label }) => estimateEm(label)));
  return {
    option: items.map((item, i) => rowAt([item], i * rowPx, { theme, frame, fontPx, labels })),
    widthPx: (iconEm + iconGapEm + longest) * fontPx,
  };
}

/**
 * Lays a legend out in rows at the top of a chart: one component a row, so that what is reserved is what is drawn.
 * Labels shorten until at most five rows are needed; on a screen until three, and what needs more scrolls.
 * Output: components and the height they take, in pixels; nothing for no items.
 */
export function layOutLegend(
  items: readonly LegendItem[],
  theme: ChartTheme,
  frame: Frame,
  options: { selectable: boolean },
): Legend {
  if (items.length === 0) return { option: [], heightPx: 0 };
  const screen = frame.purpose === 'screen';
  const { fontPx, rowLimit, cap: fitting } = fit(items, frame);
  const rows = rowsOf(items, frame.widthPx / fontPx, fitting);
  const short = distinctLabels(
    items.map(({ label }) => label),
    fitting,
  );
  const labels = new Map(items.map(({ series }, i) => [series, short[i] ?? '']));
  const rowPx = Math.round(fontPx * 1.75);
  const component = (row: readonly LegendItem[], topPx: number): LegendComponentOption => ({
    ...rowAt(row, topPx, { theme, frame, fontPx, labels }),
    selectedMode: options.selectable && screen,
  });
  if (screen && rows.length > rowLimit) {
    const pager = { pageTextStyle: { color: theme.textMuted }, pageIconColor: theme.textMuted, pageIconSize: fontPx };
    const all = component(items, 0);
    // The pager stands at the end of the width; the lines are as high as their type, which would cut what hangs below.
    const textStyle = { ...all.textStyle, lineHeight: rowPx };
    const scrolling = { ...all, ...pager, textStyle, type: 'scroll' as const, width: frame.widthPx, animation: false };
    return {
      option: [scrolling],
      heightPx: rowPx,
    };
  }
  return { option: rows.map((row, i) => component(row, i * rowPx)), heightPx: rows.length * rowPx };
}
