import type { FigureTable } from './figure';

/**
 * A table that is made when it is first looked at, once: years of months of many counties take longer to write down than
 * to draw, and most charts are only looked at.
 */
export function lazyTable(make: () => FigureTable): FigureTable {
  let made: FigureTable | null = null;
  const table = () => (made ??= make());
  return {
    get columns() {
      return table().columns;
    },
    get rows() {
      return table().rows;
    },
  };
}
