import { escapeXml } from '../svg/plainSvg';
import { tag, val } from '../ooxml/xml';
import { themeFonts } from '../ooxml/chart/chartText';

/** Colours of the deck's theme. */
export type SchemeColour = 'tx1' | 'tx2' | 'bg1' | 'accent1' | 'accent2';

export interface RunStyle {
  /** In points; the placeholder's own where absent. */
  sizePt?: number;
  bold?: boolean;
  colour?: SchemeColour;
  align?: 'l' | 'ctr' | 'r';
  /** Relationship of a slide that a press leads to. */
  link?: string;
  lang: string;
}

/** One paragraph of one style, East Asian font named. Line breaks in the words become blanks. */
export function paragraph(words: string, style: RunStyle): string {
  const { sizePt, bold, colour, align, link, lang } = style;
  const attributes = {
    lang,
    ...(lang === 'zh-CN' ? { altLang: 'en-US' } : {}),
    sz: sizePt === undefined ? undefined : Math.round(sizePt * 100),
    b: bold === undefined ? undefined : Number(bold),
    dirty: 0,
  };
  const fill = colour === undefined ? '' : tag('a:solidFill', {}, val('a:schemeClr', colour));
  const press = link === undefined ? '' : tag('a:hlinkClick', { 'r:id': link, action: 'ppaction://hlinksldjump' });
  const plain = words.replace(/\s+/g, (blank) => (/[\r\n\t]/.test(blank) ? ' ' : blank));
  // An empty run has the height of the default type; an empty paragraph that of its end mark.
  if (words === '') return tag('a:p', {}, tag('a:endParaRPr', attributes, fill, themeFonts));
  return tag(
    'a:p',
    {},
    align === undefined ? '' : tag('a:pPr', { algn: align }),
    tag('a:r', {}, tag('a:rPr', attributes, fill, themeFonts, press), tag('a:t', {}, escapeXml(plain))),
  );
}

/** Default type of a level in a placeholder: `a:lvl1pPr` of a list style. */
export function levelStyle(
  style: Required<Pick<RunStyle, 'sizePt' | 'bold' | 'colour' | 'align'>>,
  spacing = 100,
): string {
  const { sizePt, bold, colour, align } = style;
  return tag(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: align },
    tag('a:lnSpc', {}, val('a:spcPct', spacing * 1000)),
    tag('a:spcBef', {}, val('a:spcPts', 0)),
    tag('a:buNone'),
    tag(
      'a:defRPr',
      { sz: Math.round(sizePt * 100), b: Number(bold) },
      tag('a:solidFill', {}, val('a:schemeClr', colour)),
      themeFonts,
    ),
  );
}
