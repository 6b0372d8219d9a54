import { spells, type Readings } from './spells';

/** Reads the characters of a text; null until the table of readings is there. */
export type ReadCharacters = ((text: string) => Readings) | null;

/** Full-width and half-width, upper and lower case are the same to a person who searches. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a search, folded. */
export function searchWords(search: string): string[] {
  return foldText(search).split(/\s+/).filter(Boolean);
}

/** Whether a word can be the spelling of something. */
const isSpelling = (word: string) => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(word);

/** Whether a folded word occurs in a folded text, or spells a part of it. */
export function wordMatches(word: string, text: string, read: ReadCharacters): boolean {
  return text.includes(word) || (read !== null && isSpelling(word) && spells(word, read(text)));
}

/** Whether every word of a search occurs in a name or an alias, or spells a part of one; spaces within names do not matter. */
export function matchesSearch(search: string, names: readonly string[], read: ReadCharacters = null): boolean {
  const texts = names.map((name) => foldText(name).replace(/\s+/g, ''));
  return searchWords(search).every((word) => texts.some((text) => wordMatches(word, text, read)));
}
