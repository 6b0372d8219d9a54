import { legalText } from '../legalText';
import { drawnHatching } from './drawnHatching';

/** Middle of Chinese characters and of figures above the baseline, in em; few programs know `dominant-baseline`. */
export const middleEm = 0.37;

/** Text as it stands in XML: markup escaped, what XML forbids left out. */
export function escapeXml(text: string): string {
  return legalText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** Moves a text from the middle of its line to its baseline, in numbers that every program reads. */
function onBaseline(attributes: string): string {
  const fontPx = Number(/font-size:\s*([\d.]+)px/.exec(attributes)?.[1] ?? 12);
  const y = Number(/\sy="(-?[\d.]+)"/.exec(attributes)?.[1] ?? 0) + fontPx * middleEm;
  return `${attributes.replace(/\sy="[^"]*"/, '').replace(/\sdominant-baseline="central"/, '')} y="${rounded(y)}"`;
}

/** What becomes of the halo behind a text: a text of its own, or nothing. */
export type Haloes = 'separate' | 'none';

/** A haloed text as two: the halo, hidden from readers, then the letters; few programs know `paint-order`. */
function halo(attributes: string, words: string, haloes: Haloes): string {
  const stroke = /\sstroke="([^"]*)"/.exec(attributes)?.[1];
  if (stroke === undefined || !attributes.includes('paint-order')) return `<text${attributes}>${words}</text>`;
  const letters = `<text${attributes.replace(/\s(?:stroke(?:-[a-z]+)?|paint-order)="[^"]*"/g, '')}>${words}</text>`;
  if (haloes === 'none') return letters;
  const behind = attributes
    .replace(/\sfill="[^"]*"/, ` fill="${stroke}"`)
    .replace(/\spaint-order="[^"]*"/, '')
    .concat(' stroke-linejoin="round" aria-hidden="true"');
  return `<text${behind}>${words}</text>${letters}`;
}

/**
 * What ECharts draws, as SVG that any program shows alike: no style sheet, no hover, no patterns, texts on their baseline,
 * ids beginning with `idPrefix` and numbered by first appearance. Paper has no halos: a PDF would hold
 * each such word twice.
 * Input: a whole `<svg>` of `renderToSVGString`. Output: its content, for a `<g>` of another document.
 */
export function plainSvg(svg: string, options: { idPrefix: string; haloes: Haloes }): string {
  const ids = new Map<string, string>();
  const renamed = (id: string) => {
    const known = ids.get(id) ?? `${options.idPrefix}${String(ids.size)}`;
    ids.set(id, known);
    return known;
  };
  const plain = legalText(svg)
    .replace(/^[^]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>[^]*?<\/style>/g, '')
    .replace(/<(?:path d=""|rect [^>]*fill="none")[^>]*><\/(?:path|rect)>/g, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag
        .replace(/\s(?:class|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g, '')
        .replace(/\bzr\d+-[a-z]+-?\d+/g, (id) => renamed(id)),
    )
    .replace(/<text\b([^>]*)>([^]*?)<\/text>/g, (_all, attributes: string, words: string) => {
      const placed = attributes.includes('dominant-baseline="central"') ? onBaseline(attributes) : attributes;
      return halo(placed, words, options.haloes);
    });
  return drawnHatching(plain, options.idPrefix);
}
