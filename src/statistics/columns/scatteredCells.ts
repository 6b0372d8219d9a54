import type { Coverage } from '../query';
import { emptyCoverage } from './grid';

/** Kept from question to question, since making it costs more than filling it. */
let rows = new Uint32Array(0);
let cells = new Uint16Array(0);

/** Gathers cells of coverage bucket by bucket and puts them in the order of their rows; one at a time. */
export class ScatteredCells {
  readonly #first: Uint32Array;
  #count = 0;

  /** `most` is how many cells there can be. */
  constructor(height: number, most: number) {
    this.#first = new Uint32Array(height + 1);
    if (rows.length >= most) return;
    rows = new Uint32Array(most * 2);
    cells = new Uint16Array(most * 6);
  }

  add(row: number, bucket: number, state: number, months: number): void {
    const at = this.#count * 3;
    rows[this.#count++] = row;
    cells[at] = bucket;
    cells[at + 1] = months;
    cells[at + 2] = state;
    this.#first[row + 1] = (this.#first[row + 1] as number) + 1;
  }

  finish(width: number): Coverage {
    const first = this.#first;
    for (let row = 1; row < first.length; row++) first[row] = (first[row] as number) + (first[row - 1] as number);
    const made = emptyCoverage(first.length - 1, width, this.#count);
    made.first.set(first);
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
