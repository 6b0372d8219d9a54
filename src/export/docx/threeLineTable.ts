import { columnStrips, type DisplayTable, type TableStrip } from '../displayTable';
import { tag } from '../ooxml/xml';
import { textTwips } from './pageRoom';
import { run, styled } from './paragraphs';

/** Width of the text on the page in em of the type of tables, 五号. */
const textEm = textTwips / 210;

const edge = (name: string, eighths: number) =>
  tag(name, { 'w:val': eighths === 0 ? 'nil' : 'single', 'w:sz': eighths, 'w:space': 0, 'w:color': 'auto' });

const heavy = 12;
const light = 6;

interface RowPlace {
  head: boolean;
  /** Whether what follows stays on its page. */
  keepNext: boolean;
}

function row(cells: readonly string[], twips: readonly number[], { head, keepNext }: RowPlace): string {
  const list = cells.map((words, i) => {
    const under = head ? tag('w:tcBorders', {}, edge('w:bottom', light)) : '';
    const properties = tag(
      'w:tcPr',
      {},
      tag('w:tcW', { 'w:w': twips[i] ?? 0, 'w:type': 'dxa' }),
      under,
      tag('w:vAlign', { 'w:val': 'center' }),
    );
    const place = { align: i === 0 ? 'left' : 'right', keepNext } as const;
    return tag('w:tc', {}, properties, styled(head ? 'TableHead' : 'TableText', run(words), place));
  });
  const properties = tag('w:trPr', {}, tag('w:cantSplit'), head ? tag('w:tblHeader') : '');
  return tag('w:tr', {}, properties, ...list);
}

/** Columns of a table that stand side by side across the page, part by part; each part begins with the names of the rows. */
export const pageStrips = (table: DisplayTable): TableStrip[] => columnStrips(table, textEm);

/** Rows at a table's beginning and end that neither stand alone nor leave the notes below them alone. */
const keptRows = 2;

/** Tables with three lines: above and below the head, below the last row; the head returns on each page. */
export function threeLineTables(strips: readonly TableStrip[]): string {
  return strips
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
      const rows = [
        row(strip.columns, twips, { head: true, keepNext: true }),
        ...strip.rows.map((cells, i) =>
          row(cells, twips, { head: false, keepNext: i < keptRows || i >= strip.rows.length - keptRows }),
        ),
      ];
      return tag('w:tbl', {}, properties, grid, ...rows);
    })
    .join(styled('SourceNote', ''));
}
