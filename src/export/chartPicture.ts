import type { Figure, Frame } from '../charts/figure';
import type { ChartTheme } from '../charts/theme';
import { goOn } from './picture';
import { rasterise, toPng } from './raster';
import { chartSvg } from './svg/chartSvg';
import { composeSvg } from './svg/composeSvg';
import { requireChineseFont } from './fonts';

/** How much finer than its place on the page a picture in a document is. */
const zoom = 2;

/** A picture inside a document, its size in CSS pixels of its place. */
export interface ChartPicture {
  png: Uint8Array;
  widthPx: number;
  heightPx: number;
}

/**
 * The chart of a figure without its words, for documents that print those as text. Output: a PNG without a ground, twice
 * as fine as its frame. Throws AppError `font-missing`, `export-failed`, `cancelled`.
 */
export async function chartPicture(
  figure: Figure,
  theme: ChartTheme,
  frame: Omit<Frame, 'purpose'>,
  signal?: AbortSignal,
): Promise<ChartPicture> {
  const { widthPx, heightPx, fontPx } = frame;
  await requireChineseFont(theme.fontFamily);
  const chart = await chartSvg(figure, theme, frame, { idPrefix: 'c', haloes: 'separate' });
  goOn(signal);
  const place = { x: 0, y: 0, widthPx, heightPx, fontPx };
  const scene = { widthPx, heightPx, background: null, marginPx: 0, boxes: [], texts: [], chart: place };
  const { fontFamily } = theme;
  const svg = composeSvg({ scene, chart, fontFamily, title: figure.title, description: figure.subtitle }, zoom);
  const canvas = await rasterise(svg, widthPx * zoom, heightPx * zoom);
  goOn(signal);
  const blob = await toPng(canvas);
  return { png: new Uint8Array(await blob.arrayBuffer()), widthPx, heightPx };
}
