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
import { numbered, run, styled } from './paragraphs';
import { stylesPart } from './styles';
import { threeLineTables } from './threeLineTable';

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

/** Mark, picture, caption, table with its caption and unit, notes and sources. */
function figureBlock(figure: DocumentFigure, number: number, options: ExportOptions): string {
  const { words, picture, table, description } = figure;
  const { text } = options;
  const { documents } = text;
  const link = `rId${String(fixed.length + number)}`;
  const newPage = number > 1;
  const mark = words.mark === '' ? '' : styled('Mark', run(words.mark), { newPage });
  const image = inlinePicture(picture, { link, number, name: words.title, description });
  const caption = (label: string) => numbered(label, number) + run(documents.gap + words.title);
  const notes = [words.remark === '' ? '' : documents.remark(words.remark), ...footLines(words, options)];
  const unit =
    words.unit === '' ? '' : styled('Unit', run(text.unitLine(words.unit)), { newPage: newPage && mark === '' });
  return [
    mark,
    unit,
    styled('Picture', image, { newPage: newPage && mark === '' && unit === '' }),
    styled('Caption', caption(documents.figureNumber(number))),
    styled('TableCaption', caption(documents.tableNumber(number))),
    words.subtitle === '' ? '' : styled('Scope', run(words.subtitle)),
    threeLineTables(table),
    ...notes.filter(Boolean).map((line) => styled('SourceNote', run(line))),
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
  const heading = legalText(options.collection?.title ?? '');
  const title = heading || (figures[0]?.words.title ?? documents.product);
  const blocks = heading === '' ? [] : [styled('Title', run(heading))];
  if (heading !== '' && options.exportedOn !== null)
    blocks.push(styled('Dateline', run(documents.madeOn(legalText(options.exportedOn)))));
  const pictures: Part[] = [];
  for (const [i, figure] of figures.entries()) {
    blocks.push(figureBlock(figure, i + 1, options));
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
