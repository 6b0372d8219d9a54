import type { Coverage } from '../query';
import { bytesOfCoverage, emptyCoverage } from './grid';
import type { Room } from './room';

/** Three numbers a cell, and its row; kept from question to question, since making them costs more than filling them. */
let cells = new Uint16Array(3 * 16_384);
let rows = new Uint32Array(16_384);

function widen(): void {
  const [before, rowsBefore] = [cells, rows];
  cells = new Uint16Array(before.length * 2);
  cells.set(before);
  rows = new Uint32Array(rowsBefore.length * 2);
  rows.set(rowsBefore);
}

/** Gathers cells of coverage whose number is not known beforehand, buckets in order, rows in any; one at a time. */
export class ToldCells {
  /** By row how many cells it has, one place later. */
  readonly #first: Uint32Array;
  #count = 0;

  constructor(height: number) {
    this.#first = new Uint32Array(height + 1);
  }

  add(row: number, bucket: number, state: number, months: number): void {
    if (this.#count === rows.length) widen();
    const at = this.#count * 3;
    rows[this.#count++] = row;
    cells[at] = bucket;
    cells[at + 1] = months;
    cells[at + 2] = state;
    this.#first[row + 1] = (this.#first[row + 1] as number) + 1;
  }

  /** Bytes of the coverage of so many rows. */
  bytes(height: number): number {
    return bytesOfCoverage(height, this.#count);
  }

  /** The coverage of some rows, among which are all that were told of. */
  finish(width: number, shown: readonly number[], room: Room): Coverage {
    const first = this.#first;
    for (let row = 1; row < first.length; row++) first[row] = (first[row] as number) + (first[row - 1] as number);
    const made = emptyCoverage(shown.length, width, this.#count, room);
    for (let i = 0; i < shown.length; i++) made.first[i] = first[shown[i] as number] as number;
    made.first[shown.length] = this.#count;
    const { bucket, months, state } = made;
    for (let cell = 0, from = 0; cell < this.#count; cell++, from += 3) {
      const row = rows[cell] as number;
      // What was the beginning of a row becomes the place of its next cell.
      const at = first[row] as number;
      first[row] = at + 1;
      bucket[at] = cells[from] as number;
      months[at] = cells[from + 1] as number;
      state[at] = cells[from + 2] as number;
    }
    return made;
  }
}
