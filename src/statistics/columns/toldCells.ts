import type { Coverage } from '../query';
import { emptyCoverage } from './grid';

/** Room for three numbers a cell; kept from question to question, since making it costs more than filling it. */
let room = new Uint16Array(3 * 16_384);

/** Gathers cells of coverage whose number is not known beforehand, row by row, buckets in order; one at a time. */
export class ToldCells {
  readonly #first: Uint32Array;
  #count = 0;

  constructor(rows: number) {
    this.#first = new Uint32Array(rows + 1);
  }

  add(bucket: number, state: number, months: number): void {
    const at = this.#count * 3;
    if (at === room.length) {
      const wider = new Uint16Array(room.length * 2);
      wider.set(room);
      room = wider;
    }
    room[at] = bucket;
    room[at + 1] = months;
    room[at + 2] = state;
    this.#count++;
  }

  endRow(row: number): void {
    this.#first[row + 1] = this.#count;
  }

  finish(width: number): Coverage {
    const count = this.#count;
    const made = emptyCoverage(this.#first.length - 1, width, count);
    made.first.set(this.#first);
    for (let cell = 0, at = 0; cell < count; cell++, at += 3) {
      made.bucket[cell] = room[at] as number;
      made.months[cell] = room[at + 1] as number;
      made.state[cell] = room[at + 2] as number;
    }
    return made;
  }
}
