import { chartTheme } from '../../charts/theme';
import type { Breathe } from '../breathe';
import type { ExportOptions } from '../exportOptions';
import { legalText } from '../legalText';
import { packParts, relationships, type Part } from '../ooxml/packParts';
import { documentProperties } from '../ooxml/properties';
import { tag, xmlHead } from '../ooxml/xml';
import { agendaCount, agendaSlides } from './agendaSlides';
import { sourceSlides, tableSlides } from './appendixSlides';
import { coverSlide } from './coverSlide';
import { slidesOf, type DeckPage } from './deckPage';
import { figureSlides } from './figureSlide';
import { layoutParts } from './layouts';
import { masterParts } from './masters';
import { deckNames, emu, slidePx } from './shapes';
import { slideParts, type Slide } from './slide';

const mime = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

function presentation(slides: number): Part[] {
  const path = 'ppt/presentation.xml';
  const ids = Array.from({ length: slides }, (_, i) => tag('p:sldId', { id: 256 + i, 'r:id': `rId${String(i + 4)}` }));
  const content = tag(
    'p:presentation',
    { ...deckNames, saveSubsetFonts: 1 },
    tag('p:sldMasterIdLst', {}, tag('p:sldMasterId', { id: 2_147_483_648, 'r:id': 'rId1' })),
    tag('p:notesMasterIdLst', {}, tag('p:notesMasterId', { 'r:id': 'rId2' })),
    tag('p:sldIdLst', {}, ...ids),
    tag('p:sldSz', { cx: emu(slidePx.widthPx), cy: emu(slidePx.heightPx) }),
    tag('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
  );
  return [
    { path, type: `${mime}.main+xml`, content: xmlHead + content },
    relationships(path, [
      { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      { type: 'theme', target: 'theme/theme1.xml' },
      ...Array.from({ length: slides }, (_, i) => ({ type: 'slide', target: `slides/slide${String(i + 1)}.xml` })),
    ]),
  ];
}

/** The title of a deck: the collection's, else the figure's own. */
const titleOf = (pages: readonly DeckPage[], { collection, text }: ExportOptions) =>
  legalText(collection?.title ?? '') || (pages[0]?.words.title ?? text.documents.product);

/**
 * Packs pages as a deck of 16:9: cover, agenda (of more than one figure), a figure a slide, then the data as tables and
 * the sources. Written part by part in the order that ECMA-376 (PresentationML) asks for, so that no program has anything
 * to repair; every run of text names its East Asian font. Throws what `breathe` throws.
 */
export async function packDeck(pages: readonly DeckPage[], options: ExportOptions, breathe: Breathe): Promise<Blob> {
  const { documents } = options.text;
  const { lang } = documents;
  const theme = chartTheme(options.theme);
  const title = titleOf(pages, options);
  const first = 2 + agendaCount(pages.length);
  const before = (figure: number) => pages.slice(0, figure).reduce((sum, page) => sum + slidesOf(page), 0);
  const slideOf = (figure: number) => first + before(figure);
  const slides: Slide[] = [coverSlide(title, pages, options), ...agendaSlides(pages, options, slideOf)];
  const parts: Part[] = [];
  for (const [i, page] of pages.entries()) {
    const made = figureSlides(page, before(i) + 1, options);
    slides.push(...made.slides);
    parts.push(...made.parts);
    await breathe();
  }
  for (const [i, page] of pages.entries()) {
    slides.push(...tableSlides(page, i + 1, options));
    await breathe();
  }
  slides.push(...sourceSlides(pages, options));
  for (const [i, slide] of slides.entries()) {
    parts.push(...slideParts(slide, i + 1, lang));
    await breathe();
  }
  const about = { title, subject: documents.figures(pages.length), program: documents.product, lang };
  return packParts(
    [
      relationships('', [
        { type: 'officeDocument', target: 'ppt/presentation.xml' },
        { type: 'core-properties', target: 'docProps/core.xml' },
        { type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
      ...documentProperties({ ...about, madeOn: options.exportedOn }),
      ...presentation(slides.length),
      ...masterParts(theme, lang),
      ...layoutParts(theme, lang),
      ...parts,
    ],
    mime,
    breathe,
  );
}
