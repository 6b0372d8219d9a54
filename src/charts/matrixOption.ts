import type { CustomSeriesOption, CustomSeriesRenderItemAPI, EChartsOption } from 'echarts';
import type { Cell } from '../statistics/query';
import { absenceMark, type MarkStyle } from './absenceMarks';
import { baseOption, hatch, stripes } from './baseOption';
import { cellText, drawnValue, isIncomplete } from './cell';
import { classColour, classLegendItems, classLegendStub } from './classLegend';
import { inkOn, mix } from './colours';
import { paintedRow } from './paintedRows';
import type { FigureContext } from './context';
import type { Frame } from './figure';
import { layOutLegend } from './legend';
import { estimateEm, fittingLabels, labelEm } from './measureText';
import type { ChartTheme } from './theme';
import { tooltipHtml, tooltipStyle } from './tooltip';
import type { ValueClass } from './valueClasses';

/** Rows and columns of cells, shaded by value. */
export interface Matrix {
  rows: readonly { key: string; name: string; cells: readonly Cell[] }[];
  columns: readonly { key: string; name: string }[];
  classes: readonly ValueClass[];
  /** Labels below the columns; empty where one would not fit. */
  labelsOf: (widthPx: number, fontPx: number) => { labels: string[]; lines: number; turned?: boolean };
}

/** The column that a pointer is over, where cells are painted together and do not know it. */
export interface Pointed {
  column: number;
}

