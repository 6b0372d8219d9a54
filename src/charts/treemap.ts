import type { EChartsOption } from 'echarts';
import { baseOption, moves } from './baseOption';
import { cellText, drawnValue } from './cell';
import { inkOn } from './colours';
import { truncateEm } from './measureText';
import { colourOf, plain, shareText, tooltipOf, type PartsDrawing } from './partsDrawing';

/** Rectangles in proportion, each with its name, number and share; what does not fit a rectangle is cut. */
export function treemapOption(drawing: PartsDrawing): EChartsOption {
  const { parts, sum, theme, frame, context } = drawing;
  return {
    ...baseOption(theme, frame),
    tooltip: tooltipOf(drawing),
    series: [
      {
        type: 'treemap',
        name: 'parts',
        left: 0,
        top: 0,
        right: 0,
        bottom: 0,
        roam: false,
        // A treemap has motion of its own, which would paint its labels transparent in a first frame.
        animation: moves(frame),
        animationDurationUpdate: 240,
        nodeClick: false,
        breadcrumb: { show: false },
        sort: false,
        label: {
          show: true,
          fontFamily: theme.fontFamily,
          fontSize: frame.fontPx,
          lineHeight: frame.fontPx * 1.4,
          padding: frame.fontPx * 0.4,
          position: 'insideTopLeft',
          overflow: 'truncate',
        },
        itemStyle: { borderWidth: 0, gapWidth: 2, borderColor: theme.surface },
        data: parts.map((row) => {
          const color = colourOf(row, drawing);
          const value = cellText(row.cell, context, { style: 'compact', unit: false });
          return {
            name: row.key,
            value: drawnValue(row.cell) ?? 0,
            itemStyle: { color },
            label: {
              color: inkOn(color),
              formatter: `${plain(truncateEm(row.name, 16))}\n${plain(value)}\n${shareText(row, sum, context)}`,
            },
          };
        }),
      },
    ],
  };
}
