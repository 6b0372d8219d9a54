import type { TooltipComponentOption } from 'echarts';
import type { Cell } from '../statistics/query';
import { cellDetails, cellText, isApproximate, isIncomplete } from './cell';
import type { FigureContext } from './context';
import { escapeHtml } from './escapeHtml';
import type { Frame } from './figure';
import { shortList } from './shortList';
import type { ChartTheme } from './theme';

export interface TooltipRow {
  name: string;
  colour: string;
  cell: Cell;
  /** Beside the details of the cell: share of the whole, progress. */
  extra?: string;
}

/** Look of every tooltip; the text is HTML made by `tooltipHtml`. */
export function tooltipStyle(theme: ChartTheme, frame: Frame): TooltipComponentOption {
  return {
    show: frame.purpose === 'screen',
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.surface,
    borderColor: theme.border,
    borderWidth: 1,
    padding: [8, 12],
    extraCssText: 'max-width: 360px; white-space: normal; box-shadow: 0 8px 28px rgb(0 0 0 / 18%);',
    textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: 13 },
  };
}

const swatch = (colour: string, hollow: boolean) =>
  `<span style="display:inline-block;box-sizing:border-box;width:10px;height:10px;border-radius:5px;margin-right:6px;` +
  `border:2px solid ${colour};background:${hollow ? 'transparent' : colour}"></span>`;

function rowHtml({ name, colour, cell, extra }: TooltipRow, theme: ChartTheme, context: FigureContext): string {
  const value = escapeHtml(cellText(cell, context, { style: 'exact' }));
  const details = [...(extra === undefined ? [] : [extra]), ...cellDetails(cell, context)].map(escapeHtml).join(' · ');
  const label = name === '' ? '' : `<span style="color:${theme.textMuted}">${escapeHtml(name)}</span>`;
  const line =
    `<div style="display:flex;justify-content:space-between;gap:16px;line-height:20px">` +
    `<span>${swatch(colour, isApproximate(cell) || isIncomplete(cell))}${label}</span>` +
    `<b style="font-weight:600;font-variant-numeric:tabular-nums">${value}</b></div>`;
  const below = `<div style="color:${theme.textMuted};font-size:12px;line-height:18px;margin-left:16px">${details}</div>`;
  return details === '' ? line : line + below;
}

/**
 * HTML of a tooltip: a heading, one line a value with its exact number and what must be known beside it, then the names
 * without a number by kind of absence. Every text is escaped; colours come from the theme.
 */
export function tooltipHtml(
  heading: string,
  rows: readonly TooltipRow[],
  theme: ChartTheme,
  context: FigureContext,
): string {
  const { text } = context;
  const alone = rows.length === 1;
  const valued = rows.filter((row) => alone || row.cell.state === 'value');
  const absent = (['unreported', 'unmentioned'] as const).flatMap((state) => {
    const names = rows.filter((row) => !alone && row.cell.state === state).map((row) => row.name);
    const words = escapeHtml(text.named(text[state], shortList(names, 6, text)));
    return names.length === 0
      ? []
      : [`<div style="color:${theme.textMuted};font-size:12px;line-height:18px">${words}</div>`];
  });
  const head = `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(heading)}</div>`;
  return head + valued.map((row) => rowHtml(row, theme, context)).join('') + absent.join('');
}
