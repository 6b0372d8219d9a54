import { columnStrips, type DisplayTable } from '../displayTable';
import { tag } from '../ooxml/xml';
import { run, styled } from './paragraphs';

/** Width of the text on the page, 156 mm, in twentieths of a point. */
export const textTwips = 8845;

/** The same in em of the type of tables, 五号. */
const textEm = textTwips / 210;

const edge = (name: string, eighths: number) =>
  tag(name, { 'w:val': eighths === 0 ? 'nil' : 'single', 'w:sz': eighths, 'w:space': 0, 'w:color': 'auto' });

const heavy = 12;
const light = 6;

function row(cells: readonly string[], twips: readonly number[], head: boolean): string {
  const list = cells.map((words, i) => {
    const under = head ? tag('w:tcBorders', {}, edge('w:bottom', light)) : '';
    const properties = tag(
      'w:tcPr',
      {},
      tag('w:tcW', { 'w:w': twips[i] ?? 0, 'w:type': 'dxa' }),
      under,
      tag('w:vAlign', { 'w:val': 'center' }),
    );
    const align = { align: i === 0 ? 'left' : 'right' } as const;
    return tag('w:tc', {}, properties, styled(head ? 'TableHead' : 'TableText', run(words), align));
  });
  const properties = tag('w:trPr', {}, tag('w:cantSplit'), head ? tag('w:tblHeader') : '');
  return tag('w:tr', {}, properties, ...list);
}

/**
 * A table with three lines: above and below the head, below the last row; the head returns on each page. Too many columns
 * become several tables, each beginning with the names of the rows.
 */
export function threeLineTables(table: DisplayTable): string {
  return columnStrips(table, textEm)
    .map((strip) => {
      const sum = strip.widthsEm.reduce((total, em) => total + em, 0);
      const twips = strip.widthsEm.map((em) => Math.round((textTwips * em) / sum));
      const borders = [
        edge('w:top', heavy),
        edge('w:left', 0),
        edge('w:bottom', heavy),
        edge('w:right', 0),
        edge('w:insideH', 0),
        edge('w:insideV', 0),
      ];
      const properties = tag(
        'w:tblPr',
        {},
        tag('w:tblW', { 'w:w': textTwips, 'w:type': 'dxa' }),
        tag('w:jc', { 'w:val': 'center' }),
        tag('w:tblBorders', {}, ...borders),
        tag('w:tblLayout', { 'w:type': 'fixed' }),
      );
      const grid = tag('w:tblGrid', {}, ...twips.map((width) => tag('w:gridCol', { 'w:w': width })));
      const rows = [row(strip.columns, twips, true), ...strip.rows.map((cells) => row(cells, twips, false))];
      return tag('w:tbl', {}, properties, grid, ...rows);
    })
    .join(styled('SourceNote', ''));
}
