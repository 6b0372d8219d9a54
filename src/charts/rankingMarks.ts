import type { CustomSeriesOption } from 'echarts';
import { absenceMark, type MarkStyle } from './absenceMarks';
import { cellText, drawnValue } from './cell';
import type { FigureContext } from './context';
import type { Frame } from './figure';
import type { Row } from './rows';
import type { ChartTheme } from './theme';

/** A line across each row at its target. */
export function targetTicks(rows: readonly Row[], theme: ChartTheme, frame: Frame): CustomSeriesOption {
  return {
    type: 'custom',
    name: '#targets',
    silent: true,
    tooltip: { show: false },
    encode: { x: 0, y: 1 },
    z: 4,
    data: rows.map(({ target }, i) => [(target && drawnValue(target)) ?? 0, i]),
    renderItem: (params, api) => {
      const target = rows[params.dataIndex]?.target;
      const value = target ? drawnValue(target) : null;
      if (value === null) return null;
      const [x = 0, y = 0] = api.coord([value, params.dataIndex]);
      const half = frame.fontPx * 0.75;
      return {
        type: 'line',
        shape: { x1: x, y1: y - half, x2: x, y2: y + half },
        style: { stroke: theme.text, lineWidth: Math.max(2, frame.fontPx / 7) },
      };
    },
  };
}

/** 未报, 未提及 or — in words where the bar would begin, beside the mark of its kind. */
export function absenceWords(rows: readonly Row[], style: MarkStyle, context: FigureContext): CustomSeriesOption {
  const { theme, frame } = style;
  return {
    type: 'custom',
    name: '#absences',
    silent: true,
    tooltip: { show: false },
    encode: { x: 0, y: 1 },
    z: 3,
    data: rows.map((_, i) => [0, i]),
    renderItem: (params, api) => {
      const row = rows[params.dataIndex];
      if (!row || drawnValue(row.cell) !== null) return null;
      const [x = 0, y = 0] = api.coord([0, params.dataIndex]);
      const size = frame.fontPx * 0.75;
      const mark = absenceMark(row.cell.state, { x: x + 3, y: y - size / 2, width: size * 1.6, height: size }, style);
      return {
        type: 'group',
        children: [
          ...(mark ? [mark] : []),
          {
            type: 'text',
            style: {
              text: cellText(row.cell, context, { style: 'compact' }),
              x: x + 3 + (mark ? size * 1.6 + frame.fontPx * 0.5 : 0),
              y,
              verticalAlign: 'middle',
              fill: theme.textMuted,
              fontSize: frame.fontPx,
              fontFamily: theme.fontFamily,
            },
          },
        ],
      };
    },
  };
}
