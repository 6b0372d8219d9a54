import type { GridComponentOption } from 'echarts';
import type { Frame } from './figure';

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below a size; 1 for nothing. */
export function niceCeiling(size: number): number {
  if (!Number.isFinite(size) || size <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= size) ?? 10;
  return step * power;
}

/** Widths of a panel in letters: the first where there is room, the others in a low frame. */
const panelEms = [12, 9, 7];
/** Type of panels beside that of the frame; the largest at which every panel has some height. */
const typeShares = [1, 0.85, 0.7, 0.6, 0.5];
const headEm = 2.2;
const footEm = 1.8;
const leftEm = 3.6;
const leastHeightEm = 2;
/** Height of a plot that shows a course, not merely that there is one. */
const comfortableHeightEm = 4;

/** Columns that make panels about twice as wide as high, none narrower than some letters. */
function columnsFor(count: number, widthPx: number, heightPx: number, leastPx: number): number {
  const most = Math.max(1, Math.floor(widthPx / leastPx));
  const square = Math.round(Math.sqrt((count * widthPx) / (Math.max(1, heightPx) * 2)));
  return Math.max(1, Math.min(count, most, square));
}

/** Height of a panel's plot where so many stand in a row. */
const heightOf = (rows: number, roomPx: number, fontPx: number) => (roomPx - footEm * fontPx) / rows - headEm * fontPx;

/** Columns and type that leave every panel a height; the smallest type where none does. */
function fitPanels(count: number, frame: Frame, roomPx: number): { columns: number; fontPx: number } {
  let last = { columns: 1, fontPx: frame.fontPx };
  const trials = [
    { share: 1, leastEm: comfortableHeightEm },
    ...typeShares.map((share) => ({ share, leastEm: leastHeightEm })),
  ];
  for (const { share, leastEm } of trials) {
    const fontPx = frame.fontPx * share;
    for (const em of panelEms) {
      const widthPx = frame.widthPx - leftEm * fontPx;
      const low = em === panelEms[0] ? roomPx : roomPx / 4;
      last = { columns: columnsFor(count, widthPx, low, fontPx * em), fontPx };
      if (heightOf(Math.ceil(count / last.columns), roomPx, fontPx) >= leastEm * fontPx) return last;
    }
  }
  return last;
}

/**
 * Lays panels out in rows below a legend. Output: how many stand in a row, their type and width in pixels, and a grid for
 * each, with room for its name above, the times below and, left of all, the values.
 */
export function gridOf(
  count: number,
  frame: Frame,
  topPx: number,
): { columns: number; fontPx: number; widthPx: number; grids: GridComponentOption[] } {
  if (count === 0) return { columns: 1, fontPx: frame.fontPx, widthPx: frame.widthPx, grids: [] };
  const roomPx = frame.heightPx - topPx;
  const { columns, fontPx } = fitPanels(count, frame, roomPx);
  const rows = Math.ceil(count / columns);
  const leftPx = leftEm * fontPx;
  const gapPx = fontPx * 1.4;
  const widthPx = (frame.widthPx - leftPx - gapPx * columns) / columns;
  const headPx = headEm * fontPx;
  const heightEach = Math.max(fontPx, heightOf(rows, roomPx, fontPx));
  const grids = Array.from({ length: count }, (_, i) => ({
    left: leftPx + (i % columns) * (widthPx + gapPx),
    top: topPx + Math.floor(i / columns) * (heightEach + headPx) + headPx,
    width: widthPx,
    height: heightEach,
    outerBoundsMode: 'none' as const,
  }));
  return { columns, fontPx, widthPx, grids };
}
