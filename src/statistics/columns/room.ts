/** Where some bytes lie: in which buffer, from which byte on. */
interface Place {
  buffer: ArrayBuffer;
  at: number;
}

/** Bytes for columns that are made together and cross together: one buffer is made, moved and read faster than many. */
export class Room {
  #buffer: ArrayBuffer;
  #used = 0;

  constructor(bytes: number) {
    this.#buffer = new ArrayBuffer(bytes);
  }

  /** Takes bytes, all 0, in a place that is fit for the widest numbers; in a new buffer where they find no room. */
  take(bytes: number): Place {
    if (this.#used + bytes > this.#buffer.byteLength) {
      this.#buffer = new ArrayBuffer(bytes);
      this.#used = 0;
    }
    const place = { buffer: this.#buffer, at: this.#used };
    this.#used = Math.ceil((this.#used + bytes) / Float64Array.BYTES_PER_ELEMENT) * Float64Array.BYTES_PER_ELEMENT;
    return place;
  }
}
