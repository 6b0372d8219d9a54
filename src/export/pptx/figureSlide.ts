import { estimateEm, truncateEm } from '../../charts/measureText';
import { chartTheme } from '../../charts/theme';
import type { ExportOptions } from '../exportOptions';
import { footLines } from '../figureWords';
import { chartXml } from '../ooxml/chart/chartXml';
import { relationships, type Part } from '../ooxml/packParts';
import { tag } from '../ooxml/xml';
import type { DeckPage } from './deckPage';
import { places } from './layouts';
import { markBox, markPx } from './markBox';
import { partsTable } from './partsTable';
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
function speakerNotes({ words }: DeckPage, options: ExportOptions): string[] {
  const { text } = options;
  return [
    words.mark,
    words.remark === '' ? '' : text.documents.remark(words.remark),
    [words.title, words.subtitle].filter(Boolean).join(' · '),
    words.unit === '' ? '' : text.unitLine(words.unit),
    ...words.notes.map((note) => text.notesLine(note)),
    words.source === '' ? '' : text.sourceLine(words.source),
    words.asOf === '' ? '' : text.asOfLine(words.asOf),
    words.address === '' ? '' : text.addressLine(words.address),
    words.madeOn === '' ? '' : text.exportedLine(words.madeOn),
  ].filter(Boolean);
}

function addChart(slide: Slide, page: DeckPage, place: Place, number: number, options: ExportOptions): Part[] {
  if (page.visual.kind !== 'chart') return [];
  const { chart, workbook } = page.visual;
  const theme = chartTheme(options.theme);
  const { lang } = options.text.documents;
  const pie = chart.kind === 'pie';
  const frame = pie ? { ...place, widthPx: Math.min(place.heightPx, place.widthPx * 0.42) } : place;
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
  if (pie) slide.shapes.push(partsTable(chart, place, theme, options.text));
  return [
    {
      path,
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content: chartXml(chart, { ...frame, fontPx: slideChartPx, pointsPerPx, theme, lang, unitLine }),
    },
    relationships(path, [{ type: 'package', target: `../embeddings/chart${String(number)}.xlsx` }]),
    { path: `ppt/embeddings/chart${String(number)}.xlsx`, content: workbook },
  ];
}

function addPicture(slide: Slide, page: DeckPage, place: Place, number: number): Part[] {
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

/**
 * One figure a slide: title, scope with unit, the chart to edit or its picture, notes and sources, the mark of simulated
 * data. Output: the slide, and the parts that its chart needs; `number` tells them apart.
 */
export function figureSlide(page: DeckPage, number: number, options: ExportOptions): { slide: Slide; parts: Part[] } {
  const { words } = page;
  const { text } = options;
  const { lang } = text.documents;
  const slide = newSlide('figure');
  const foot = footOf(page, options);
  const room = words.mark === '' ? places.title.widthPx : places.title.widthPx - markPx(words.mark) - 24;
  const titlePlace = words.mark === '' ? {} : { place: { ...places.title, widthPx: room } };
  const sub = [words.subtitle, words.unit === '' ? '' : text.unitLine(words.unit)].filter(Boolean).join(' · ');
  slide.shapes.push(
    (id) =>
      placeholder(
        id,
        'Title',
        { type: 'title' },
        paragraph(words.title, { lang, sizePt: titlePt(words.title, room) }),
        titlePlace,
      ),
    (id) => placeholder(id, 'Subtitle', { type: 'body', idx: 13 }, paragraph(sub, { lang })),
    ...(words.mark === '' ? [] : [markBox(words.mark, options)]),
  );
  const place = { ...places.chart, heightPx: foot.place.y - places.chart.y - 16 };
  const parts = [...addChart(slide, page, place, number, options), ...addPicture(slide, page, place, number)];
  const lines = foot.lines.map((line) => paragraph(line, { lang })).join('');
  slide.shapes.push((id) =>
    placeholder(id, 'Notes and sources', { type: 'body', idx: 14 }, lines === '' ? tag('a:p') : lines, {
      place: foot.place,
    }),
  );
  slide.notes = speakerNotes(page, options);
  return { slide, parts };
}
