/** How each character of a text may be read: the syllables of a Chinese one, the sign itself for any other. */
export type Readings = readonly (readonly string[])[];

/** Longer ones are no spelling of a name. */
const maxLetters = 40;

const initials = (syllable: string): string[] =>
  /^[zcs]h/.test(syllable) ? [syllable.slice(0, 1), syllable.slice(0, 2)] : [syllable.slice(0, 1)];

/**
 * Whether letters spell a run of characters: by whole syllables (`jingzhou`), by initials (`jzs`), or mixed (`jingzs`);
 * the last syllable may be unfinished (`jingzh`).
 * Input: lower-case letters and digits, and the readings of a text. Output: false for no letters at all.
 */
export function spells(letters: string, readings: Readings): boolean {
  if (letters === '' || letters.length > maxLetters) return false;
  const dead = new Set<number>();
  const goesOn = (at: number, used: number): boolean => {
    const rest = letters.slice(used);
    if (rest === '') return true;
    const state = at * (maxLetters + 1) + used;
    if (dead.has(state)) return false;
    const found = (readings[at] ?? []).some(
      (syllable) =>
        syllable.startsWith(rest) ||
        [syllable, ...initials(syllable)].some((part) => rest.startsWith(part) && goesOn(at + 1, used + part.length)),
    );
    if (!found) dead.add(state);
    return found;
  };
  return readings.some((_, start) => goesOn(start, 0));
}
