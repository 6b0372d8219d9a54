import { DROP, translateCharacter } from './characters';

const SPACE = 0x20;
const NEWLINE = 0x0a;
const TAB = 0x09;
/** Rows of a table are not longer than this. */
const ROW_LIMIT = 400;
/** Three columns of blank, or a tab, stand between the cells of a row. */
export const CELL_GAP = 3;

/** Every character that is read, without blanks, with where it stood. Parallel arrays over one index. */
export interface PrintedCharacters {
  codes: Uint16Array;
  /** Offset into the text as given. */
  origins: Int32Array;
  /** Columns of blank before the character on its line. */
  gaps: Uint8Array;
}

/** One non-empty line: a stretch of the printed characters. */
export interface PrintedLine {
  from: number;
  to: number;
  /** Columns: two for a full-width character, one for others. */
  width: number;
  /** Columns of blank before the first character. */
  indent: number;
  /** Whether the line has the wide gaps of a table row and no sentence punctuation. */
  isRow: boolean;
  hasSentenceMark: boolean;
}

const blankColumns = (given: number) => (given === TAB ? CELL_GAP : given === 0x3000 ? 2 : 1);
/** What a character is to a line; a table, since every character is asked. */
const PLAIN = 0;
const BLANK = 1;
const LINE_END = 2;
const BAR = 3;
const MARK = 4;
const roles = new Uint8Array(0x10000);
roles[SPACE] = BLANK;
roles[NEWLINE] = LINE_END;
/** Bars stand between the cells of a table. */
for (const bar of '|│┃') roles[bar.charCodeAt(0)] = BAR;
for (const sentenceMark of '，。；！？') roles[sentenceMark.charCodeAt(0)] = MARK;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/**
 * Splits a text into its non-empty lines, translated character by character.
 * Output: characters that carry something, and the lines they make up, in order. Linear.
 */
export function printedLines(original: string): { characters: PrintedCharacters; lines: PrintedLine[] } {
  const { length } = original;
  const codes = new Uint16Array(length);
  const origins = new Int32Array(length);
  const gaps = new Uint8Array(length);
  const lines: PrintedLine[] = [];
  let count = 0;
  let line: PrintedLine = emptyLine(0);
  let gap = 0;
  let hasGap = false;
  /** A comma behind a digit: it ends a clause unless another digit follows (15,230). */
  let openMark = false;
  const close = () => {
    line.hasSentenceMark ||= openMark;
    openMark = false;
    if (count > line.from) {
      lines.push({ ...line, to: count, isRow: hasGap && !line.hasSentenceMark && count - line.from <= ROW_LIMIT });
      line = emptyLine(count);
    }
    gap = 0;
    hasGap = false;
  };
  for (let i = 0; i < length; i++) {
    const given = original.charCodeAt(i);
    const code = translateCharacter(given);
    if (code === DROP) continue;
    const role = roles[code] ?? PLAIN;
    if (role === LINE_END) close();
    else if (role === BLANK) gap = Math.min(250, gap + blankColumns(given));
    else if (role === BAR) gap = Math.max(gap, CELL_GAP);
    else {
      const isFirst = count === line.from;
      if (isFirst) line.indent = gap;
      else if (gap >= CELL_GAP) hasGap = true;
      if (openMark && !(gap === 0 && isDigit(code))) line.hasSentenceMark = true;
      openMark = role === MARK && gap === 0 && isDigit(codes[count - 1] ?? 0);
      if (role === MARK && !openMark) line.hasSentenceMark = true;
      line.width += (code >= 0x2e80 ? 2 : 1) + (isFirst ? 0 : gap);
      codes[count] = code;
      origins[count] = i;
      gaps[count] = gap;
      count++;
      gap = 0;
    }
  }
  close();
  return { characters: { codes: codes.subarray(0, count), origins: origins.subarray(0, count), gaps }, lines };
}

function emptyLine(from: number): PrintedLine {
  return { from, to: from, width: 0, indent: 0, isRow: false, hasSentenceMark: false };
}
