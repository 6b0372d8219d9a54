import { estimateEm } from '../../charts/measureText';
import type { ExportOptions } from '../exportOptions';
import { legalText } from '../legalText';
import type { DeckPage } from './deckPage';
import { places } from './layouts';
import { markBox } from './markBox';
import { placeholder, pointsPerPx } from './shapes';
import { newSlide, type Slide } from './slide';
import { paragraph } from './slideText';

/** The latest day that any figure's data reaches. */
const latest = (pages: readonly DeckPage[]) =>
  pages.reduce((day, { words }) => (words.asOf > day ? words.asOf : day), '');

/** The largest size at which the title stands on one line, or the smallest. */
const titlePt = (title: string) =>
  [40, 36, 32].find((size) => (estimateEm(title) * size) / pointsPerPx <= places.coverTitle.widthPx) ?? 28;

/** Title, how many figures there are, the date of the data and of making. */
export function coverSlide(title: string, pages: readonly DeckPage[], options: ExportOptions): Slide {
  const { text, exportedOn } = options;
  const { documents } = text;
  const { lang } = documents;
  const slide = newSlide('cover');
  const asOf = latest(pages);
  const lines = [
    [documents.product, documents.figures(pages.length)].join(' · '),
    asOf === '' ? '' : text.asOfLine(asOf),
    exportedOn === null ? '' : documents.madeOn(legalText(exportedOn)),
  ].filter(Boolean);
  const mark = pages.find(({ words }) => words.mark !== '')?.words.mark ?? '';
  slide.shapes.push(
    (id) => placeholder(id, 'Title', { type: 'ctrTitle' }, paragraph(title, { lang, sizePt: titlePt(title) })),
    (id) =>
      placeholder(
        id,
        'Subtitle',
        { type: 'subTitle', idx: 1 },
        lines.map((line) => paragraph(line, { lang })).join(''),
      ),
    ...(mark === '' ? [] : [markBox(mark, options)]),
  );
  slide.notes = lines;
  return slide;
}
