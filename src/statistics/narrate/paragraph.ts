import type { CellAddress } from '../query';

/** A run of a paragraph: plain words, or a number with the cell that it stands on. */
export interface Part {
  text: string;
  /** What the number is; null for words. */
  role: 'value' | 'change' | 'coverage' | 'progress' | 'share' | null;
  /** Null for words. */
  source: CellAddress | null;
}

/** A sentence under construction: words and numbers in order. */
export type Phrase = (string | Part)[];

/** One language's way of joining: phrases with a separator between each two. */
export function join(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((phrase, i) => (i === 0 ? phrase : [separator, ...phrase]));
}

/** Closes a paragraph: neighbouring words become one run, empty ones none. */
export function toParts(phrase: Phrase): Part[] {
  const parts: Part[] = [];
  for (const item of phrase) {
    const part: Part = typeof item === 'string' ? { text: item, role: null, source: null } : item;
    const last = parts.at(-1);
    if (part.text === '') continue;
    if (last && last.source === null && part.source === null)
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
}

/** The paragraph as it is copied. */
export function plainText(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}
