/** A record in which a quote is out of place, by its number from 1. */
interface BrokenRecord {
  row: number;
  how: 'unclosed' | 'stray';
}

const [comma, lineFeed] = [','.charCodeAt(0), '\n'.charCodeAt(0)];

/**
 * Splits RFC 4180 CSV with line feeds into records and hands them over one by one, `row` counting from 1; the list of
 * cells is used again for the next. Written here because every first visit loads it before any number shows: the usual
 * library is seven times as large for what it guesses and streams beside this. Most cells of a large table
 * say what the one above them says: that is tried first.
 * Output: the records in which a quote is out of place.
 */
export function eachCsvRecord(text: string, take: (cells: readonly string[], row: number) => void): BrokenRecord[] {
  const broken: BrokenRecord[] = [];
  const cells: string[] = [];
  /** Cells of the record before; empty where they stood in quotes, which may hold what ends a cell. */
  const above: string[] = [];
  let [at, row] = [0, 1];
  for (;;) {
    const expected = above[cells.length] ?? '';
    if (expected !== '' && text.startsWith(expected, at) && text.charCodeAt(at + expected.length) === comma) {
      cells.push(expected);
      at += expected.length + 1;
      continue;
    }
    const isQuoted = text[at] === '"';
    const close = isQuoted ? closingQuote(text, at + 1) : at;
    if (close < 0) broken.push({ row, how: 'unclosed' });
    const after = close < 0 ? text.length : isQuoted ? close + 1 : at;
    const end = endOfCell(text, after);
    if (isQuoted && close >= 0 && end > after) broken.push({ row, how: 'stray' });
    const quoted = isQuoted ? text.slice(at + 1, close < 0 ? text.length : close).replaceAll('""', '"') : '';
    const cell = quoted + text.slice(after, end);
    above[cells.length] = isQuoted ? '' : cell;
    cells.push(cell);
    at = end + 1;
    if (text[end] === ',') continue;
    take(cells, row);
    row += 1;
    cells.length = 0;
    if (end >= text.length) return broken;
  }
}

/** Where a quoted cell ends: the next quote that is not doubled; -1 without. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The next comma or line feed, or the end. */
function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === lineFeed) return at;
  }
  return text.length;
}
