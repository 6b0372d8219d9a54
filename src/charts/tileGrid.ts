import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { hatch, baseOption, stripes } from './baseOption';
import { cellText, drawnValue, isIncomplete } from './cell';
import { classColour, classLegendItems, classLegendStub } from './classLegend';
import { inkOn, mix } from './colours';
import type { FigureContext } from './context';
import type { Figure, Frame } from './figure';
import { layOutLegend } from './legend';
import { estimateEm, fittingLabels } from './measureText';
import { composeNotes } from './notes';
import { rowsInOrder, type RankingOrder } from './ranking';
import { isOneBucket, rowAddress, rowsOf, rowsTable, rowsUnit, wholeOf, type Row, type RowsInput } from './rows';
import { markOf, sourceLine } from './sourceLine';
import type { ChartTheme } from './theme';
import { fileStemOf, scopeAndSplit, subjectOf, subtitleOf } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { valueClasses, type ValueClass } from './valueClasses';

export interface TileGridInput extends RowsInput {
  order: RankingOrder;
}

interface TilesDrawing {
  rows: readonly Row[];
  classes: readonly ValueClass[];
  oneBucket: boolean;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** Columns that make tiles about half as high as wide. */
function columnsFor(count: number, widthPx: number, heightPx: number): number {
  const square = Math.ceil(Math.sqrt((count * widthPx) / (Math.max(1, heightPx) * 1.8)));
  return Math.max(1, Math.min(count, square));
}

function fillOf({ cell }: Row, { classes, theme }: TilesDrawing): string {
  const value = drawnValue(cell);
  if (value === null || value < 0) return theme.noData;
  return value === 0 ? theme.surface : classColour(value, classes, theme);
}

function tiles(drawing: TilesDrawing, topPx: number): CustomSeriesOption {
  const { rows, theme, frame, context } = drawing;
  const heightPx = frame.heightPx - topPx;
  const columns = columnsFor(rows.length, frame.widthPx, heightPx);
  const lines = Math.max(1, Math.ceil(rows.length / columns));
  const gap = frame.fontPx * 0.4;
  const [width, height] = [(frame.widthPx + gap) / columns - gap, (heightPx + gap) / lines - gap];
  const names = fittingLabels(
    rows.map(({ name }) => name),
    (width - frame.fontPx) / frame.fontPx,
    height > frame.fontPx * 5 ? 2 : 1,
  );
  return {
    type: 'custom',
    name: 'tiles',
    coordinateSystem: 'none',
    data: rows.map(({ cell }) => drawnValue(cell) ?? 0),
    renderItem: ({ dataIndex }) => {
      const row = rows[dataIndex];
      if (!row) return null;
      const x = (dataIndex % columns) * (width + gap);
      const y = topPx + Math.floor(dataIndex / columns) * (height + gap);
      const fill = fillOf(row, drawing);
      const absent = row.cell.state === 'unreported' ? { decal: hatch(theme.unreported, frame.fontPx) } : {};
      const partly =
        drawing.oneBucket && isIncomplete(row.cell)
          ? { decal: stripes(mix(fill, theme.surface, 0.35), frame.fontPx) }
          : {};
      const chosen = context.filter.areas.includes(row.key);
      const text = (words: string, at: number, size: number, weight: number) => ({
        type: 'text' as const,
        style: {
          text: words,
          x: x + frame.fontPx * 0.7,
          y: y + at,
          verticalAlign: 'top' as const,
          fill: drawnValue(row.cell) === null ? theme.text : inkOn(fill),
          stroke: fill,
          lineWidth: frame.fontPx / 5,
          fontSize: size,
          fontWeight: weight,
          lineHeight: size * 1.1,
          fontFamily: theme.fontFamily,
        },
      });
      const value = cellText(row.cell, context, { style: 'compact', unit: false });
      // A number is never cut: it shrinks.
      const numberPx = Math.min(frame.fontPx * 1.2, (width - frame.fontPx) / estimateEm(value));
      const name = names[dataIndex] ?? '';
      const belowName = frame.fontPx * (name.includes('\n') ? 3.1 : 2);
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x, y, width, height, r: 4 },
            style: {
              fill,
              ...absent,
              ...partly,
              stroke: chosen ? theme.text : theme.border,
              lineWidth: chosen ? 2 : 1,
            },
            emphasis: { style: { fill: 'inherit', stroke: theme.text, lineWidth: 2 } },
          },
          text(name, frame.fontPx * 0.6, frame.fontPx, 400),
          ...(height > frame.fontPx * 3.4 ? [text(value, belowName, numberPx, 600)] : []),
        ],
      };
    },
  };
}

function tilesOption(drawing: TilesDrawing): EChartsOption {
  const { rows, classes, theme, frame, context } = drawing;
  const cells = rows.map(({ cell }) => cell);
  const incomplete = drawing.oneBucket;
  const items = classLegendItems({ classes, cells, incomplete, form: 'boxes', theme, frame, context }).filter(
    // A tile says 未提及 in words.
    ({ series }) => series !== '#unmentioned',
  );
  const legend = layOutLegend(items, theme, frame, { selectable: false });
  return {
    ...baseOption(theme, frame),
    legend: legend.option,
    tooltip: {
      ...tooltipStyle(theme, frame),
      trigger: 'item',
      formatter: (hovered: unknown) => {
        const row = rows[(hovered as { dataIndex?: number }).dataIndex ?? -1];
        if (!row) return '';
        return tooltipHtml(row.name, [{ name: '', colour: fillOf(row, drawing), cell: row.cell }], theme, context);
      },
    },
    series: [tiles(drawing, legend.heightPx + frame.fontPx * 0.5), ...items.map(classLegendStub)],
  };
}

/** A tile a place, shaded by value: the map for places without boundaries. Input: a `series` answer of the same split. */
export function tileGrid(input: TileGridInput, context: FigureContext): Figure {
  const { answer, split, bucket, order } = input;
  const rows = rowsInOrder(rowsOf(input, context), order);
  const values = rows.flatMap(({ cell }) => drawnValue(cell) ?? []);
  const classes = valueClasses(values, 5);
  const [scope, word] = scopeAndSplit(split, context);
  return {
    id: `tiles:${answer.subject.code}:${split}`,
    title: context.text.tilesTitle(`${scope}${word}`, subjectOf(answer, context)),
    subtitle: subtitleOf(answer, context, { bucket, total: true }),
    unit: rowsUnit(rows, input, context),
    notes: composeNotes(
      { answer, split, shown: rows, inTime: false, absencesWritten: true, whole: wholeOf(input) },
      context,
    ),
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) => tilesOption({ rows, classes, oneBucket: isOneBucket(input), theme, frame, context }),
    table: rowsTable(rows, input, context),
    addressOf: (seriesIndex, dataIndex) => (seriesIndex === 0 ? rowAddress(rows[dataIndex], input) : null),
    empty: values.length === 0,
    group: 'axes',
    fileStem: fileStemOf(answer, context, { what: context.text.tiles, bucket, total: true }),
  };
}
