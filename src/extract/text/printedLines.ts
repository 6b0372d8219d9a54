import { DROP, translateCharacter } from './characters';

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** One non-empty line of the text as given, translated and trimmed. */
export interface PrintedLine {
  text: string;
  /** Offset into the original of each character of `text`. */
  origins: number[];
  /** Columns: two for a full-width character, one for others. */
  width: number;
  /** Columns of blank before the first character. */
  indent: number;
  /** Whether the line has the wide gaps of a table row and no sentence punctuation. */
  isRow: boolean;
  /** Empty lines before this one. */
  blankBefore: number;
}

const sentenceMarks = /[，。；！？]/;
/** Three columns of blank, or a tab, stand between the cells of a row. */
const CELL_GAP = 3;

const columns = (code: number) => (code >= 0x2e80 ? 2 : 1);

interface Draft {
  codes: number[];
  origins: number[];
  /** Columns of blank before each character. */
  gaps: number[];
  width: number;
}

function finishLine(draft: Draft, blankBefore: number): PrintedLine {
  const plain = String.fromCharCode(...draft.codes.slice(0, 400));
  const wide = draft.gaps.some((gap, i) => i > 0 && gap >= CELL_GAP);
  const isRow = wide && !sentenceMarks.test(plain);
  const chars: string[] = [];
  const origins: number[] = [];
  for (let i = 0; i < draft.codes.length; i++) {
    const gap = i > 0 ? (draft.gaps[i] ?? 0) : 0;
    const blank = separator(gap, draft.codes[i - 1] ?? 0, draft.codes[i] ?? 0, isRow);
    if (blank) {
      chars.push(blank);
      origins.push(draft.origins[i - 1] ?? 0);
    }
    chars.push(String.fromCharCode(draft.codes[i] ?? 0));
    origins.push(draft.origins[i] ?? 0);
  }
  return { text: chars.join(''), origins, width: draft.width, indent: draft.gaps[0] ?? 0, isRow, blankBefore };
}

const isLatin = (code: number) =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** What stays of a blank: a tab between cells, a space between Latin words or numbers, nothing between ideographs. */
function separator(gap: number, before: number, after: number, isRow: boolean): string {
  if (gap === 0) return '';
  if (isRow && gap >= CELL_GAP) return '\t';
  return isLatin(before) && isLatin(after) ? ' ' : '';
}

/**
 * Splits a text into its non-empty lines, translated character by character.
 * Output: lines in order; characters that carry nothing are gone, offsets point into the text as given. Linear.
 */
export function printedLines(original: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let draft: Draft = { codes: [], origins: [], gaps: [], width: 0 };
  let gap = 0;
  let blank = 0;
  const close = () => {
    if (draft.codes.length > 0) {
      lines.push(finishLine(draft, blank));
      draft = { codes: [], origins: [], gaps: [], width: 0 };
      blank = 0;
    } else blank++;
    gap = 0;
  };
  for (let i = 0; i < original.length; i++) {
    const given = original.charCodeAt(i);
    const code = translateCharacter(given);
    if (code === DROP) continue;
    if (code === NEWLINE) {
      if (given === 0x0d && original.charCodeAt(i + 1) === NEWLINE) continue;
      close();
    } else if (code === SPACE) {
      gap += given === 0x09 ? CELL_GAP : given === 0x3000 ? 2 : 1;
    } else {
      draft.gaps.push(gap);
      draft.codes.push(code);
      draft.origins.push(i);
      draft.width += columns(code) + (draft.codes.length > 1 ? gap : 0);
      gap = 0;
    }
  }
  close();
  return lines;
}
