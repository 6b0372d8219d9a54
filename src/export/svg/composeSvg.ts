import type { Box, Scene, TextBlock } from '../scene';
import { escapeXml, middleEm } from './plainSvg';

export interface Composition {
  scene: Scene;
  /** Content of the chart's `<g>`. */
  chart: string;
  fontFamily: string;
  /** Read by screen readers and file managers. */
  title: string;
  description: string;
}

/** Browsers alone would set neighbouring full-width marks closer; so lines are as long in every program. */
const fullWidthMarks = 'text-spacing-trim:space-all';

const number = (value: number) => String(Math.round(value * 100) / 100);

function boxSvg({ x, y, widthPx, heightPx, fill, stroke }: Box): string {
  // An outline stands in the middle of its pixels, so that it is one pixel and not two halves.
  const at = stroke === undefined ? 0 : 0.5;
  const place = `x="${number(x + at)}" y="${number(y + at)}" width="${number(widthPx)}" height="${number(heightPx)}"`;
  return `<rect ${place} fill="${fill ?? 'none'}"${stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1"`}/>`;
}

function textSvg({ lines, x, y, align, fontPx, lineHeightPx, weight, colour, role }: TextBlock): string {
  const anchor = align === 'right' ? ' text-anchor="end"' : '';
  return lines
    .map((line, i) => {
      const baseline = y + i * lineHeightPx + fontPx * middleEm;
      const place = `x="${number(x)}" y="${number(baseline)}"${anchor}`;
      const style = `font-size="${number(fontPx)}" font-weight="${String(weight)}" fill="${colour}"`;
      return `<text data-role="${role}" ${place} ${style}>${escapeXml(line)}</text>`;
    })
    .join('');
}

/**
 * A whole picture as one SVG document: ground, bands, chart, hairline, words. `zoom` multiplies its size, not its
 * coordinates. No script, style sheet or outer reference; text stays text.
 */
export function composeSvg({ scene, chart, fontFamily, title, description }: Composition, zoom = 1): string {
  const { widthPx, heightPx, background } = scene;
  const size = `width="${String(widthPx * zoom)}" height="${String(heightPx * zoom)}"`;
  const ground =
    background === null ? '' : `<rect width="${String(widthPx)}" height="${String(heightPx)}" fill="${background}"/>`;
  const place = `translate(${number(scene.chart.x)} ${number(scene.chart.y)})`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} `,
    `viewBox="0 0 ${String(widthPx)} ${String(heightPx)}" font-family="${fontFamily}" style="${fullWidthMarks}" xml:lang="zh-CN">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ground,
    ...scene.boxes.map(boxSvg),
    `<g transform="${place}">${chart}</g>`,
    ...scene.texts.map(textSvg),
    '</svg>\n',
  ].join('');
}
