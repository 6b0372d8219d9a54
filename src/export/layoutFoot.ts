import type { Page, TextBlock } from './scene';
import { clampLines, wrapText } from './wrapText';

const footerLineEm = 1.45;

/** As many whole notes as some lines hold, and how many are left; a single note that is longer is cut. */
function noteLines({ innerPx, input }: Page, limit: number, widthOf: (text: string) => number): string[] {
  const { notes } = input.figure;
  const { text } = input;
  for (let kept = notes.length; kept > 0; kept--) {
    const rest = notes.length - kept;
    const words = text.notesLine(notes.slice(0, kept).join(text.join)) + (rest > 0 ? text.moreNotes(rest) : '');
    const lines = wrapText(words, innerPx, widthOf);
    if (lines.length <= limit) return lines;
    if (kept === 1) return clampLines(lines, limit, innerPx, widthOf);
  }
  return [];
}

/** Date of the data and day of making, in one line; empty where neither is known. */
function dateLine({ input }: Page): string {
  const { figure, text, exportedOn } = input;
  return [
    figure.asOf === null ? '' : text.asOfLine(figure.asOf),
    exportedOn === null ? '' : text.exportedLine(exportedOn),
  ]
    .filter(Boolean)
    .join(' · ');
}

/**
 * Footer from the bottom up: notes, source, address, with the dates at the right of the last line where there is room
 * and below it where there is none; `topPx` is where it begins.
 */
export function layOutFoot(page: Page): { blocks: TextBlock[]; topPx: number } {
  const { base, marginPx, innerPx, widthPx, heightPx, compact, input } = page;
  const { figure, text, theme } = input;
  const fontPx = base * 0.82;
  const lineHeightPx = fontPx * footerLineEm;
  const widthOf = (words: string) => input.measure(words, fontPx, 400);
  const fit = (words: string, limit: number) => clampLines(wrapText(words, innerPx, widthOf), limit, innerPx, widthOf);
  const date = dateLine(page);
  const notes = noteLines(page, compact ? 1 : 3, widthOf);
  const sources = figure.source === '' ? [] : fit(text.sourceLine(figure.source), compact ? 1 : 2);
  const address = input.address ? fit(text.addressLine(input.address), 1) : [];
  const last = address[0] ?? sources.at(-1) ?? '';
  const beside = date !== '' && last !== '' && widthOf(last) + widthOf(date) + base * 2 <= innerPx;
  const rows = notes.length + sources.length + address.length + (date === '' || beside ? 0 : 1);
  const topPx = heightPx - marginPx - rows * lineHeightPx;
  const middle = (row: number) => topPx + (row + 0.5) * lineHeightPx;
  const style = { fontPx, lineHeightPx, weight: 400 as const, colour: theme.textMuted };
  const left = { x: marginPx, align: 'left' as const, ...style };
  const right = { x: widthPx - marginPx, align: 'right' as const, ...style };
  const all: TextBlock[] = [
    { role: 'notes', lines: notes, y: middle(0), ...left },
    { role: 'source', lines: sources, y: middle(notes.length), ...left },
    { role: 'address', lines: address, y: middle(notes.length + sources.length), ...left },
    { role: 'date', lines: date === '' ? [] : [date], y: middle(rows - 1), ...(beside ? right : left) },
  ];
  return { blocks: all.filter(({ lines }) => lines.length > 0), topPx };
}
