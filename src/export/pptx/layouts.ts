import type { ChartTheme } from '../../charts/theme';
import { relationships, type Part } from '../ooxml/packParts';
import { tag, xmlHead } from '../ooxml/xml';
import { box, deckNames, inheritedColours, placeholder, shapeTree, slideNumberField, type Place } from './shapes';
import { levelStyle, type SchemeColour } from './slideText';

/** Layouts of a deck, in the order of their parts. */
export const layoutIds = ['cover', 'figure', 'page'] as const;
export type LayoutId = (typeof layoutIds)[number];

const left = 96;
const innerPx = 1920 - 2 * left;

/** Where layouts have their placeholders, in pixels of the slide. */
export const places = {
  coverTitle: { x: 200, y: 330, widthPx: 1520, heightPx: 240 },
  coverWords: { x: 200, y: 600, widthPx: 1520, heightPx: 240 },
  title: { x: left, y: 46, widthPx: innerPx, heightPx: 92 },
  subtitle: { x: left, y: 142, widthPx: innerPx, heightPx: 46 },
  chart: { x: left, y: 204, widthPx: innerPx, heightPx: 650 },
  foot: { x: left, y: 868, widthPx: innerPx - 140, heightPx: 160 },
  body: { x: left, y: 170, widthPx: innerPx, heightPx: 830 },
  number: { x: 1920 - left - 120, y: 1000, widthPx: 120, heightPx: 36 },
} as const satisfies Record<string, Place>;

const style = (sizePt: number, bold: boolean, colour: SchemeColour, spacing = 100, align: 'l' | 'r' = 'l') =>
  levelStyle({ sizePt, bold, colour, align }, spacing);

const bodyOf = (anchor: 't' | 'ctr' | 'b') =>
  tag('a:bodyPr', { vert: 'horz', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor }, tag('a:normAutofit'));

/** Layouts leave their words to the slides. */
const wordless = tag('a:p');

const numberShape = (id: number, lang: string) =>
  placeholder(id, 'Slide Number', { type: 'sldNum', idx: 12 }, slideNumberField(lang, 1), {
    place: places.number,
    listStyle: style(10, false, 'tx2', 100, 'r'),
    body: bodyOf('ctr'),
  });

const titleShape = (id: number) =>
  placeholder(id, 'Title', { type: 'title' }, wordless, {
    place: places.title,
    listStyle: style(28, true, 'tx1'),
    body: bodyOf('ctr'),
  });

/** Bands of the theme across the head; a quiet bar beside the title where it has none. */
function ornaments(theme: ChartTheme, firstId: number): string[] {
  const tall = [14, 4];
  if (theme.bands.length > 0)
    return theme.bands.map((fill, i) => {
      const place = { x: 0, y: i === 0 ? 0 : 14, widthPx: 1920, heightPx: tall[i] ?? 4 };
      return box(firstId + i, `Band ${String(i + 1)}`, place, { fill });
    });
  return [box(firstId, 'Bar', { x: left - 28, y: 66, widthPx: 8, heightPx: 52 }, { fill: theme.accent })];
}

function shapesOf(layout: LayoutId, theme: ChartTheme, lang: string): string[] {
  if (layout === 'cover')
    return [
      box(10, 'Band', { x: 0, y: 0, widthPx: 72, heightPx: 1080 }, { fill: theme.accent }),
      placeholder(2, 'Title', { type: 'ctrTitle' }, wordless, {
        place: places.coverTitle,
        listStyle: style(40, true, 'tx1'),
        body: bodyOf('b'),
      }),
      placeholder(3, 'Subtitle', { type: 'subTitle', idx: 1 }, wordless, {
        place: places.coverWords,
        listStyle: style(18, false, 'tx2', 150),
        body: bodyOf('t'),
      }),
    ];
  const body = { place: places.body, listStyle: style(16, false, 'tx1', 150), body: bodyOf('t') };
  if (layout === 'page')
    return [
      ...ornaments(theme, 10),
      titleShape(2),
      placeholder(3, 'Text', { type: 'body', idx: 1 }, wordless, body),
      numberShape(4, lang),
    ];
  const subtitle = { place: places.subtitle, listStyle: style(14, false, 'tx2'), body: bodyOf('ctr') };
  const foot = { place: places.foot, listStyle: style(10.5, false, 'tx2', 110), body: bodyOf('t') };
  return [
    ...ornaments(theme, 10),
    titleShape(2),
    placeholder(3, 'Subtitle', { type: 'body', idx: 13 }, wordless, subtitle),
    placeholder(4, 'Notes and sources', { type: 'body', idx: 14 }, wordless, foot),
    numberShape(5, lang),
  ];
}

const kinds: Record<LayoutId, string | undefined> = { cover: 'title', figure: undefined, page: 'obj' };

/** Path of the part of a layout. */
export const layoutPath = (layout: LayoutId) =>
  `ppt/slideLayouts/slideLayout${String(layoutIds.indexOf(layout) + 1)}.xml`;

/** The parts of all layouts: cover, one figure a slide, a page of words or a table. */
export function layoutParts(theme: ChartTheme, lang: string): Part[] {
  return layoutIds.flatMap((layout) => {
    const path = layoutPath(layout);
    const content = tag('p:cSld', { name: layout }, shapeTree(shapesOf(layout, theme, lang)));
    return [
      {
        path,
        type: 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml',
        content:
          xmlHead + tag('p:sldLayout', { ...deckNames, type: kinds[layout], preserve: 1 }, content, inheritedColours),
      },
      relationships(path, [{ type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    ];
  });
}

/** The placeholders that the master itself must have. */
export const masterShapes = (lang: string): string[] => [
  titleShape(2),
  placeholder(3, 'Text', { type: 'body', idx: 1 }, wordless, {
    place: places.body,
    listStyle: style(16, false, 'tx1', 150),
    body: bodyOf('t'),
  }),
  placeholder(4, 'Slide Number', { type: 'sldNum', idx: 4 }, slideNumberField(lang, 1), {
    place: places.number,
    listStyle: style(10, false, 'tx2', 100, 'r'),
    body: bodyOf('ctr'),
  }),
];
