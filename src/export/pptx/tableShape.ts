import type { ChartTheme } from '../../charts/theme';
import { solid, tag } from '../ooxml/xml';
import { emu, graphicFrame, type Place } from './shapes';
import { paragraph, type RunStyle } from './slideText';

/** One cell: words, how they stand, and the ground behind them. */
export interface TableCellLook {
  words: string;
  style: RunStyle;
  fill?: string;
}

export interface TableLook {
  /** In pixels of the slide; they add up to the width of the table. */
  widthsPx: readonly number[];
  rowPx: number;
  /** Rows of heads, with lines above and below them. */
  heads: number;
  theme: ChartTheme;
}

type Line = 'a:lnL' | 'a:lnR' | 'a:lnT' | 'a:lnB';

const line = (name: Line, widthPt: number, colour: string) =>
  widthPt === 0 ? tag(name, { w: 0 }, tag('a:noFill')) : tag(name, { w: widthPt * 12_700 }, solid(colour));

/** Three lines and nothing more: above and below the head, below the last row; hairlines between rows. */
function cell({ words, style, fill }: TableCellLook, row: number, rows: number, look: TableLook): string {
  const { theme, heads } = look;
  const top = row === 0 ? 1.5 : row === heads ? 0.75 : 0.25;
  const bottom = row === rows - 1 ? 1.5 : row === heads - 1 ? 0.75 : 0.25;
  const colour = (widthPt: number) => (widthPt > 0.5 ? theme.text : theme.border);
  const properties = tag(
    'a:tcPr',
    { marL: 60_000, marR: 60_000, marT: 20_000, marB: 20_000, anchor: 'ctr' },
    line('a:lnL', 0, theme.text),
    line('a:lnR', 0, theme.text),
    line('a:lnT', top, colour(top)),
    line('a:lnB', bottom, colour(bottom)),
    fill === undefined ? tag('a:noFill') : solid(fill),
  );
  const body = tag('a:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), paragraph(words, style));
  return tag('a:tc', {}, body, properties);
}

/** A table of the deck, a real one whose cells can be edited. */
export function tableShape(
  name: string,
  place: Pick<Place, 'x' | 'y'>,
  rows: readonly (readonly TableCellLook[])[],
  look: TableLook,
): (id: number) => string {
  const grid = look.widthsPx.map((px) => tag('a:gridCol', { w: emu(px) }));
  const lines = rows.map((cells, row) =>
    tag('a:tr', { h: emu(look.rowPx) }, ...cells.map((one) => cell(one, row, rows.length, look))),
  );
  const properties = tag('a:tblPr', look.heads > 0 ? { firstRow: 1 } : {});
  const content = tag('a:tbl', {}, properties, tag('a:tblGrid', {}, ...grid), ...lines);
  const widthPx = look.widthsPx.reduce((sum, px) => sum + px, 0);
  const size = { ...place, widthPx, heightPx: look.rowPx * rows.length };
  return (id) => graphicFrame(id, size, { name, description: '', uri: 'table', content });
}
