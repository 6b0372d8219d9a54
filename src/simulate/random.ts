/**
 * A number in [0, 1) that depends on nothing but what is given: the same in every run and on every machine.
 * Input: any texts and whole numbers, in order. Mixing: FNV-1a over the characters, finished as in MurmurHash3.
 */
export function chance(...given: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const item of given) {
    const text = typeof item === 'number' ? String(item) : item;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
