import { estimateEm, truncateEm } from '../../charts/measureText';
import { chartTheme } from '../../charts/theme';
import type { ExportOptions } from '../exportOptions';
import { footLines } from '../figureWords';
import { chartXml } from '../ooxml/chart/chartXml';
import { relationships, type Part } from '../ooxml/packParts';
import { tag } from '../ooxml/xml';
import { slidesOf, type DeckPage } from './deckPage';
import { places } from './layouts';
import { markBox, markPx } from './markBox';
import { partsTables, ringPlace } from './partsTable';
import { graphicFrame, picture, placeholder, pointsPerPx, type Place } from './shapes';
import { link, newSlide, type Slide } from './slide';
import { paragraph } from './slideText';

/** Type of charts on a slide, in its pixels: 12 points. */
export const slideChartPx = 24;

const footPt = 10.5;
const footLinePx = (footPt / pointsPerPx) * 1.35;
const mostFootLines = 5;

/** The largest size at which the title takes two lines at most. */
function titlePt(title: string, widthPx: number): number {
  const em = estimateEm(title);
  return [28, 24, 20, 18].find((size) => em * (size / pointsPerPx) <= widthPx * (size > 22 ? 1 : 1.9)) ?? 16;
}

/** The unit of the numbers on a slide: rows of bars write theirs in that of an axis which they do not show. */
function unitOf({ visual, words }: DeckPage): string {
  const chart = visual.kind === 'chart' ? visual.charts[0]?.chart : undefined;
  return chart?.kind === 'rows' ? chart.unit : words.unit;
}

/** Notes, source and dates, cut so that they fit below a chart that keeps its height; what is noted for the speaker stays off it. */
function footOf(page: DeckPage, options: ExportOptions): { lines: string[]; place: Place } {
  const widthEm = (places.foot.widthPx / (footPt / pointsPerPx)) * 0.97;
  let room = mostFootLines;
  const all = [...footLines(page.words, options)];
  const lines = all.map((line, i, every) => {
    // Each later line keeps one of its own.
    const most = Math.max(1, Math.min(3, room - (every.length - 1 - i)));
    const kept = truncateEm(line, most * widthEm);
    room -= Math.ceil(estimateEm(kept) / widthEm);
    return kept;
  });
  const heightPx = Math.ceil((mostFootLines - Math.max(0, room)) * footLinePx);
  return { lines, place: { ...places.foot, y: 1032 - heightPx, heightPx } };
}

/** What is said while the slide is shown: scope, every note in full, sources, and where the view is. */
function speakerNotes(page: DeckPage, options: ExportOptions): string[] {
  const { words } = page;
  const { text } = options;
  const unit = unitOf(page);
  return [
    words.mark,
    words.remark === '' ? '' : text.documents.remark(words.remark),
    [words.title, words.subtitle].filter(Boolean).join(' · '),
    unit === '' ? '' : text.unitLine(unit),
    ...words.notes.map((note) => text.notesLine(note)),
    words.source === '' ? '' : text.sourceLine(words.source),
    words.asOf === '' ? '' : text.asOfLine(words.asOf),
    words.address === '' ? '' : text.addressLine(words.address),
    words.madeOn === '' ? '' : text.exportedLine(words.madeOn),
  ].filter(Boolean);
}

/** What the slides of one figure share. */
interface Setting {
  page: DeckPage;
  place: Place;
  options: ExportOptions;
}

