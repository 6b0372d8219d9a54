const digitBits = 16;
const digits = 2 ** digitBits;
const sign = 0x80000000;

/** Keys as unsigned whole numbers of 64 bits in the same order, low word first; 0 and -0 are one. */
function orderedWords(keys: Float64Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = keys.slice();
  // Turns -0 into 0.
  for (let at = 0; at < copy.length; at++) copy[at] = (copy[at] as number) + 0;
  const words = new Uint32Array(copy.buffer);
  for (let at = 0; at < words.length; at += 2) {
    const high = words[at + 1] as number;
    if (high >= sign) {
      words[at] = ~(words[at] as number);
      words[at + 1] = ~high;
    } else words[at + 1] = high | sign;
  }
  return words;
}

/** Places of keys in rising order, those with the same key in the order that they came in. Time: linear. Keys are finite. */
export function placesByKey(keys: Float64Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const words = orderedWords(keys);
  let places = new Uint32Array(keys.length);
  for (let place = 0; place < places.length; place++) places[place] = place;
  let spare = new Uint32Array(keys.length);
  for (let digit = 0; digit < 64 / digitBits; digit++) {
    const [word, shift] = [digit >> 1, (digit & 1) * digitBits];
    const column = new Uint16Array(keys.length);
    for (let at = 0; at < column.length; at++) column[at] = (words[at * 2 + word] as number) >>> shift;
    if (!spread(column, places, spare)) continue;
    [places, spare] = [spare, places];
  }
  return places;
}

/** Puts places in the order of a digit, which must not change the order of equal ones; false where all are equal. */
function spread(column: Uint16Array, places: Uint32Array, sorted: Uint32Array): boolean {
  const next = new Uint32Array(digits);
  for (let at = 0; at < column.length; at++) next[column[at] as number] = (next[column[at] as number] as number) + 1;
  if (next[column[0] ?? 0] === column.length) return false;
  let sum = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = next[digit] as number;
    next[digit] = sum;
    sum += count;
  }
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    const digit = column[place] as number;
    const to = next[digit] as number;
    sorted[to] = place;
    next[digit] = to + 1;
  }
  return true;
}
