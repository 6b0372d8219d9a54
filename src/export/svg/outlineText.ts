import type { Font, Glyph, PathCommand } from 'opentype.js';
import { escapeXml } from './plainSvg';
import { replaceTexts, textTag, type SvgText } from './svgTexts';

/** The font that has a character, or null where none has it. */
export type FaceOf = (character: string, bold: boolean) => Font | null;

/** One character at its place on the line, in em from the beginning. */
interface Placed {
  character: string;
  atEm: number;
  glyph: Glyph | null;
}

const number = (value: number) => String(Math.round(value * 100) / 100);

const opening = /[（《〈「『【〔［｛]/;
const closing = /[）》〉」』】〕］｝，。、；：！？]/;

/** Of two Chinese marks beside each other one gives its blank half away, as browsers set them too. */
function trimEm(before: string, after: string): number {
  if (opening.test(after)) return opening.test(before) || closing.test(before) ? 0.5 : 0;
  return closing.test(before) && closing.test(after) ? 0.5 : 0;
}

/** Characters from the beginning of the line, with kerning inside of a font; an unknown one takes a whole em. */
function placeOnLine({ words, bold }: SvgText, faceOf: FaceOf): { placed: Placed[]; widthEm: number } {
  let atEm = 0;
  let last: { face: Font; glyph: Glyph } | null = null;
  let before = '';
  const placed = Array.from(words, (character): Placed => {
    atEm -= trimEm(before, character);
    before = character;
    const face = faceOf(character, bold);
    if (!face) {
      last = null;
      atEm += 1;
      return { character, atEm: atEm - 1, glyph: null };
    }
    const glyph = face.charToGlyph(character);
    if (last?.face === face) atEm += face.getKerningValue(last.glyph, glyph) / face.unitsPerEm;
    last = { face, glyph };
    const here = atEm;
    atEm += glyph.advanceWidth / face.unitsPerEm;
    return { character, atEm: here, glyph };
  });
  return { placed, widthEm: atEm };
}

const pair = (x: number | undefined, y: number | undefined) => `${number(x ?? 0)} ${number(y ?? 0)}`;

function contour({ type, x, y, x1, y1, x2, y2 }: PathCommand): string {
  if (type === 'Z') return '';
  if (type === 'Q') return `Q${pair(x1, y1)} ${pair(x, y)}`;
  return type === 'C' ? `C${pair(x1, y1)} ${pair(x2, y2)} ${pair(x, y)}` : type + pair(x, y);
}

/** Every contour closed, so that a halo runs around all of it. */
const pathData = (commands: readonly PathCommand[]) =>
  commands.length === 0
    ? ''
    : `${commands.map((command, i) => (command.type === 'M' && i > 0 ? 'Z' : '') + contour(command)).join('')}Z`;

function drawOutlines(text: SvgText, faceOf: FaceOf, lacking: Set<string>): string {
  const { words, anchor, fontPx, y, rest } = text;
  const { placed, widthEm } = placeOnLine(text, faceOf);
  const left = text.x - { start: 0, middle: 0.5, end: 1 }[anchor] * widthEm * fontPx;
  const outlines = placed
    .map(({ glyph, atEm }) => (glyph ? pathData(glyph.getPath(left + atEm * fontPx, y, fontPx).commands) : ''))
    .join('');
  const kept = placed.flatMap(({ glyph, character, atEm }) => {
    if (glyph) return [];
    lacking.add(character);
    return [textTag({ ...text, words: character, x: Math.round((left + atEm * fontPx) * 100) / 100 })];
  });
  const label = rest.includes('aria-hidden') ? '' : ` aria-label="${escapeXml(words)}"`;
  return (outlines === '' ? '' : `<path ${rest}${label} d="${outlines}"/>`) + kept.join('');
}

/** The characters that a picture writes, those of bold words apart. */
export function charactersOf(svg: string): { regular: Set<string>; bold: Set<string> } {
  const found = { regular: new Set<string>(), bold: new Set<string>() };
  replaceTexts(svg, ({ words, bold }) => {
    for (const character of words) found[bold ? 'bold' : 'regular'].add(character);
    return '';
  });
  return found;
}

/**
 * Draws all text of a composed picture as outlines, at the same place, size, weight, colour and turn, each path named by
 * its words. Output: the document, and the characters that no font has: those stay text.
 */
export function outlineText(svg: string, faceOf: FaceOf): { svg: string; lacking: string[] } {
  const lacking = new Set<string>();
  const drawn = replaceTexts(svg, (text) => drawOutlines(text, faceOf, lacking));
  return { svg: drawn, lacking: [...lacking] };
}
