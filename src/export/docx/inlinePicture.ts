import type { ChartPicture } from '../chartPicture';
import { tag } from '../ooxml/xml';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/';

/** Width of the text on the page, 156 mm, in English metric units. */
const textEmu = 5_616_000;

/** A picture as wide as the text or a share of it, with words for those who cannot see it; `number` tells it from the others. */
export function inlinePicture(
  { widthPx, heightPx }: ChartPicture,
  about: { link: string; number: number; name: string; description: string; share: number },
): string {
  const cx = Math.round(textEmu * about.share);
  const size = { cx, cy: Math.round((cx * heightPx) / widthPx) };
  const picture = tag(
    'pic:pic',
    { 'xmlns:pic': `${drawing}picture` },
    tag('pic:nvPicPr', {}, tag('pic:cNvPr', { id: about.number, name: about.name }), tag('pic:cNvPicPr')),
    tag('pic:blipFill', {}, tag('a:blip', { 'r:embed': about.link }), tag('a:stretch', {}, tag('a:fillRect'))),
    tag(
      'pic:spPr',
      {},
      tag('a:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', size)),
      tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
    ),
  );
  const inline = tag(
    'wp:inline',
    { 'xmlns:wp': `${drawing}wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
    tag('wp:extent', size),
    tag('wp:docPr', { id: about.number, name: about.name, descr: about.description }),
    tag('wp:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { 'xmlns:a': `${drawing}main`, noChangeAspect: 1 })),
    tag('a:graphic', { 'xmlns:a': `${drawing}main` }, tag('a:graphicData', { uri: `${drawing}picture` }, picture)),
  );
  return tag('w:r', {}, tag('w:drawing', {}, inline));
}
