const digitBits = 16;
const digits = 2 ** digitBits;
const sign = 0x80000000;

/** Keys as unsigned whole numbers of 64 bits in the same order, low word first; 0 and -0 are one. */
function orderedWords(keys: Float64Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(keys.map((key) => key + 0).buffer);
  for (let at = 0; at < words.length; at += 2) {
    const [low = 0, high = 0] = [words[at], words[at + 1]];
    if (high >= sign) [words[at], words[at + 1]] = [~low, ~high];
    else words[at + 1] = high | sign;
  }
  return words;
}

/** Places of keys in rising order, those with the same key in the order that they came in. Time: linear. Keys are finite. */
export function placesByKey(keys: Float64Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const words = orderedWords(keys);
  let places = new Uint32Array(keys.length).map((_, place) => place);
  let spare = new Uint32Array(keys.length);
  const counts = new Uint32Array(digits);
  for (let digit = 0; digit < 64 / digitBits; digit++) {
    const [word, shift] = [digit >> 1, (digit & 1) * digitBits];
    const digitOf = (place: number) => ((words[place * 2 + word] ?? 0) >>> shift) & (digits - 1);
    counts.fill(0);
    for (let place = 0; place < keys.length; place++) counts[digitOf(place)] = (counts[digitOf(place)] ?? 0) + 1;
    if (counts[digitOf(0)] === keys.length) continue;
    let sum = 0;
    for (let at = 0; at < digits; at++) {
      const count = counts[at] ?? 0;
      counts[at] = sum;
      sum += count;
    }
    for (const place of places) {
      const at = digitOf(place);
      const to = counts[at] ?? 0;
      spare[to] = place;
      counts[at] = to + 1;
    }
    [places, spare] = [spare, places];
  }
  return places;
}
