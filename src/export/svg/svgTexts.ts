import { escapeXml } from './plainSvg';

/** A `<text>` of a composed picture, as it is placed and drawn. */
export interface SvgText {
  words: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  fontPx: number;
  bold: boolean;
  /** Everything that is not about the font: colour, halo, place in the picture, role; ready to be put into a tag. */
  rest: string;
}

const fontAttributes = new Set(['x', 'y', 'text-anchor', 'font-size', 'font-weight', 'font-family', 'xml:space']);

/** From here on a weight is drawn bold: the fonts of most machines have no weight between. */
const boldFrom = 600;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };
const unescaped = (text: string) => text.replace(/&([#a-z0-9]+);/g, (all, name: string) => entities[name] ?? all);

function readText(tag: string, content: string): SvgText {
  const attributes = new Map(
    [...tag.matchAll(/([a-z][a-z:-]*)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const style = (attributes.get('style') ?? '').split(';').filter((one) => one.trim() !== '');
  const styled = new Map(style.map((one) => [one.slice(0, one.indexOf(':')).trim(), one.slice(one.indexOf(':') + 1)]));
  const of = (name: string) => styled.get(name)?.trim() ?? attributes.get(name);
  const anchor = of('text-anchor');
  const weight = of('font-weight') ?? '400';
  const kept = style.filter((one) => !one.trim().startsWith('font'));
  const rest = [...attributes].flatMap(([name, value]) => {
    if (name === 'style') return kept.length > 0 ? [`style="${kept.join(';')}"`] : [];
    return fontAttributes.has(name) ? [] : [`${name}="${value}"`];
  });
  const words = unescaped(content);
  return {
    words: attributes.get('xml:space') === 'preserve' ? words : words.replace(/\s+/g, ' ').trim(),
    x: Number(attributes.get('x') ?? 0),
    y: Number(attributes.get('y') ?? 0),
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    fontPx: Number.parseFloat(of('font-size') ?? '12'),
    bold: weight === 'bold' || Number(weight) >= boldFrom,
    rest: rest.join(' '),
  };
}

/** The document with every `<text>` of it replaced by what is drawn in its stead. */
export function replaceTexts(svg: string, draw: (text: SvgText) => string): string {
  return svg.replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (_all, tag: string, content: string) =>
    draw(readText(tag, content)),
  );
}

/** A text again, at a place of its own. */
export function textTag({ words, x, y, fontPx, bold, rest }: Omit<SvgText, 'anchor'>): string {
  const place = `x="${String(x)}" y="${String(y)}" font-size="${String(fontPx)}" font-weight="${bold ? '600' : '400'}"`;
  return `<text ${place} ${rest}>${escapeXml(words)}</text>`;
}
