import type { Cell } from '../statistics/query';
import { crossPath } from './absenceMarks';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the cells of a matrix look, each by itself. */
export interface CellLooks<Style, Text> {
  /** The same for all cells that share a ground. */
  groundKey: (cell: Cell) => string;
  ground: (cell: Cell, box: Box) => Style;
  /** Half the width of the mark of 未提及; null without one. */
  cross: (cell: Cell, box: Box) => number | null;
  text: (cell: Cell, box: Box) => Text | null;
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
  looks: CellLooks<Style, Text>,
  crossFill: string,
) {
  const grounds = new Map<string, { style: Style; parts: Box[] }>();
  const crosses: string[] = [];
  const texts: Text[] = [];
  for (const [cell, box] of cells) {
    const key = looks.groundKey(cell);
    const ground = grounds.get(key) ?? { style: looks.ground(cell, box), parts: [] };
    // Neighbours without anything between them are one.
    const last = ground.parts.at(-1);
    if (last && Math.abs(last.x + last.width - box.x) < 0.01) last.width += box.width;
    else ground.parts.push({ ...box });
    grounds.set(key, ground);
    const cross = looks.cross(cell, box);
    const text = cross === null ? looks.text(cell, box) : null;
    if (cross !== null) crosses.push(crossIn(box, cross));
    if (text !== null) texts.push(text);
  }
  const path = (parts: readonly string[], style: object) => ({
    type: 'path' as const,
    shape: { pathData: parts.join('') },
    style,
  });
  return [
    ...[...grounds.values()].map(({ parts, style }) => path(parts.map(outline), style)),
    ...(crosses.length > 0 ? [path(crosses, { fill: crossFill })] : []),
    ...texts,
  ];
}
