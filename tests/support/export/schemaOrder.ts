import type { Document, Element } from '@xmldom/xmldom';
import { all, childNames, type OpenedPackage } from './openPackage';

const split = (words: string) => words.trim().split(/\s+/);

const labelRest =
  'c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator';
const axis = (rest: string) =>
  `c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses ${rest}`;

/** Children of elements in the order of the schemas of ECMA-376 (5th edition, part 1); others are not looked at. */
const orders: Record<string, string[]> = Object.fromEntries(
  Object.entries({
    'c:chartSpace':
      'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes',
    'c:chart':
      'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs',
    'c:plotArea': 'c:layout c:barChart c:lineChart c:doughnutChart c:catAx c:valAx c:dTable c:spPr',
    'c:barChart': 'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId',
    'c:lineChart':
      'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId',
    'c:doughnutChart': 'c:varyColors c:ser c:dLbls c:firstSliceAng c:holeSize',
    'c:ser':
      'c:idx c:order c:tx c:spPr c:invertIfNegative c:explosion c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth c:shape',
    'c:dPt': 'c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr',
    'c:marker': 'c:symbol c:size c:spPr',
    'c:dLbls': `c:dLbl c:delete ${labelRest} c:showLeaderLines`,
    'c:dLbl': `c:idx c:delete c:layout c:tx ${labelRest}`,
    'c:catAx': axis('c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl'),
    'c:valAx': axis('c:crossBetween c:majorUnit c:minorUnit c:dispUnits'),
    'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr',
    'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr',
    'c:manualLayout': 'c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h',
    'c:strCache': 'c:ptCount c:pt',
    'c:numCache': 'c:formatCode c:ptCount c:pt',
    'a:rPr': 'a:ln a:noFill a:solidFill a:effectLst a:latin a:ea a:cs a:sym a:hlinkClick',
    'a:defRPr': 'a:ln a:noFill a:solidFill a:effectLst a:latin a:ea a:cs a:sym a:hlinkClick',
    'a:p': 'a:pPr a:r a:fld a:endParaRPr',
    'a:lvl1pPr': 'a:lnSpc a:spcBef a:spcAft a:buNone a:defRPr',
    'a:tcPr': 'a:lnL a:lnR a:lnT a:lnB a:noFill a:solidFill',
    'a:tbl': 'a:tblPr a:tblGrid a:tr',
    'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
    'a:clrScheme':
      'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
    'p:presentation': 'p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz',
    'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:timing p:transition p:hf p:txStyles',
    'p:sldLayout': 'p:cSld p:clrMapOvr',
    'p:notesMaster': 'p:cSld p:clrMap p:hf p:notesStyle',
    'p:sld': 'p:cSld p:clrMapOvr',
    'p:notes': 'p:cSld p:clrMapOvr',
    'p:cSld': 'p:bg p:spTree',
    'p:sp': 'p:nvSpPr p:spPr p:style p:txBody',
    'p:spPr': 'a:xfrm a:prstGeom a:noFill a:solidFill a:ln',
    'p:pic': 'p:nvPicPr p:blipFill p:spPr',
    'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic',
    'p:txBody': 'a:bodyPr a:lstStyle a:p',
    'a:txBody': 'a:bodyPr a:lstStyle a:p',
    'w:pPr': 'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:spacing w:ind w:jc w:outlineLvl',
    'w:rPr': 'w:rFonts w:b w:i w:color w:sz w:szCs w:lang',
    'w:tblPr': 'w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook',
    'w:tblBorders': 'w:top w:left w:bottom w:right w:insideH w:insideV',
    'w:trPr': 'w:cantSplit w:tblHeader',
    'w:tcPr': 'w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:vAlign',
    'w:tbl': 'w:tblPr w:tblGrid w:tr',
    'w:sectPr': 'w:headerReference w:footerReference w:pgSz w:pgMar',
    'w:style': 'w:name w:basedOn w:next w:qFormat w:pPr w:rPr',
    'w:styles': 'w:docDefaults w:latentStyles w:style',
    'w:font': 'w:altName w:panose1 w:charset w:family w:pitch',
    'w:settings': 'w:zoom w:defaultTabStop w:characterSpacingControl w:compat',
    'wp:inline': 'wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic',
  }).map(([name, words]) => [name, split(words)]),
);

/** What breaks the order of the schema in a document: the element and the child that came too late or is unknown. */
export function orderBreaches(document: Document): string[] {
  return Object.entries(orders).flatMap(([name, order]) =>
    all(document, name).flatMap((element: Element) => {
      // A marker of a line chart is a switch, not the look of points.
      const names = childNames(element);
      let last = 0;
      return names.flatMap((child) => {
        const at = order.indexOf(child);
        if (at < last) return [`${name}: ${child} after ${order[last] ?? ''}`];
        last = at;
        return [];
      });
    }),
  );
}

/** What is wrong with the package itself: parts without a type, relationships that lead nowhere, ids given twice. */
export function packageBreaches({ paths, xml, related, parts }: OpenedPackage): string[] {
  const types = xml('[Content_Types].xml');
  const overrides = all(types, 'Override').map((one) => (one.getAttribute('PartName') ?? '').slice(1));
  const endings = all(types, 'Default').map((one) => one.getAttribute('Extension') ?? '');
  const twice = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) !== i);
  const references = parts('').flatMap((path) => {
    const ids = related(path);
    return all(xml(path), '*').flatMap((element) =>
      ['r:id', 'r:embed'].flatMap((name) => {
        const id = element.getAttribute(name);
        return id && !ids.has(id) ? [`${path}: ${id} is no relationship`] : [];
      }),
    );
  });
  const shapeIds = parts('ppt/slides/slide').flatMap((path) =>
    twice(all(xml(path), 'p:cNvPr').map((one) => one.getAttribute('id') ?? '')).map((id) => `${path}: id ${id} twice`),
  );
  return [
    ...overrides.filter((path) => !paths.includes(path)).map((path) => `type of ${path}, which is no part`),
    ...twice(paths).map((path) => `${path} twice`),
    ...paths.filter((path) => path.endsWith('/')).map((path) => `${path} is a folder`),
    ...paths
      .filter((path) => !overrides.includes(path) && !endings.includes(path.split('.').at(-1) ?? ''))
      .map((path) => `${path} has no type`),
    ...['', ...paths].flatMap((path) =>
      [...related(path).values()]
        .filter((target) => !paths.includes(target.path))
        .map((target) => `${path} leads to ${target.path}, which is no part`),
    ),
    ...references,
    ...shapeIds,
  ];
}
