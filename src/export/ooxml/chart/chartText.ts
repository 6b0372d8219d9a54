import { escapeXml } from '../../svg/plainSvg';
import { tag, solid } from '../xml';

/** The fonts of the deck's theme, East Asian text named on its own so that no program chooses for it. */
export const themeFonts = [
  tag('a:latin', { typeface: '+mn-lt' }),
  tag('a:ea', { typeface: '+mn-ea' }),
  tag('a:cs', { typeface: '+mn-cs' }),
].join('');

/** Size and colour of a text in a chart; `sizePt` in points. */
export interface ChartType {
  sizePt: number;
  colour: string;
  lang: string;
}

const attributes = ({ sizePt }: ChartType) => ({ sz: Math.round(sizePt * 100), b: 0 });

/** Type of axes, labels and legends; `degrees` that it leans. */
export function chartTextProperties(type: ChartType, degrees = 0): string {
  const properties = tag('a:defRPr', attributes(type), solid(type.colour), themeFonts);
  return tag(
    'c:txPr',
    {},
    tag('a:bodyPr', degrees === 0 ? {} : { rot: degrees * 60_000, vert: 'horz' }),
    tag('a:lstStyle'),
    tag('a:p', {}, tag('a:pPr', {}, properties), tag('a:endParaRPr', { lang: type.lang })),
  );
}

/** Upright words of an axis title. */
export function chartRichText(words: string, type: ChartType): string {
  const properties = tag('a:defRPr', attributes(type), solid(type.colour), themeFonts);
  const run = tag(
    'a:r',
    {},
    tag('a:rPr', { lang: type.lang, ...attributes(type) }, solid(type.colour), themeFonts),
    tag('a:t', {}, escapeXml(words)),
  );
  return tag(
    'c:rich',
    {},
    tag('a:bodyPr', { rot: 0, vert: 'horz' }),
    tag('a:lstStyle'),
    tag('a:p', {}, tag('a:pPr', {}, properties), run),
  );
}