export interface MatrixDrawing {
  matrix: Matrix;
  pointed: Pointed;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** From so many cells on they are painted a row at a time, which looks the same and is quicker. */
const mostCells = 600;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Cells that are narrower stand without hairlines between them, which would only dim them. */
const leastGappedPx = 6;

/** The box of a cell in pixels, a hairline smaller than its band. */
function boxAt(api: CustomSeriesRenderItemAPI, column: number, row: number): Box {
  const [x = 0, y = 0] = api.coord([column, row]);
  const size = api.size?.([1, 1]);
  const [width = 0, height = 0] = Array.isArray(size) ? size : [];
  const between = Math.min(1, width / 8, height / 8);
  const gap = width < leastGappedPx ? 0 : between;
  return { x: x - width / 2 + gap / 2, y: y - height / 2 + between / 2, width: width - gap, height: height - between };
}

function fillOf(cell: Cell, { matrix, theme }: MatrixDrawing): string {
  const value = drawnValue(cell);
  if (value === null || value < 0) return theme.noData;
  return value === 0 ? theme.surface : classColour(value, matrix.classes, theme);
}

/** The ground of a cell: shaded, striped when months are missing, hatched without a report, framed for zero. */
function ground(cell: Cell, box: Box, drawing: MatrixDrawing) {
  const { theme, frame } = drawing;
  const fill = fillOf(cell, drawing);
  const decal =
    cell.state === 'unreported'
      ? { decal: hatch(theme.unreported, frame.fontPx) }
      : isIncomplete(cell)
        ? { decal: stripes(mix(fill, theme.surface, 0.35), frame.fontPx) }
        : {};
  const edge = drawnValue(cell) === 0 ? { stroke: theme.axis, lineWidth: 1 } : {};
  // A lit cell keeps the colour of its class and gets a frame.
  const emphasis = { style: { fill: 'inherit', stroke: theme.text, lineWidth: frame.fontPx / 8 } };
  return { type: 'rect' as const, shape: box, style: { fill, ...decal, ...edge }, emphasis };
}

const widths = new WeakMap<Matrix, number>();

/** Width of the widest number of a matrix in em, measured once. */
function widestEm({ matrix, context }: MatrixDrawing): number {
  const known = widths.get(matrix);
  if (known !== undefined) return known;
  let widest = 0;
  for (const { cells } of matrix.rows) {
    for (const cell of cells) {
      const text = cell.state === 'value' ? cellText(cell, context, { style: 'compact', unit: false }) : '';
      widest = Math.max(widest, estimateEm(text));
    }
  }
  widths.set(matrix, widest);
  return widest;
}

/** Numbers stand in all cells or in none: some alone would look like the large ones. */
function isWritten(box: Box, fontSize: number, drawing: MatrixDrawing): boolean {
  const { fontPx } = drawing.frame;
  if (fontSize < fontPx * 0.75 || box.width < fontPx * 1.5) return false;
  return widestEm(drawing) * fontSize <= box.width;
}

/** Size of the cross of 未提及. */
const crossSize = (box: Box, { frame }: MatrixDrawing) =>
  Math.min(frame.fontPx * 0.8, box.width * 0.7, box.height * 0.7);

/** The number of a cell where it fits; the cross of 未提及. */
function inscription(cell: Cell, box: Box, drawing: MatrixDrawing) {
  const { theme, frame, context } = drawing;
  const style: MarkStyle = { theme, frame, word: '' };
  if (cell.state === 'unmentioned') {
    const size = crossSize(box, drawing);
    const at = { x: box.x + (box.width - size) / 2, y: box.y + (box.height - size) / 2, width: size, height: size };
    return absenceMark(cell.state, at, style);
  }
  const fontSize = Math.min(frame.fontPx, box.height * 0.7);
  if (cell.state !== 'value' || !isWritten(box, fontSize, drawing)) return null;
  const text = cellText(cell, context, { style: 'compact', unit: false });
  return {
    type: 'text' as const,
    style: {
      text,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      align: 'center' as const,
      verticalAlign: 'middle' as const,
      fill: inkOn(fillOf(cell, drawing)),
      fontSize,
      fontFamily: theme.fontFamily,
      ...(isIncomplete(cell) ? { stroke: fillOf(cell, drawing), lineWidth: 3 } : {}),
    },
  };
}

const custom = { type: 'custom', name: 'cells', encode: { x: 0, y: 1 }, animation: false } as const;

/** One element a cell: each can be pointed at and pressed. */
function singleCells(drawing: MatrixDrawing): CustomSeriesOption {
  const { rows, columns } = drawing.matrix;
  return {
    ...custom,
    data: rows.flatMap((_, row) => columns.map((__, column) => [column, row])),
    renderItem: (params, api) => {
      const [row, column] = [Math.floor(params.dataIndex / columns.length), params.dataIndex % columns.length];
      const cell = rows[row]?.cells[column];
      if (!cell) return null;
      const box = boxAt(api, column, row);
      const written = inscription(cell, box, drawing);
      return { type: 'group', children: [ground(cell, box, drawing), ...(written ? [written] : [])] };
    },
  };
}

/** One element a row and ground: thousands of cells are a few hundred outlines. */
function wholeRows(drawing: MatrixDrawing): CustomSeriesOption {
  const { rows, columns } = drawing.matrix;
  const looks = {
    groundKey: (cell: Cell) => [cell.state, isIncomplete(cell), drawnValue(cell) === 0, fillOf(cell, drawing)].join(),
    ground: (cell: Cell, box: Box) => ground(cell, box, drawing).style,
    cross: (cell: Cell, box: Box) => (cell.state === 'unmentioned' ? crossSize(box, drawing) * 0.42 : null),
    text: (cell: Cell, box: Box) => {
      const written = inscription(cell, box, drawing);
      return written?.type === 'text' ? written : null;
    },
  };
  return {
    ...custom,
    data: rows.map((_, row) => [0, row]),
    renderItem: ({ dataIndex }, api) => {
      const box = boxAt(api, 0, dataIndex);
      const [nextX = 0] = api.coord([1, dataIndex]);
      const [x = 0] = api.coord([0, dataIndex]);
      const boxes = columns.flatMap((_, column) => {
        const cell = rows[dataIndex]?.cells[column];
        return cell ? [[cell, { ...box, x: box.x + column * (nextX - x) }] as const] : [];
      });
      return { type: 'group', children: paintedRow(boxes, looks, drawing.theme.unmentioned) };
    },
  };
}

/** Whether the cells of a matrix are painted together. */
export const isPainted = ({ rows, columns }: Pick<Matrix, 'rows' | 'columns'>) =>
  rows.length * columns.length > mostCells;

/** Row and column of a mark: of the cell itself, or of the one of a painted row that is pointed at. */
export function cellOfMark(matrix: Pick<Matrix, 'rows' | 'columns'>, mark: number, { column }: Pointed) {
  const width = Math.max(1, matrix.columns.length);
  return isPainted(matrix) ? { row: mark, column } : { row: Math.floor(mark / width), column: mark % width };
}

/** Tooltip of a cell. */
function tooltipOf(drawing: MatrixDrawing) {
  const { matrix, theme, frame, context } = drawing;
  return {
    ...tooltipStyle(theme, frame),
    trigger: 'item' as const,
    formatter: (hovered: unknown) => {
      const { dataIndex = -1 } = hovered as { dataIndex?: number };
      const at = cellOfMark(matrix, dataIndex, drawing.pointed);
      const [row, column] = [matrix.rows[at.row], matrix.columns[at.column]];
      const cell = row?.cells[at.column];
      if (!row || !column || !cell) return '';
      return tooltipHtml(
        context.text.named(row.name, column.name),
        [{ name: '', colour: fillOf(cell, drawing), cell }],
        theme,
        context,
      );
    },
  };
}

/** Type below which the names of rows would run into each other. */
const leastNamePx = 5;

/** Type of names in two lines beside that of the frame, at the least. */
const twoLineShare = 0.8;

/** Names of the rows, in two lines where a row is high enough; the columns' labels take at most three lines' height. */
function rowNames({ matrix: { rows }, frame }: MatrixDrawing, legendPx: number): string[] {
  const { fontPx, widthPx, heightPx } = frame;
  const rowPx = (heightPx - legendPx - fontPx * 4.5) / Math.max(1, rows.length);
  return fittingLabels(
    rows.map(({ name }) => name),
    Math.min(14, (widthPx * 0.34) / fontPx),
    rowPx / 2.2 >= fontPx * twoLineShare ? 2 : 1,
  );
}

/** Cells in rows and columns under a legend of classes; 未报, 未提及 and 0 each have a ground of their own. */
export function matrixOption(drawing: MatrixDrawing): EChartsOption {
  const { matrix, theme, frame, context } = drawing;
  const { rows, columns, classes } = matrix;
  const cells = rows.flatMap((row) => row.cells);
  const items = classLegendItems({ classes, cells, incomplete: true, form: 'boxes', theme, frame, context });
  const legend = layOutLegend(items, theme, frame, { selectable: false });
  const names = rowNames(drawing, legend.heightPx);
  const leftPx = Math.max(0, ...names.map(labelEm)) * frame.fontPx + frame.fontPx;
  const { labels, lines, turned = false } = matrix.labelsOf(frame.widthPx - leftPx, frame.fontPx);
  const rowPx = (frame.heightPx - legend.heightPx - lines * frame.fontPx * 1.5) / Math.max(1, rows.length);
  const most = names.some((name) => name.includes('\n')) ? 2 : 1;
  const namePx = Math.min(frame.fontPx, Math.max(4, rowPx / 1.1 / most));
  const text = { fontFamily: theme.fontFamily, color: theme.text };
  return {
    ...baseOption(theme, frame),
    legend: legend.option,
    grid: {
      left: leftPx,
      right: 2,
      top: legend.heightPx + frame.fontPx * 0.5,
      bottom: lines * frame.fontPx * 1.4 + frame.fontPx * 0.6,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: columns.map(({ key }) => key),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        color: theme.textMuted,
        fontSize: frame.fontPx,
        lineHeight: frame.fontPx * 1.4,
        interval: 0,
        ...(turned ? { rotate: 90 } : {}),
        formatter: (_: string, index: number) => labels[index] ?? '',
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ key }) => key),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        fontSize: namePx,
        lineHeight: namePx * 1.1,
        // A row without its name says nothing; only of hundreds of rows some must do.
        interval: namePx < leastNamePx ? 'auto' : 0,
        formatter: (_: string, index: number) => names[index] ?? '',
      },
    },
    tooltip: tooltipOf(drawing),
    series: [isPainted(matrix) ? wholeRows(drawing) : singleCells(drawing), ...items.map(classLegendStub)],
  };
}
