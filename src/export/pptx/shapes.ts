import { tag, val, solid } from '../ooxml/xml';

/** A rectangle on a slide of 1920 by 1080 pixels. */
export interface Place {
  x: number;
  y: number;
  widthPx: number;
  heightPx: number;
}

/** The slide, 13⅓ by 7½ inches. */
export const slidePx = { widthPx: 1920, heightPx: 1080 } as const;

/** Points a pixel of the slide. */
export const pointsPerPx = 0.5;

/** English metric units of a length in pixels. */
export const emu = (px: number) => Math.round(px * 6350);

/** Position and size as `a:xfrm` or `p:xfrm`. */
export function transform(place: Place, name: 'a:xfrm' | 'p:xfrm' = 'a:xfrm'): string {
  return tag(
    name,
    {},
    tag('a:off', { x: emu(place.x), y: emu(place.y) }),
    tag('a:ext', { cx: emu(place.widthPx), cy: emu(place.heightPx) }),
  );
}

const rectangle = tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst'));

export interface PlaceholderKind {
  type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'sldNum';
  idx?: number;
}

/** Words in a placeholder of the layout, where the layout puts it unless told otherwise. */
export function placeholder(
  id: number,
  name: string,
  kind: PlaceholderKind,
  paragraphs: string,
  more: { place?: Place; listStyle?: string; body?: string } = {},
): string {
  const { place, listStyle = '', body = tag('a:bodyPr', {}, tag('a:normAutofit')) } = more;
  const shape = place ? transform(place) + rectangle : '';
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id, name }),
      tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', {}, tag('p:ph', { type: kind.type, idx: kind.idx })),
    ),
    tag('p:spPr', {}, shape),
    tag('p:txBody', {}, body, tag('a:lstStyle', {}, listStyle), paragraphs),
  );
}

/** A box with words of its own, or a mere band of colour. */
export function box(
  id: number,
  name: string,
  place: Place,
  look: { fill?: string; stroke?: string; paragraphs?: string },
): string {
  const fill = look.fill === undefined ? tag('a:noFill') : solid(look.fill);
  const edge = tag('a:ln', { w: 15_875 }, look.stroke === undefined ? tag('a:noFill') : solid(look.stroke));
  const inset = { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' };
  const words = tag('p:txBody', {}, tag('a:bodyPr', inset), tag('a:lstStyle'), look.paragraphs ?? tag('a:p'));
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id, name }),
      tag('p:cNvSpPr', look.paragraphs === undefined ? {} : { txBox: 1 }),
      tag('p:nvPr'),
    ),
    tag('p:spPr', {}, transform(place), rectangle, fill, edge),
    words,
  );
}

/** A picture with its alternative text. */
export function picture(id: number, place: Place, about: { name: string; description: string; link: string }): string {
  return tag(
    'p:pic',
    {},
    tag(
      'p:nvPicPr',
      {},
      tag('p:cNvPr', { id, name: about.name, descr: about.description }),
      tag('p:cNvPicPr', {}, tag('a:picLocks', { noChangeAspect: 1 })),
      tag('p:nvPr'),
    ),
    tag('p:blipFill', {}, tag('a:blip', { 'r:embed': about.link }), tag('a:stretch', {}, tag('a:fillRect'))),
    tag('p:spPr', {}, transform(place), rectangle),
  );
}

/** A frame around a chart or a table. */
export function graphicFrame(
  id: number,
  place: Place,
  about: { name: string; description: string; uri: 'chart' | 'table'; content: string },
): string {
  return tag(
    'p:graphicFrame',
    {},
    tag(
      'p:nvGraphicFramePr',
      {},
      tag('p:cNvPr', { id, name: about.name, descr: about.description === '' ? undefined : about.description }),
      tag('p:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { noGrp: 1 })),
      tag('p:nvPr'),
    ),
    transform(place, 'p:xfrm'),
    tag(
      'a:graphic',
      {},
      tag('a:graphicData', { uri: `http://schemas.openxmlformats.org/drawingml/2006/${about.uri}` }, about.content),
    ),
  );
}

/** The words of a group of shapes: `p:spTree` with its obligatory beginning. */
export function shapeTree(shapes: readonly string[]): string {
  const zero = { x: 0, y: 0 };
  const none = { cx: 0, cy: 0 };
  const frame = [tag('a:off', zero), tag('a:ext', none), tag('a:chOff', zero), tag('a:chExt', none)];
  return tag(
    'p:spTree',
    {},
    tag('p:nvGrpSpPr', {}, tag('p:cNvPr', { id: 1, name: '' }), tag('p:cNvGrpSpPr'), tag('p:nvPr')),
    tag('p:grpSpPr', {}, tag('a:xfrm', {}, ...frame)),
    ...shapes,
  );
}

/** A paragraph that shows the number of its slide. */
export function slideNumberField(lang: string, number: number): string {
  const field = tag(
    'a:fld',
    { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
    tag('a:rPr', { lang }),
    tag('a:t', {}, String(number)),
  );
  return tag('a:p', {}, field);
}

/** Names of the three namespaces that every part of a deck uses. */
export const deckNames = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};

/** The colour map that slides inherit. */
export const inheritedColours = tag('p:clrMapOvr', {}, tag('a:masterClrMapping'));

export const scheme = (name: string) => tag('a:solidFill', {}, val('a:schemeClr', name));
