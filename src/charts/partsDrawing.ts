import { formatChange } from '../statistics/format';
import type { Cell } from '../statistics/query';
import { drawnValue } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import type { Frame } from './figure';
import type { Row, RowsInput } from './rows';
import type { ChartTheme } from './theme';
import { tooltipHtml, tooltipStyle } from './tooltip';

/** What both forms of a composition draw from. */
export interface PartsDrawing {
  /** Positive values, the largest first. */
  parts: readonly Row[];
  /** Sum of the drawn parts: what shares are of. */
  sum: number;
  whole: Cell;
  split: RowsInput['split'];
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** Share of the drawn parts in percent, one decimal; "<0.1%" never reads as nothing. */
export function shareText(row: Row, sum: number, { language }: FigureContext): string {
  const share = sum > 0 ? (drawnValue(row.cell) ?? 0) / sum : 0;
  if (share > 0 && share < 0.0005) return '<0.1%';
  return formatChange(share, { language }).replace('+', '');
}

/** Colour of a part by its key. */
export const colourOf = ({ key }: Row, { split, context, theme }: PartsDrawing) =>
  seriesColour(key, split, context.areas, theme);

/** Tooltip of one part: its number and share. */
export function tooltipOf(drawing: PartsDrawing) {
  const { parts, sum, theme, frame, context } = drawing;
  return {
    ...tooltipStyle(theme, frame),
    trigger: 'item' as const,
    formatter: (hovered: unknown) => {
      const { dataIndex, name } = hovered as { dataIndex?: number; name?: string };
      const row = parts.find(({ key }) => key === name) ?? parts[dataIndex ?? -1];
      if (!row) return '';
      const extra = `${context.text.share} ${shareText(row, sum, context)}`;
      return tooltipHtml(
        row.name,
        [{ name: '', colour: colourOf(row, drawing), cell: row.cell, extra }],
        theme,
        context,
      );
    },
  };
}

/** Braces and bars would open ECharts' rich text. */
export const plain = (text: string) => text.replace(/[{}|]/g, ' ');
