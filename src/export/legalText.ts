/** Characters that XML 1.0 forbids, lone surrogates included. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text without what no XML document can hold, and so no SVG, deck, document or workbook. */
export function legalText(text: string): string {
  return text.replace(forbidden, '');
}
