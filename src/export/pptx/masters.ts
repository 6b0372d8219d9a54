import { chartTheme, type ChartTheme } from '../../charts/theme';
import { relationships, type Part } from '../ooxml/packParts';
import { tag, xmlHead } from '../ooxml/xml';
import { layoutIds, masterShapes } from './layouts';
import { deckNames, scheme, shapeTree } from './shapes';
import { levelStyle } from './slideText';
import { themePart } from './themePart';

const colourMap = tag('p:clrMap', {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accent${String(n)}`, `accent${String(n)}`])),
  hlink: 'hlink',
  folHlink: 'folHlink',
});

const ground = tag('p:bg', {}, tag('p:bgPr', {}, scheme('bg1'), tag('a:effectLst')));

/** Type of everything that no layout says more about. */
const textStyles = tag(
  'p:txStyles',
  {},
  tag('p:titleStyle', {}, levelStyle({ sizePt: 28, bold: true, colour: 'tx1', align: 'l' })),
  tag('p:bodyStyle', {}, levelStyle({ sizePt: 16, bold: false, colour: 'tx1', align: 'l' })),
  tag('p:otherStyle', {}, levelStyle({ sizePt: 12, bold: false, colour: 'tx1', align: 'l' })),
);

function slideMaster(lang: string): Part[] {
  const path = 'ppt/slideMasters/slideMaster1.xml';
  const list = layoutIds.map((_, i) => tag('p:sldLayoutId', { id: 2_147_483_649 + i, 'r:id': `rId${String(i + 1)}` }));
  const content = tag(
    'p:sldMaster',
    deckNames,
    tag('p:cSld', {}, ground, shapeTree(masterShapes(lang))),
    colourMap,
    tag('p:sldLayoutIdLst', {}, ...list),
    textStyles,
  );
  return [
    {
      path,
      type: 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml',
      content: xmlHead + content,
    },
    relationships(path, [
      ...layoutIds.map((_, i) => ({
        type: 'slideLayout',
        target: `../slideLayouts/slideLayout${String(i + 1)}.xml`,
      })),
      { type: 'theme', target: '../theme/theme1.xml' },
    ]),
  ];
}

function notesMaster(): Part[] {
  const path = 'ppt/notesMasters/notesMaster1.xml';
  const locks = (more: Record<string, number>) => tag('a:spLocks', { noGrp: 1, ...more });
  const shape = (
    id: number,
    name: string,
    kind: Record<string, string | number>,
    y: number,
    cy: number,
    text: string,
  ) =>
    tag(
      'p:sp',
      {},
      tag(
        'p:nvSpPr',
        {},
        tag('p:cNvPr', { id, name }),
        tag('p:cNvSpPr', {}, locks(text === '' ? { noRot: 1, noChangeAspect: 1 } : {})),
        tag('p:nvPr', {}, tag('p:ph', kind)),
      ),
      tag(
        'p:spPr',
        {},
        tag('a:xfrm', {}, tag('a:off', { x: 685_800, y }), tag('a:ext', { cx: 5_486_400, cy })),
        tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
      ),
      text,
    );
  const words = tag('p:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), tag('a:p'));
  const shapes = [
    shape(2, 'Slide Image', { type: 'sldImg', idx: 2 }, 1_143_000, 3_086_100, ''),
    shape(3, 'Notes', { type: 'body', sz: 'quarter', idx: 3 }, 4_400_550, 3_600_450, words),
  ];
  const content = tag(
    'p:notesMaster',
    deckNames,
    tag('p:cSld', {}, ground, shapeTree(shapes)),
    colourMap,
    tag('p:notesStyle', {}, levelStyle({ sizePt: 12, bold: false, colour: 'tx1', align: 'l' })),
  );
  return [
    {
      path,
      type: 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml',
      content: xmlHead + content,
    },
    relationships(path, [{ type: 'theme', target: '../theme/theme2.xml' }]),
  ];
}

/** Master, themes and the master of speaker notes, which are black on white in every theme. */
export function masterParts(theme: ChartTheme, lang: string): Part[] {
  return [
    ...slideMaster(lang),
    ...notesMaster(),
    themePart('ppt/theme/theme1.xml', theme),
    themePart('ppt/theme/theme2.xml', chartTheme('light')),
  ];
}
