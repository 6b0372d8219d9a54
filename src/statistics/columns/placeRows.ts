import { scratchSums, type Sums } from './sums';
import { ToldCells } from './toldCells';

/** What is told of places while a figure by place is made, by row. */
export interface PlaceRows {
  /** Over all buckets together. */
  sums: Sums;
  /** Months that reports cover, those of all buckets added up. */
  months: Uint16Array;
  /** The most that is known of a bucket: places in `coverageStates`. */
  state: Uint8Array;
  told: ToldCells;
}

/** Kept from question to question, since thousands are cheaper to clear than to make. */
let months = new Uint16Array(0);
let state = new Uint8Array(0);

/** Rows of which nothing is told; they hold only until some are asked for again. */
export function emptyRows(height: number, isBig: boolean): PlaceRows {
  if (months.length < height) [months, state] = [new Uint16Array(height), new Uint8Array(height)];
  months.fill(0, 0, height);
  state.fill(0, 0, height);
  return { sums: scratchSums(height, 1, isBig), months, state, told: new ToldCells(height) };
}

/** Tells what is known of a row in a bucket. */
export function tell(rows: PlaceRows, row: number, bucket: number, found: number, covered: number): void {
  rows.told.add(row, bucket, found, covered);
  rows.months[row] = (rows.months[row] as number) + covered;
  if (found > (rows.state[row] as number)) rows.state[row] = found;
}

/** The rows of which anything is known, in order. */
export function toldRows({ sums, state: found }: PlaceRows): number[] {
  const shown: number[] = [];
  for (let row = 0; row < sums.width; row++) if (found[row] !== 0 || sums.told[row] !== 0) shown.push(row);
  return shown;
}
