import { relationships, type Part, type Relationship } from '../ooxml/packParts';
import { tag, xmlHead } from '../ooxml/xml';
import { layoutPath, type LayoutId } from './layouts';
import { deckNames, inheritedColours, placeholder, shapeTree, slideNumberField } from './shapes';
import { paragraph } from './slideText';

/** A slide in the making: its shapes, what they lead to, and what is said while it is shown. */
export interface Slide {
  layout: LayoutId;
  /** Each gets its own id. */
  shapes: ((id: number) => string)[];
  /** What `link` gave a relationship to. */
  targets: Relationship[];
  /** Paragraphs of the speaker notes. */
  notes: string[];
}

export const newSlide = (layout: LayoutId): Slide => ({ layout, shapes: [], targets: [], notes: [] });

/** The first two relationships of a slide are its layout and its notes. */
const fixed = 2;

/** Gives a slide a relationship; output: its id. */
export function link(slide: Slide, target: Relationship): string {
  slide.targets.push(target);
  return `rId${String(fixed + slide.targets.length)}`;
}

const slideType = 'application/vnd.openxmlformats-officedocument.presentationml.';

function notesPart(slide: Slide, number: number, lang: string): Part[] {
  const path = `ppt/notesSlides/notesSlide${String(number)}.xml`;
  const image = tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id: 2, name: 'Slide Image' }),
      tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      tag('p:nvPr', {}, tag('p:ph', { type: 'sldImg' })),
    ),
    tag('p:spPr'),
  );
  const words = slide.notes.map((line) => paragraph(line, { lang })).join('') || tag('a:p');
  const notes = placeholder(3, 'Notes', { type: 'body', idx: 1 }, words, { body: tag('a:bodyPr') });
  return [
    {
      path,
      type: `${slideType}notesSlide+xml`,
      content: xmlHead + tag('p:notes', deckNames, tag('p:cSld', {}, shapeTree([image, notes])), inheritedColours),
    },
    relationships(path, [
      { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { type: 'slide', target: `../slides/slide${String(number)}.xml` },
    ]),
  ];
}

/** The parts of a finished slide, its number counted from one. */
export function slideParts(slide: Slide, number: number, lang: string): Part[] {
  const path = `ppt/slides/slide${String(number)}.xml`;
  const shapes = slide.shapes.map((make, i) => make(i + 2));
  if (slide.layout !== 'cover')
    shapes.push(
      placeholder(shapes.length + 2, 'Slide Number', { type: 'sldNum', idx: 12 }, slideNumberField(lang, number)),
    );
  return [
    {
      path,
      type: `${slideType}slide+xml`,
      content: xmlHead + tag('p:sld', deckNames, tag('p:cSld', {}, shapeTree(shapes)), inheritedColours),
    },
    relationships(path, [
      { type: 'slideLayout', target: layoutPath(slide.layout).replace('ppt/', '../') },
      { type: 'notesSlide', target: `../notesSlides/notesSlide${String(number)}.xml` },
      ...slide.targets,
    ]),
    ...notesPart(slide, number, lang),
  ];
}
