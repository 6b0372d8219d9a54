import type { Part } from '../ooxml/packParts';
import { tag, xmlHead } from '../ooxml/xml';
import { documentNames, runFonts, type DocumentFont } from './fonts';

interface StyleLook {
  name: string;
  font: DocumentFont;
  /** In half-points: 44 is 二号, 32 三号, 24 小四, 21 五号, 18 小五. */
  halfPoints: number;
  align: 'left' | 'center' | 'right' | 'both';
  bold?: boolean;
  keepNext?: boolean;
  /** `rrggbb`. */
  colour?: string;
  /** Twentieths of a point before and after. */
  space: readonly [before: number, after: number];
  /** Twentieths of a point from line to line. */
  lineTwips: number;
  /** Level in the navigation pane. */
  outline?: number;
}

/** Styles of paragraphs, by their ids. */
const looks = {
  Normal: { name: 'Normal', font: 'body', halfPoints: 32, align: 'both', space: [0, 0], lineTwips: 560 },
  Title: { name: 'Title', font: 'title', halfPoints: 44, align: 'center', space: [0, 200], lineTwips: 640 },
  Dateline: { name: 'Dateline', font: 'quiet', halfPoints: 28, align: 'center', space: [0, 320], lineTwips: 480 },
  Picture: {
    name: 'Picture',
    font: 'body',
    halfPoints: 21,
    align: 'center',
    keepNext: true,
    space: [0, 80],
    lineTwips: 240,
  },
  Caption: {
    name: 'caption',
    font: 'heading',
    halfPoints: 24,
    align: 'center',
    space: [60, 120],
    lineTwips: 360,
    outline: 0,
  },
  TableCaption: {
    name: 'Table caption',
    font: 'heading',
    halfPoints: 24,
    align: 'center',
    keepNext: true,
    space: [200, 60],
    lineTwips: 360,
  },
  Unit: { name: 'Unit', font: 'body', halfPoints: 21, align: 'right', keepNext: true, space: [0, 40], lineTwips: 300 },
  Scope: {
    name: 'Scope',
    font: 'quiet',
    halfPoints: 21,
    align: 'center',
    keepNext: true,
    space: [0, 60],
    lineTwips: 320,
  },
  TableText: { name: 'Table text', font: 'body', halfPoints: 21, align: 'left', space: [20, 20], lineTwips: 280 },
  TableHead: { name: 'Table head', font: 'heading', halfPoints: 21, align: 'center', space: [20, 20], lineTwips: 280 },
  SourceNote: { name: 'Source note', font: 'body', halfPoints: 18, align: 'both', space: [40, 0], lineTwips: 280 },
  Mark: {
    name: 'Mark',
    font: 'heading',
    halfPoints: 28,
    align: 'center',
    bold: true,
    keepNext: true,
    colour: 'C02B26',
    space: [0, 80],
    lineTwips: 400,
  },
  Footer: { name: 'footer', font: 'body', halfPoints: 28, align: 'center', space: [0, 0], lineTwips: 320 },
} as const satisfies Record<string, StyleLook>;

export type StyleId = keyof typeof looks;

/** Height of a paragraph with the space around it, in twentieths of a point; how many lines it has depends on its type's half-points. */
export function styleHeight(id: StyleId, linesOf: (halfPoints: number) => number): number {
  const { space, lineTwips, halfPoints } = looks[id];
  return space[0] + space[1] + lineTwips * linesOf(halfPoints);
}

const w = (name: string, value: string | number) => tag(name, { 'w:val': value });

function style(id: string, look: StyleLook): string {
  const [before, after] = look.space;
  // A line that holds a picture grows with it; lines of words keep their grid.
  const rule = id === 'Picture' ? 'auto' : 'atLeast';
  const paragraph = tag(
    'w:pPr',
    {},
    look.keepNext ? tag('w:keepNext') : '',
    tag('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': look.lineTwips, 'w:lineRule': rule }),
    w('w:jc', look.align),
    look.outline === undefined ? '' : w('w:outlineLvl', look.outline),
  );
  const run = tag(
    'w:rPr',
    {},
    runFonts(look.font),
    look.bold ? tag('w:b') : '',
    look.colour === undefined ? '' : w('w:color', look.colour),
    w('w:sz', look.halfPoints),
    w('w:szCs', look.halfPoints),
  );
  const normal = id === 'Normal';
  return tag(
    'w:style',
    { 'w:type': 'paragraph', ...(normal ? { 'w:default': 1 } : {}), 'w:styleId': id },
    w('w:name', look.name),
    normal ? '' : w('w:basedOn', 'Normal'),
    tag('w:qFormat'),
    paragraph,
    run,
  );
}

/** The styles of a document; a person who changes one changes all figures alike. */
export function stylesPart(lang: string): Part {
  const language = tag('w:lang', { 'w:val': 'en-US', 'w:eastAsia': lang === 'zh-CN' ? lang : 'zh-CN' });
  const defaults = tag(
    'w:docDefaults',
    {},
    tag('w:rPrDefault', {}, tag('w:rPr', {}, runFonts('body'), w('w:sz', 32), w('w:szCs', 32), language)),
    tag('w:pPrDefault'),
  );
  const styles = Object.entries(looks).map(([id, look]) => style(id, look));
  return {
    path: 'word/styles.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
    content: xmlHead + tag('w:styles', documentNames, defaults, ...styles),
  };
}
