import type { GridComponentOption } from 'echarts';
import type { Frame } from './figure';

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below a size; 1 for nothing. */
export function niceCeiling(size: number): number {
  if (!Number.isFinite(size) || size <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= size) ?? 10;
  return step * power;
}

/** Columns that make panels about twice as wide as high, none narrower than twelve letters. */
function columnsFor(count: number, widthPx: number, heightPx: number, fontPx: number): number {
  const most = Math.max(1, Math.floor(widthPx / (fontPx * 12)));
  const square = Math.round(Math.sqrt((count * widthPx) / (Math.max(1, heightPx) * 2)));
  return Math.max(1, Math.min(count, most, square));
}

/**
 * Lays panels out in rows below a legend. Output: how many stand in a row, and a grid for each in pixels, with room for
 * its name above, the times below and, left of all, the values.
 */
export function gridOf(
  count: number,
  { widthPx, heightPx, fontPx }: Frame,
  topPx: number,
): { columns: number; grids: GridComponentOption[] } {
  if (count === 0) return { columns: 1, grids: [] };
  const leftPx = fontPx * 3.6;
  const columns = columnsFor(count, widthPx - leftPx, heightPx - topPx, fontPx);
  const rows = Math.ceil(count / columns);
  const gapPx = fontPx * 1.4;
  const widthEach = (widthPx - leftPx - gapPx * columns) / columns;
  const headPx = fontPx * 2.2;
  const footPx = fontPx * 1.8;
  const heightEach = Math.max(fontPx * 2, (heightPx - topPx - footPx) / rows - headPx);
  const grids = Array.from({ length: count }, (_, i) => ({
    left: leftPx + (i % columns) * (widthEach + gapPx),
    top: topPx + Math.floor(i / columns) * (heightEach + headPx) + headPx,
    width: widthEach,
    height: heightEach,
    outerBoundsMode: 'none' as const,
  }));
  return { columns, grids };
}
