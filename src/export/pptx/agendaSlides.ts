import { truncateEm } from '../../charts/measureText';
import type { ExportOptions } from '../exportOptions';
import { tag } from '../ooxml/xml';
import type { DeckPage } from './deckPage';
import { places } from './layouts';
import { placeholder } from './shapes';
import { link, newSlide, type Slide } from './slide';
import { paragraph } from './slideText';

/** Lines of one agenda slide: one column up to ten, then two. */
const perColumn = 14;
const perSlide = 2 * perColumn;
const oneColumn = 10;

/** How many agenda slides some figures need; none for a single figure. */
export const agendaCount = (figures: number) => (figures < 2 ? 0 : Math.ceil(figures / perSlide));

/** Titles with their numbers, each leading to its slide; `slideOf` is the number of a figure's slide. */
export function agendaSlides(
  pages: readonly DeckPage[],
  { text }: ExportOptions,
  slideOf: (figure: number) => number,
): Slide[] {
  const { documents } = text;
  const { lang } = documents;
  const count = agendaCount(pages.length);
  return Array.from({ length: count }, (_, nth) => {
    const slide = newSlide('page');
    const first = nth * perSlide;
    const here = pages.slice(first, first + perSlide);
    const two = here.length > oneColumn;
    const sizePt = two ? 14 : 18;
    const lines = here.map(({ words }, i) => {
      const figure = first + i;
      const name = truncateEm(words.title, two ? 27 : 46);
      const target = link(slide, { type: 'slide', target: `slide${String(slideOf(figure))}.xml` });
      return paragraph(`${String(figure + 1)}.  ${name}`, { lang, sizePt, colour: 'tx1', link: target });
    });
    const columns = two ? { numCol: 2, spcCol: 457_200 } : {};
    const title = documents.agenda + (count > 1 ? documents.part(nth + 1, count) : '');
    const body = tag('a:bodyPr', columns, tag('a:normAutofit'));
    slide.shapes.push(
      (id) => placeholder(id, 'Title', { type: 'title' }, paragraph(title, { lang })),
      (id) => placeholder(id, 'Text', { type: 'body', idx: 1 }, lines.join(''), { body, place: places.body }),
    );
    slide.notes = here.map(({ words }, i) => `${String(first + i + 1)}. ${words.title}`);
    return slide;
  });
}
