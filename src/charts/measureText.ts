/** Wide in East Asian typography: ideographs, kana, hangul, full-width forms and their punctuation. */
const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

const characterEm = (character: string) => {
  if ((character.codePointAt(0) ?? 0) > 0xffff || wide.test(character)) return 1;
  if (/[MW@%—…‰]/.test(character)) return 0.95;
  if (/[A-Z]/.test(character)) return 0.7;
  return /[.,:;'|!ijl1 ()]/.test(character) ? 0.4 : 0.6;
};

/**
 * Width of one line of text in em, estimated on the wide side: layouts stay inside without a canvas, in Node and in
 * the browser alike.
 */
export function estimateEm(text: string): number {
  let em = 0;
  for (const character of text) em += characterEm(character);
  return em;
}

/** The text, or as much of its beginning as fits a width in em, with an ellipsis. */
export function truncateEm(text: string, maxEm: number): string {
  if (estimateEm(text) <= maxEm) return text;
  let em = 1;
  let kept = '';
  for (const character of text) {
    em += characterEm(character);
    if (em > maxEm) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Beginning and end of a text around an ellipsis, within a width in em. */
function truncateMiddle(text: string, maxEm: number): string {
  if (estimateEm(text) <= maxEm) return text;
  const characters = Array.from(text);
  const tail: string[] = [];
  let em = 0;
  for (const character of characters.toReversed()) {
    em += characterEm(character);
    if (em > (maxEm - 1) / 2) break;
    tail.unshift(character);
  }
  const head = truncateEm(text, maxEm - estimateEm(tail.join(''))).replace(/…$/, '');
  return `${head}…${tail.join('')}`;
}

/** Names shortened to a width in em; where their beginnings alone would read the same, their ends are kept too. */
export function distinctLabels(names: readonly string[], maxEm: number): string[] {
  const heads = names.map((name) => truncateEm(name, maxEm));
  return heads.map((head, i) => {
    const name = names[i] ?? '';
    return head !== name && heads.some((other, j) => j !== i && other === head) ? truncateMiddle(name, maxEm) : head;
  });
}

/** Where a label breaks best at a blank: its longer line is the shortest. The label's length where it has none. */
function bestBlank(label: string): number {
  const longer = (at: number) => Math.max(estimateEm(label.slice(0, at)), estimateEm(label.slice(at + 1)));
  const blanks = Array.from(label).flatMap((character, i) => (character === ' ' ? [i] : []));
  return blanks.reduce((best, at) => (longer(at) < longer(best) ? at : best), label.length);
}

/** A label that is wider than a width in em, broken once: at a blank where both lines then fit, else where the width ends. */
export function twoLines(label: string, maxEm: number): string {
  if (estimateEm(label) <= maxEm) return label;
  const blank = bestBlank(label);
  const lines = [label.slice(0, blank), label.slice(blank + 1)];
  if (lines.every((line) => estimateEm(line) <= maxEm)) return lines.join('\n');
  const most = truncateEm(label, maxEm + 1).replace(/…$/, '');
  // A word stays whole where that leaves more than half a line.
  const words = /^.*[ -]/.exec(most)?.[0] ?? '';
  const head = estimateEm(words) > maxEm / 2 ? words : most;
  return `${head.trimEnd()}\n${truncateEm(label.slice(head.length).trimStart(), maxEm)}`;
}

/** Names for a place so many em wide: whole where they fit, in two lines where there is room for two, else shortened. */
export function fittingLabels(names: readonly string[], maxEm: number, lines: 1 | 2): string[] {
  if (lines === 1) return distinctLabels(names, maxEm);
  return distinctLabels(names, 2 * maxEm - 1).map((name) => twoLines(name, maxEm));
}

/** Width of a label of one or two lines in em. */
export const labelEm = (label: string): number => Math.max(...label.split('\n').map(estimateEm));
