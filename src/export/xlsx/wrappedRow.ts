import type { CellObject } from 'write-excel-file/browser';
import { estimateEm } from '../../charts/measureText';

/** Height of one line of 11-point type. */
const linePoints = 16.5;

/** Lines that a text takes in a cell of a width in characters; a Chinese character is as wide as two. */
const linesOf = (text: string, width: number) =>
  Math.max(1, Math.ceil((estimateEm(text) * 2) / Math.max(1, width - 2)));

/**
 * Cells of one row, their words wrapped at their columns' widths and the row as high as the longest needs: programs do not
 * find that out themselves when they open a file. Where words wrap, all stand at the top of their cells.
 */
export function wrappedRow(
  cells: readonly (CellObject | null)[],
  widths: readonly { width: number }[],
): (CellObject | null)[] {
  const width = (cell: CellObject, at: number) =>
    widths.slice(at, at + (cell.columnSpan ?? 1)).reduce((sum, one) => sum + one.width, 0);
  const lines = cells.map((cell, i) => (typeof cell?.value === 'string' ? linesOf(cell.value, width(cell, i)) : 1));
  const most = Math.max(1, ...lines);
  return cells.map((cell, i) => {
    const wrapped = { alignVertical: 'top', ...(lines[i] === 1 ? {} : { wrap: true }) } as const;
    return cell && { ...cell, ...(most === 1 ? {} : wrapped), height: most * linePoints };
  });
}
