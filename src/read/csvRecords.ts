/** Records of a text, and those in which a quote is out of place, by number from 1. */
interface CsvRecords {
  records: string[][];
  broken: { row: number; how: 'unclosed' | 'stray' }[];
}

/**
 * Splits RFC 4180 CSV with line feeds into records. Written here because every first visit loads it before any number
 * shows: the usual library is seven times as large for what it guesses and streams beside this.
 */
export function csvRecords(text: string): CsvRecords {
  const records: string[][] = [];
  const broken: CsvRecords['broken'] = [];
  let record: string[] = [];
  let at = 0;
  for (;;) {
    const isQuoted = text[at] === '"';
    const close = isQuoted ? closingQuote(text, at + 1) : at;
    if (close < 0) broken.push({ row: records.length + 1, how: 'unclosed' });
    const after = close < 0 ? text.length : isQuoted ? close + 1 : at;
    const end = endOfCell(text, after);
    if (isQuoted && close >= 0 && end > after) broken.push({ row: records.length + 1, how: 'stray' });
    const quoted = isQuoted ? text.slice(at + 1, close < 0 ? text.length : close).replaceAll('""', '"') : '';
    record.push(quoted + text.slice(after, end));
    at = end + 1;
    if (text[end] === ',') continue;
    records.push(record);
    record = [];
    if (end >= text.length) return { records, broken };
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
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
  return at;
}
