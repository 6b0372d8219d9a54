/** Width of one line of text, in pixels. */
export type MeasureText = (text: string, fontPx: number, weight: FontWeight) => number;
export type FontWeight = 400 | 600;

/** Never first on a line: closing marks and what belongs to the number before it. */
const closing = /^[，。；：、！？）》〉」』】”’…,.;:!?)\]%‰°]/;
/** Never last on a line. */
const opening = /[（《〈「『【“‘([]$/;

/** Splits into what may not be broken: a word with its blanks, or an ideograph with the marks that cling to it. */
function unbreakable(text: string): string[] {
  const units: string[] = [];
  for (const piece of text.match(/[\p{Script=Latin}\p{N}\p{M}_'’.,%+\-–/:@#&]+\s*|\s+|[^]/gu) ?? []) {
    const last = units.at(-1);
    if (last !== undefined && (closing.test(piece) || opening.test(last))) units[units.length - 1] = last + piece;
    else units.push(piece);
  }
  return units;
}

/**
 * Breaks a text into lines no wider than `widthPx`: between Chinese characters and Latin words, with no closing mark at
 * the beginning of a line and no opening one at its end; a unit wider than a line breaks anywhere.
 */
export function wrapText(text: string, widthPx: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (unit: string) => {
    if (line === '' || widthOf((line + unit).trimEnd()) <= widthPx) line += unit;
    else {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    }
  };
  for (const unit of unbreakable(text.replace(/\s+/g, ' ').trim())) {
    if (widthOf(unit.trimEnd()) <= widthPx) put(unit);
    else for (const character of unit) put(character);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The first `limit` lines; the last of them ends in an ellipsis when some are lost. */
export function clampLines(
  lines: readonly string[],
  limit: number,
  widthPx: number,
  widthOf: (text: string) => number,
): string[] {
  if (lines.length <= limit) return [...lines];
  const kept = lines.slice(0, limit);
  const last = Array.from(kept.pop() ?? '');
  while (last.length > 0 && widthOf(`${last.join('')}…`) > widthPx) last.pop();
  return [...kept, `${last.join('').trimEnd()}…`];
}
