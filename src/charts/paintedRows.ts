import type { Cell } from '../statistics/query';
import { crossPath } from './absenceMarks';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a cell of a matrix looks by itself; `cross` is the half-width of the mark of 未提及. */
export interface CellLook<Style, Text> {
  style: Style;
  cross: number | null;
  text: Text | null;
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

const outline = ({ x, y, width, height }: Box) =>
  `M${rounded(x)} ${rounded(y)}h${rounded(width)}v${rounded(height)}h${rounded(-width)}Z`;

function crossIn({ x, y, width, height }: Box, radius: number): string {
  const point = (_: string, command: string, along: string, down: string) =>
    command +
    `${rounded(x + width / 2 + (Number(along) / 5 - 1) * radius)} ${rounded(y + height / 2 + (Number(down) / 5 - 1) * radius)}`;
  return crossPath.replace(/([ML])([\d.]+) ([\d.]+)/g, point);
}

/**
 * A row of cells as one outline for each ground, one for all crosses, and the numbers: it looks like its cells drawn one by
 * one, in a hundredth of the elements. Input: the cells with their boxes, and how each looks. Output: elements to draw.
 */
export function paintedRow<Style extends object, Text extends object>(
  cells: readonly (readonly [cell: Cell, box: Box])[],
  lookOf: (cell: Cell, box: Box) => CellLook<Style, Text>,
  crossFill: string,
) {
  const grounds = new Map<string, { style: Style; parts: string[] }>();
  const crosses: string[] = [];
  const texts: Text[] = [];
  for (const [cell, box] of cells) {
    const { style, cross, text } = lookOf(cell, box);
    const key = JSON.stringify(style);
    const ground = grounds.get(key) ?? { style, parts: [] };
    ground.parts.push(outline(box));
    grounds.set(key, ground);
    if (cross !== null) crosses.push(crossIn(box, cross));
    if (text !== null) texts.push(text);
  }
  const path = (parts: readonly string[], style: object) => ({
    type: 'path' as const,
    shape: { pathData: parts.join('') },
    style,
  });
  return [
    ...[...grounds.values()].map(({ parts, style }) => path(parts, style)),
    ...(crosses.length > 0 ? [path(crosses, { fill: crossFill })] : []),
    ...texts,
  ];
}
