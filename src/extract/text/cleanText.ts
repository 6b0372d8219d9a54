/**
 * Text as the rules read it, with the way back to the text as it was given.
 * `text` holds no blanks but: a line feed where a line really ends, a tab between the cells of a row, and a space
 * between two Latin words or numbers.
 */
export interface CleanText {
  text: string;
  original: string;
  /** Offset into `original` of each character of `text`. */
  origins: Int32Array;
}

/** Offsets into the original of the span [start, end) of the clean text. */
export function originalSpan(clean: CleanText, start: number, end: number): { start: number; end: number } {
  const first = clean.origins[start] ?? 0;
  const last = clean.origins[end - 1] ?? first;
  return { start: first, end: Math.max(first, last + 1) };
}
