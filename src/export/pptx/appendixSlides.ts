import { estimateEm, truncateEm } from '../../charts/measureText';
import { chartTheme } from '../../charts/theme';
import { columnStrips } from '../displayTable';
import type { ExportOptions } from '../exportOptions';
import { footLines } from '../figureWords';
import { tag } from '../ooxml/xml';
import type { DeckPage } from './deckPage';
import { places } from './layouts';
import { markBox, markPx } from './markBox';
import { placeholder, pointsPerPx } from './shapes';
import { newSlide, type Slide } from './slide';
import { paragraph } from './slideText';
import { tableShape } from './tableShape';

const sizePt = 11;
const rowPx = 42;
const rowsPerSlide = 18;
/** Widest that a column becomes where there is more room than it needs. */
const widestEm = 20;

function pageSlide(title: string, mark: string, options: ExportOptions): Slide {
  const { lang } = options.text.documents;
  const slide = newSlide('page');
  const room = mark === '' ? places.title.widthPx : places.title.widthPx - markPx(mark) - 24;
  const place = mark === '' ? {} : { place: { ...places.title, widthPx: room } };
  const words = truncateEm(title, room / (22 / pointsPerPx));
  slide.shapes.push(
    (id) => placeholder(id, 'Title', { type: 'title' }, paragraph(words, { lang, sizePt: 22 }), place),
    ...(mark === '' ? [] : [markBox(mark, options)]),
  );
  return slide;
}

/** The data of one figure as tables, as many slides as its rows and columns need; the head returns on each. */
export function tableSlides(page: DeckPage, number: number, options: ExportOptions): Slide[] {
  const { text } = options;
  const { documents } = text;
  const { lang } = documents;
  const emPx = sizePt / pointsPerPx;
  const sheets = columnStrips(page.table, places.body.widthPx / emPx).flatMap(({ rows, ...strip }) =>
    Array.from({ length: Math.max(1, Math.ceil(rows.length / rowsPerSlide)) }, (_, i) => ({
      ...strip,
      rows: rows.slice(i * rowsPerSlide, (i + 1) * rowsPerSlide),
    })),
  );
  return sheets.map(({ columns, rows, widthsEm }, i) => {
    const part = sheets.length > 1 ? documents.part(i + 1, sheets.length) : '';
    const heading = documents.appendixTable(number) + documents.gap + page.words.title;
    const slide = pageSlide(heading + part, page.words.mark, options);
    const needEm = widthsEm.reduce((sum, em) => sum + em, 0);
    const stretch = places.body.widthPx / emPx / needEm;
    const widthsPx = widthsEm.map((em) => Math.floor(Math.max(em, Math.min(widestEm, em * stretch)) * emPx));
    const most = (column: number) => ((widthsPx[column] ?? 0) - 20) / emPx;
    const look = (words: string, column: number, bold: boolean) => ({
      words: /\d{3}/.test(words) && !bold && column > 0 ? words : truncateEm(words, most(column) * (bold ? 2 : 1)),
      style: { lang, sizePt, bold, colour: 'tx1' as const, align: column === 0 ? ('l' as const) : ('r' as const) },
    });
    const lines = [
      columns.map((name, column) => look(name, column, true)),
      ...rows.map((row) => row.map((words, column) => look(words, column, false))),
    ];
    slide.shapes.push(
      tableShape(page.words.title, places.body, lines, { widthsPx, rowPx, heads: 1, theme: chartTheme(options.theme) }),
    );
    slide.notes = footLines(page.words, options);
    return slide;
  });
}

/** Where every number comes from: figure by figure its notes, sources, date and address. */
export function sourceSlides(pages: readonly DeckPage[], options: ExportOptions): Slide[] {
  const { documents } = options.text;
  const { lang } = documents;
  const widthEm = places.body.widthPx / (sizePt / pointsPerPx);
  const mostLines = 24;
  const groups: { lines: string[]; marks: string[] }[] = [];
  let left = 0;
  pages.forEach((page, i) => {
    const title = `${documents.figureNumber(i + 1)}${documents.gap}${page.words.title}`;
    const lines = [title, ...footLines(page.words, options).map((line) => truncateEm(line, widthEm * 3))];
    const need = lines.reduce((sum, line) => sum + Math.ceil(estimateEm(line) / widthEm), 0) + 0.5;
    if (groups.length === 0 || need > left) {
      groups.push({ lines: [], marks: [] });
      left = mostLines;
    }
    left -= need;
    const [head = '', ...rest] = lines;
    groups
      .at(-1)
      ?.lines.push(
        paragraph(head, { lang, sizePt: sizePt + 1, bold: true, colour: 'tx1' }),
        ...rest.map((line) => paragraph(line, { lang, sizePt, colour: 'tx2' })),
      );
    if (page.words.mark !== '') groups.at(-1)?.marks.push(page.words.mark);
  });
  return groups.map(({ lines, marks }, i) => {
    const part = groups.length > 1 ? documents.part(i + 1, groups.length) : '';
    const slide = pageSlide(documents.sources + part, marks[0] ?? '', options);
    const body = tag('a:bodyPr', {}, tag('a:normAutofit'));
    slide.shapes.push((id) => placeholder(id, 'Text', { type: 'body', idx: 1 }, lines.join(''), { body }));
    return slide;
  });
}
