import type { Breathe } from '../breathe';
import type { ChartPicture } from '../chartPicture';
import type { DisplayTable } from '../displayTable';
import type { ExportOptions } from '../exportOptions';
import { footLines, type FigureWords } from '../figureWords';
import { legalText } from '../legalText';
import { packParts, relationships, type Part } from '../ooxml/packParts';
import { documentProperties } from '../ooxml/properties';
import { tag, xmlHead } from '../ooxml/xml';
import { documentNames, fontTablePart } from './fonts';
import { inlinePicture } from './inlinePicture';
import { pictureShare, paragraphTwips, tableTwips, textTwips } from './pageRoom';
import { numbered, run, styled } from './paragraphs';
import { stylesPart, type StyleId } from './styles';
import { pageStrips, threeLineTables } from './threeLineTable';

/** One figure, ready to be put into a document. */
export interface DocumentFigure {
  words: FigureWords;
  picture: ChartPicture;
  table: DisplayTable;
  description: string;
}

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** Relationships of the document before those of its pictures. */
const fixed = ['styles', 'settings', 'fontTable', 'footer'];

interface Line {
  style: StyleId;
  words: string;
}

/** What stands above everything: the collection's title and when it was made. */
function headLines({ collection, exportedOn, text }: ExportOptions): Line[] {
  const title = legalText(collection?.title ?? '');
  if (title === '') return [];
  const made = exportedOn === null ? '' : text.documents.madeOn(legalText(exportedOn));
  return [{ style: 'Title', words: title }, ...(made === '' ? [] : [{ style: 'Dateline', words: made } as const])];
}

const heightOf = (lines: readonly Line[]) =>
  lines.reduce((total, { style, words }) => total + paragraphTwips(style, words), 0);

/** Mark, picture, caption, table with its caption and unit, notes and sources; `head` is what stands above on the same page. */
function figureBlock(figure: DocumentFigure, number: number, head: readonly Line[], options: ExportOptions): string {
  const { words, picture, table, description } = figure;
  const { text } = options;
  const { documents } = text;
  const some = (style: StyleId, line: string): Line[] => (line === '' ? [] : [{ style, words: line }]);
  const above = [...some('Mark', words.mark), ...some('Unit', words.unit === '' ? '' : text.unitLine(words.unit))];
  const caption = (style: StyleId, label: string): string =>
    styled(style, numbered(label, number) + run(documents.gap + words.title));
  const captions: Line[] = (['Caption', 'TableCaption'] as const).map((style) => ({
    style,
    words: documents.tableNumber(number) + documents.gap + words.title,
  }));
  const scope = some('Scope', words.subtitle);
  const foot = [words.remark === '' ? '' : documents.remark(words.remark), ...footLines(words, options)]
    .filter(Boolean)
    .map((line): Line => ({ style: 'SourceNote', words: line }));
  const strips = pageStrips(table);
  const others =
    heightOf([...head, ...above, ...captions, ...scope, ...foot]) +
    strips.reduce((total, strip) => total + tableTwips(strip), 0) +
    heightOf(strips.slice(1).map(() => ({ style: 'SourceNote', words: '' })));
  const link = `rId${String(fixed.length + number)}`;
  const share = pictureShare((textTwips * picture.heightPx) / picture.widthPx, others);
  const image = inlinePicture(picture, { link, number, name: words.title, description, share });
  const newPage = (index: number) => number > 1 && index === 0;
  return [
    ...above.map(({ style, words: line }, i) => styled(style, run(line), { newPage: newPage(i) })),
    styled('Picture', image, { newPage: newPage(above.length) }),
    caption('Caption', documents.figureNumber(number)),
    caption('TableCaption', documents.tableNumber(number)),
    ...scope.map(({ style, words: line }) => styled(style, run(line))),
    threeLineTables(strips),
    ...foot.map(({ style, words: line }, i) => styled(style, run(line), { keepNext: i < foot.length - 1 })),
  ].join('');
}

/** A4 with the margins of GB/T 9704, the number of the page at its foot. */
const section = tag(
  'w:sectPr',
  {},
  tag('w:footerReference', { 'w:type': 'default', 'r:id': 'rId4' }),
  tag('w:pgSz', { 'w:w': 11_906, 'w:h': 16_838 }),
  tag('w:pgMar', {
    'w:top': 2098,
    'w:right': 1474,
    'w:bottom': 1984,
    'w:left': 1587,
    'w:header': 851,
    'w:footer': 1400,
    'w:gutter': 0,
  }),
);

function fixedParts(lang: string): Part[] {
  const page = tag('w:fldSimple', { 'w:instr': ' PAGE ' }, run('1'));
  const compatible = tag('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  });
  const settings = [
    tag('w:zoom', { 'w:percent': 100 }),
    tag('w:defaultTabStop', { 'w:val': 420 }),
    tag('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
    tag('w:compat', {}, compatible),
  ];
  return [
    stylesPart(lang),
    {
      path: 'word/settings.xml',
      type: `${type}settings+xml`,
      content: xmlHead + tag('w:settings', documentNames, ...settings),
    },
    fontTablePart(),
    {
      path: 'word/footer1.xml',
      type: `${type}footer+xml`,
      content: xmlHead + tag('w:ftr', documentNames, styled('Footer', run('— ') + page + run(' —'))),
    },
  ];
}

/**
 * Packs figures as an A4 document: each with its picture and caption, its data as a three-line table, notes and sources.
 * A heading stands above where the figures are a collection. Throws what `breathe` throws.
 */
export async function packDocument(
  figures: readonly DocumentFigure[],
  options: ExportOptions,
  breathe: Breathe,
): Promise<Blob> {
  const { documents } = options.text;
  const head = headLines(options);
  const title = head[0]?.words ?? figures[0]?.words.title ?? documents.product;
  const blocks = head.map(({ style, words }) => styled(style, run(words)));
  const pictures: Part[] = [];
  for (const [i, figure] of figures.entries()) {
    blocks.push(figureBlock(figure, i + 1, i === 0 ? head : [], options));
    pictures.push({ path: `word/media/image${String(i + 1)}.png`, content: figure.picture.png });
    await breathe();
  }
  const path = 'word/document.xml';
  const body = tag('w:document', documentNames, tag('w:body', {}, ...blocks, section));
  const about = { title, subject: documents.figures(figures.length), program: documents.product, lang: documents.lang };
  return packParts(
    [
      relationships('', [
        { type: 'officeDocument', target: path },
        { type: 'core-properties', target: 'docProps/core.xml' },
        { type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
      ...documentProperties({ ...about, madeOn: options.exportedOn }),
      { path, type: `${type}document.main+xml`, content: xmlHead + body },
      relationships(path, [
        ...fixed.map((name) => ({ type: name, target: name === 'footer' ? 'footer1.xml' : `${name}.xml` })),
        ...pictures.map((part) => ({ type: 'image', target: part.path.replace('word/', '') })),
      ]),
      ...fixedParts(documents.lang),
      ...pictures,
    ],
    `${type}document`,
    breathe,
  );
}
