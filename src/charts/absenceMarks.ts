import type { CustomSeriesOption } from 'echarts';
import type { CellState } from '../statistics/query';
import { hatch, hatchSwatch } from './baseOption';
import type { Frame } from './figure';
import { estimateEm } from './measureText';
import type { ChartTheme } from './theme';

type Absence = Exclude<CellState, 'value'>;

/** Consecutive buckets in the same absence, by index, both ends included. */
export interface AbsentRun {
  first: number;
  last: number;
  state: Absence;
}

/** Joins neighbours of the same absence into runs. */
export function absentRuns(states: readonly CellState[]): AbsentRun[] {
  const runs: AbsentRun[] = [];
  states.forEach((state, i) => {
    if (state === 'value') return;
    const last = runs.at(-1);
    if (last?.state === state && last.last === i - 1) last.last = i;
    else runs.push({ first: i, last: i, state });
  });
  return runs;
}

/** A rectangle in pixels. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface MarkStyle {
  theme: ChartTheme;
  frame: Frame;
  /** The word 未报 in the language of the figure. */
  word: string;
}

/** A hatched patch: there is no report. `small` hatches closely enough for the size of a word. */
export const unreportedPatch = (box: Box, { theme, frame }: MarkStyle, small: boolean) => ({
  type: 'rect' as const,
  shape: box,
  style: { fill: theme.noData, decal: (small ? hatchSwatch : hatch)(theme.unreported, frame.fontPx) },
});

/** Outline of a cross in a box of 10 by 10: unlike the hollow ring of an approximate point, also when small. */
export const crossPath = 'M0 1.6L1.6 0L5 3.4L8.4 0L10 1.6L6.6 5L10 8.4L8.4 10L5 6.6L1.6 10L0 8.4L3.4 5Z';

/** A cross: there are reports, and they do not name the number. */
export const unmentionedCross = (x: number, y: number, radius: number, { theme }: MarkStyle) => ({
  type: 'path' as const,
  shape: { pathData: crossPath, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
  style: { fill: theme.unmentioned },
});

/** The mark of an absence inside a small box; none for a value that cannot be formed. */
export function absenceMark(state: CellState, box: Box, style: MarkStyle) {
  if (state === 'unreported') return unreportedPatch(box, style, true);
  if (state === 'value') return null;
  return unmentionedCross(box.x + box.width / 2, box.y + box.height / 2, box.height * 0.42, style);
}

const bandWord = (box: Box, { theme, frame, word }: MarkStyle) => ({
  type: 'text' as const,
  style: {
    text: word,
    x: box.x + box.width / 2,
    y: box.y + box.height - frame.fontPx * 1.2,
    align: 'center' as const,
    verticalAlign: 'middle' as const,
    fill: theme.textMuted,
    fontSize: frame.fontPx,
    fontFamily: theme.fontFamily,
    backgroundColor: theme.surface,
    borderRadius: frame.fontPx / 4,
    padding: [frame.fontPx * 0.15, frame.fontPx * 0.35],
  },
});

/** What a drawn mark never does: react, appear in tooltips, be a series of its own. */
const inert = { type: 'custom', silent: true, tooltip: { show: false }, encode: { x: 0, y: 1 } } as const;

/**
 * Draws whole absent buckets of a time axis: 未报 as a hatched band over the whole height, named where there is room,
 * 未提及 as crosses on the axis. A zero is a point or bar of its own and is never drawn so.
 */
export function absenceBands(runs: readonly AbsentRun[], bucketCount: number, style: MarkStyle): CustomSeriesOption {
  const { fontPx } = style.frame;
  const wordPx = (estimateEm(style.word) + 1.2) * fontPx;
  return {
    ...inert,
    name: '#bands',
    z: 0,
    data: runs.map(({ first }) => [first, 0]),
    renderItem: (params) => {
      const run = runs[params.dataIndex];
      const area = params.coordSys as unknown as Box;
      const bandPx = area.width / Math.max(1, bucketCount);
      if (!run) return null;
      const length = run.last - run.first + 1;
      const left = area.x + run.first * bandPx;
      if (run.state === 'unreported') {
        const box = { x: left, y: area.y, width: length * bandPx, height: area.height };
        const patch = unreportedPatch(box, style, false);
        return { type: 'group', children: box.width > wordPx ? [patch, bandWord(box, style)] : [patch] };
      }
      const radius = Math.min(fontPx * 0.3, bandPx * 0.35);
      const cross = (_: unknown, i: number) =>
        unmentionedCross(left + (i + 0.5) * bandPx, area.y + area.height, radius, style);
      return { type: 'group', children: Array.from({ length }, cross) };
    },
  };
}

/** One absent bar of a group: which bucket, which place in the group. */
export interface AbsentBar {
  bucket: number;
  bar: number;
  state: Absence;
}

/** How bars share a bucket; the same numbers lay out the bars and the stubs of absent ones. */
export interface BarLayout {
  count: number;
  barMaxWidth: number;
  barGap: string;
  barCategoryGap: string;
}

/** Draws absent bars within a group that has others: a hatched stub or a cross where the bar would stand. */
export function absentBars(bars: readonly AbsentBar[], layout: BarLayout, style: MarkStyle): CustomSeriesOption {
  const stubPx = style.frame.fontPx * 0.8;
  return {
    ...inert,
    name: '#stubs',
    z: 3,
    data: bars.map(({ bucket }) => [bucket, 0]),
    renderItem: (params, api) => {
      const absent = bars[params.dataIndex];
      const slots = api.barLayout(layout) as { offsetCenter: number; width: number }[] | null | undefined;
      const slot = absent && slots?.[absent.bar];
      if (!slot) return null;
      const [x = 0, y = 0] = api.coord([absent.bucket, 0]);
      const centre = x + slot.offsetCenter;
      if (absent.state === 'unmentioned')
        return unmentionedCross(centre, y, Math.min(style.frame.fontPx * 0.3, slot.width * 0.4), style);
      return unreportedPatch(
        { x: centre - slot.width / 2, y: y - stubPx, width: slot.width, height: stubPx },
        style,
        true,
      );
    },
  };
}
