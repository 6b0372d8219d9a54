import { estimateEm } from '../../charts/measureText';
import { chartTheme } from '../../charts/theme';
import { solid, tag } from '../ooxml/xml';
import { escapeXml } from '../svg/plainSvg';
import { themeFonts } from '../ooxml/chart/chartText';
import type { ExportOptions } from '../exportOptions';
import { box } from './shapes';

const sizePx = 28;

/** Width that 模拟数据 takes in its frame, in pixels of the slide. */
export const markPx = (mark: string) => Math.ceil(estimateEm(mark) * sizePx) + 28;

/** 模拟数据 in a red frame in the upper right corner. */
export function markBox(mark: string, { text, theme }: ExportOptions): (id: number) => string {
  const { rise } = chartTheme(theme);
  const widthPx = markPx(mark);
  const run = tag('a:rPr', { lang: text.documents.lang, sz: sizePx * 50, b: 1 }, solid(rise), themeFonts);
  const words = tag('a:r', {}, run, tag('a:t', {}, escapeXml(mark)));
  const place = { x: 1920 - 96 - widthPx, y: 68, widthPx, heightPx: 48 };
  return (id) =>
    box(id, 'Mark', place, { stroke: rise, paragraphs: tag('a:p', {}, tag('a:pPr', { algn: 'ctr' }), words) });
}
