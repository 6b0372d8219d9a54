/** Longest name of a worksheet, in UTF-16 units. */
const longest = 31;

function cut(text: string, units: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > units) break;
    kept += character;
  }
  return kept;
}

/**
 * Names that Excel takes for worksheets, one for each title: at most 31 units, without `[ ] : * ? / \`, no apostrophe at
 * an end, none twice whatever the case, and never the reserved History.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(['history']);
  return titles.map((title) => {
    const clean = title
      .replace(/[[\]:*?/\\\p{C}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^['\s]+|['\s]+$/g, '');
    const base = clean === '' ? '1' : clean;
    for (let count = 1; ; count++) {
      const tail = count === 1 ? '' : ` ${String(count)}`;
      const name = cut(base, longest - tail.length).replace(/['\s]+$/, '') + tail;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
