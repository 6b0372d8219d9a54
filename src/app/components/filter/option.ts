/** One choice of a list in the filter bar. */
export interface Option {
  code: string;
  name: string;
  /** Beside the name, quieter: the period of a report. */
  detail?: string;
  /** Other words that a search finds it by. */
  aliases?: readonly string[];
  /** Observations that choosing it would leave; null until known. */
  count: number | null;
}

export interface OptionGroup {
  name: string;
  options: Option[];
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Whether every word of a search occurs in a name or an alias; full-width and letter case do not matter. */
export function matchesSearch(search: string, names: readonly string[]): boolean {
  const texts = names.map(plain);
  const words = search.trim().split(/\s+/).map(plain);
  return words.every((word) => texts.some((text) => text.includes(word)));
}
