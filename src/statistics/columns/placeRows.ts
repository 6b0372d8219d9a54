import { scratchSums, type Sums } from './sums';
import { ToldCells } from './toldCells';

/** What is told of places while a figure by place is made, by row. */
export interface PlaceRows {
  /** Over all buckets together. */
  sums: Sums;
  told: ToldCells;
}

/** Rows of which nothing is told; they hold only until some are asked for again. */
export const emptyRows = (height: number, isBig: boolean): PlaceRows => ({
  ...{ sums: scratchSums(height, 1, isBig), told: new ToldCells(height) },
});

/** The rows of which anything is known, in order. */
export function knownRows({ sums: { width, told }, told: { rows } }: PlaceRows): number[] {
  const { state } = rows;
  const shown: number[] = [];
  for (let row = 0; row < width; row++) if (state[row] !== 0 || told[row] !== 0) shown.push(row);
  return shown;
}
