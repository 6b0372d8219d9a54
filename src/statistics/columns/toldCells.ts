import type { Coverage } from '../query';
import { bytesOfCoverage, emptyCoverage } from './grid';
import type { Room } from './room';

/** Kept from question to question, since making them costs more than filling them: three numbers a cell, two a row. */
const kept = {
  cells: { bucket: new Uint16Array(16_384), months: new Uint16Array(16_384), state: new Uint8Array(16_384) },
  rows: { first: new Uint32Array(0), months: new Uint16Array(0), state: new Uint8Array(0) },
};

/** Gathers cells of coverage whose number is not known beforehand, row by row, buckets in order; one figure at a time. */
export class ToldCells {
  /** How many there are. */
  count = 0;
  /** By row where its cells begin, the months of all of them, and the most that is known of one: places in `coverageStates`. */
  readonly rows = kept.rows;

  constructor(height: number) {
    if (kept.rows.first.length < height)
      this.rows = kept.rows = {
        ...{ first: new Uint32Array(height), months: new Uint16Array(height), state: new Uint8Array(height) },
      };
    this.rows.months.fill(0, 0, height);
    this.rows.state.fill(0, 0, height);
  }

  /** Begins the next row. */
  begin(row: number): void {
    this.rows.first[row] = this.count;
  }

  add(row: number, bucket: number, state: number, months: number): void {
    const cells = this.withRoom(1);
    const { rows } = this;
    const at = this.count++;
    cells.bucket[at] = bucket;
    cells.months[at] = months;
    cells.state[at] = state;
    rows.months[row] = (rows.months[row] as number) + months;
    if (state > (rows.state[row] as number)) rows.state[row] = state;
  }

  /** The columns of the cells, with room for so many more. They hold until more is asked for. */
  withRoom(more: number): typeof kept.cells {
    const { bucket, months, state } = kept.cells;
    const needed = this.count + more;
    if (needed > bucket.length) {
      const length = Math.max(needed, bucket.length * 2);
      kept.cells = { bucket: new Uint16Array(length), months: new Uint16Array(length), state: new Uint8Array(length) };
      kept.cells.bucket.set(bucket);
      kept.cells.months.set(months);
      kept.cells.state.set(state);
    }
    return kept.cells;
  }

  /** Bytes of the coverage of so many rows. */
  bytes(height: number): number {
    return bytesOfCoverage(height, this.count);
  }

  /** The coverage of some rows, among which are all that were told of. */
  finish(width: number, shown: readonly number[], room: Room): Coverage {
    const made = emptyCoverage(shown.length, width, this.count, room);
    const { first } = this.rows;
    for (let i = 0; i < shown.length; i++) made.first[i] = first[shown[i] as number] as number;
    made.first[shown.length] = this.count;
    made.bucket.set(kept.cells.bucket.subarray(0, this.count));
    made.months.set(kept.cells.months.subarray(0, this.count));
    made.state.set(kept.cells.state.subarray(0, this.count));
    return made;
  }
}