/** Puts the chart of one slide onto it; `number` tells its parts from those of other charts. */
function addChart(slide: Slide, part: number, number: number, { page, place, options }: Setting): Part[] {
  const shown = page.visual.kind === 'chart' ? page.visual.charts[part] : undefined;
  if (!shown) return [];
  const { chart, workbook, extent } = shown;
  const theme = chartTheme(options.theme);
  const { lang } = options.text.documents;
  const pie = chart.kind === 'pie';
  const frame = pie ? ringPlace(chart, place) : place;
  const unitLine = chart.unit === '' ? '' : options.text.unitLine(chart.unit);
  const path = `ppt/charts/chart${String(number)}.xml`;
  const target = link(slide, { type: 'chart', target: `../charts/chart${String(number)}.xml` });
  const content = tag('c:chart', {
    'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
    'r:id': target,
  });
  const { title } = page.words;
  slide.shapes.push((id) =>
    graphicFrame(id, frame, { name: title, description: page.description, uri: 'chart', content }),
  );
  if (pie) slide.shapes.push(...partsTables(chart, place, theme, options.text));
  const look = { ...frame, fontPx: slideChartPx, pointsPerPx, theme, lang, unitLine };
  return [
    {
      path,
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content: chartXml(chart, extent ? { ...look, extent } : look),
    },
    relationships(path, [{ type: 'package', target: `../embeddings/chart${String(number)}.xlsx` }]),
    { path: `ppt/embeddings/chart${String(number)}.xlsx`, content: workbook },
  ];
}

function addPicture(slide: Slide, number: number, { page, place }: Setting): Part[] {
  if (page.visual.kind !== 'picture') return [];
  const { png, widthPx, heightPx } = page.visual.picture;
  const scale = Math.min(place.widthPx / widthPx, place.heightPx / heightPx);
  const size = { widthPx: widthPx * scale, heightPx: heightPx * scale };
  const target = link(slide, { type: 'image', target: `../media/image${String(number)}.png` });
  slide.shapes.push((id) =>
    picture(
      id,
      { x: place.x + (place.widthPx - size.widthPx) / 2, y: place.y, ...size },
      { name: page.words.title, description: page.description, link: target },
    ),
  );
  return [{ path: `ppt/media/image${String(number)}.png`, content: png }];
}

/** Title, scope with unit, the mark of simulated data: the head of every slide of a figure. */
function headSlide(page: DeckPage, title: string, options: ExportOptions): Slide {
  const { text } = options;
  const { lang } = text.documents;
  const { words } = page;
  const unit = unitOf(page);
  const slide = newSlide('figure');
  const room = words.mark === '' ? places.title.widthPx : places.title.widthPx - markPx(words.mark) - 24;
  const place = words.mark === '' ? {} : { place: { ...places.title, widthPx: room } };
  const heading = paragraph(title, { lang, sizePt: titlePt(title, room) });
  const sub = [words.subtitle, unit === '' ? '' : text.unitLine(unit)].filter(Boolean).join(' · ');
  slide.shapes.push(
    (id) => placeholder(id, 'Title', { type: 'title' }, heading, place),
    (id) => placeholder(id, 'Subtitle', { type: 'body', idx: 13 }, paragraph(sub, { lang })),
    ...(words.mark === '' ? [] : [markBox(words.mark, options)]),
  );
  return slide;
}

/**
 * A figure on its slide, or on several where its rows are many: title, scope with unit, the chart to edit or its
 * picture, notes and sources, the mark of simulated data. Output: the slides, and the parts that their charts need;
 * `number` is that of the first chart.
 */
export function figureSlides(
  page: DeckPage,
  number: number,
  options: ExportOptions,
): { slides: Slide[]; parts: Part[] } {
  const { documents } = options.text;
  const foot = footOf(page, options);
  const place = { ...places.chart, heightPx: foot.place.y - places.chart.y - 16 };
  const setting = { page, place, options };
  const lines = foot.lines.map((line) => paragraph(line, { lang: documents.lang })).join('') || tag('a:p');
  const kind = { type: 'body', idx: 14 } as const;
  const count = slidesOf(page);
  const parts: Part[] = [];
  const slides = Array.from({ length: count }, (_, i) => {
    const slide = headSlide(page, page.words.title + (count > 1 ? documents.part(i + 1, count) : ''), options);
    parts.push(...addChart(slide, i, number + i, setting), ...addPicture(slide, number + i, setting));
    slide.shapes.push((id) => placeholder(id, 'Notes and sources', kind, lines, { place: foot.place }));
    slide.notes = speakerNotes(page, options);
    return slide;
  });
  return { slides, parts };
}
