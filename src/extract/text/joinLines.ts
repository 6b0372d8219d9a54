import type { CleanText } from './cleanText';
import { CELL_GAP, type PrintedCharacters, type PrintedLine, printedLines } from './printedLines';

/** How a new item, cell, note or signature begins; a sentence broken over two lines does not continue so. */
const blockStart =
  /^(?:第[一二三四五六七八九十\d]{1,3}[章节部篇]|[一二三四五六七八九十]{1,3}[、．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[【①-⑳●■◆★*]|(?:报|发|送|主送|抄送|附|附件|注|说明|备注|来源|编辑|责任编辑|联系电话|联系人|电话|签发|审核|编辑部|主办|印发|填报)[：]|其中：)/;
const terminal = /[。！？；：…]$/;
const closing = /[”）】》]$/;
/** A line that ends so goes on, whatever comes next. */
const unfinished = /[，、（“《]$/;
const numberGoesOn = /^(?:\d|[多余]|[万亿]|[人名个家户次场件份元%])/;
const NEWLINE = '\n'.charCodeAt(0);

interface Layout {
  /** Whether lines are cut at a page width, and at which. */
  wrapped: boolean;
  widthLimit: number;
}

/** A text is wrapped when many of its lines are about as wide as its widest ones. */
function layoutOf(lines: readonly PrintedLine[]): Layout {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const full = lines.filter((line) => line.width >= wide * 0.85 && line.width <= wide * 1.15).length;
  const wrapped = lines.length >= 6 && wide >= 24 && wide <= 140 && full >= lines.length * 0.4;
  return { wrapped, widthLimit: wide };
}

/** Spreading a typed array walks it by an iterator; applying it does not. */
const textOf = (codes: Uint16Array, from: number, to: number): string =>
  Reflect.apply(String.fromCharCode, undefined, codes.subarray(from, to)) as string;

function continues(codes: Uint16Array, previous: PrintedLine, next: PrintedLine, layout: Layout): boolean {
  const head = textOf(codes, next.from, Math.min(next.to, next.from + 12));
  if (previous.isRow || next.isRow || blockStart.test(head)) return false;
  const last = textOf(codes, previous.to - 1, previous.to);
  if (unfinished.test(last)) return true;
  if (/[\d万亿千百]/.test(last) && numberGoesOn.test(head)) return true;
  if (terminal.test(last)) return false;
  const indented = next.indent >= 2 && previous.indent < next.indent;
  if (layout.wrapped) {
    // A short line that breaks off in the middle of its sentence was cut by the page, not by its writer.
    if (previous.width < layout.widthLimit * 0.8) {
      return previous.hasSentenceMark && !indented && !closing.test(last);
    }
    return !(indented && closing.test(last)) && !(next.indent >= 4 && previous.width < layout.widthLimit);
  }
  return !indented && !closing.test(last) && previous.hasSentenceMark;
}

const isLatin = (code: number) =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const DECIMAL = 0x2e;

/** In a row a number or a word stands in a cell of its own even behind a narrow blank; 合 计 is one word. */
const NARROW_GAP = 2;

/** Whether two or more characters without a blank stand on both sides of `at`. */
function partsWords({ from, to }: PrintedLine, { gaps }: PrintedCharacters, at: number): boolean {
  const before = at - 2 >= from && (gaps[at - 1] ?? 0) === 0;
  return before && at + 1 < to && (gaps[at + 1] ?? 0) === 0;
}

/** What stays of a blank: a tab between cells, a space between Latin words or numbers, nothing between ideographs. */
function separator(line: PrintedLine, characters: PrintedCharacters, at: number): string {
  const gap = characters.gaps[at] ?? 0;
  const before = characters.codes[at - 1] ?? 0;
  const after = characters.codes[at] ?? 0;
  if (line.isRow && gap >= CELL_GAP) return '\t';
  if (line.isRow && gap >= NARROW_GAP && (isDigit(before) || isDigit(after) || partsWords(line, characters, at)))
    return '\t';
  return isLatin(before) && isLatin(after) && !splitsNumber(line, characters, at) ? ' ' : '';
}

/** Digits of the run that ends before `at`, or begins there; counted up to four. */
function runLength(line: PrintedLine, { codes, gaps }: PrintedCharacters, at: number, step: 1 | -1): number {
  let length = 0;
  for (let i = step < 0 ? at - 1 : at; length < 4 && i >= line.from && i < line.to; i += step) {
    if (!isDigit(codes[i] ?? 0) || (step > 0 && i > at && (gaps[i] ?? 0) > 0)) break;
    length++;
    if (step < 0 && (gaps[i] ?? 0) > 0) break;
  }
  return length;
}

/**
 * Whether the single blank before `at` stands inside a number: ４ ２ 场, １ ０３０ 人. In prose two numbers never stand side
 * by side; years and longer numbers are left apart, so that a list of them stays one.
 */
function splitsNumber(line: PrintedLine, characters: PrintedCharacters, at: number): boolean {
  const { codes, gaps } = characters;
  if (line.isRow || !line.hasSentenceMark || gaps[at] !== 1) return false;
  if (codes[at - 1] === DECIMAL && isDigit(codes[at - 2] ?? 0)) return isDigit(codes[at] ?? 0);
  if (!isDigit(codes[at - 1] ?? 0) || !isDigit(codes[at] ?? 0)) return false;
  return runLength(line, characters, at, -1) <= 3 && runLength(line, characters, at, 1) <= 3;
}

/** Grows by one character at a time; characters and origins side by side. */
class Builder {
  readonly codes: Uint16Array;
  readonly origins: Int32Array;
  length = 0;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
    this.origins = new Int32Array(size);
  }

  add(code: number, origin: number): void {
    this.codes[this.length] = code;
    this.origins[this.length] = origin;
    this.length++;
  }

  addLine(line: PrintedLine, characters: PrintedCharacters): void {
    const { codes, origins, gaps } = characters;
    for (let i = line.from; i < line.to; i++) {
      const gap = i > line.from ? (gaps[i] ?? 0) : 0;
      if (gap > 0) {
        const blank = separator(line, characters, i);
        if (blank !== '') this.add(blank.charCodeAt(0), origins[i - 1] ?? 0);
      }
      this.add(codes[i] ?? 0, origins[i] ?? 0);
    }
  }

  toText(): string {
    const parts: string[] = [];
    for (let from = 0; from < this.length; from += 0x2000) {
      parts.push(textOf(this.codes, from, Math.min(this.length, from + 0x2000)));
    }
    return parts.join('');
  }
}

const [COMMA = 0, STOP = 0, COLON = 0] = Array.from('，。：', (char) => char.charCodeAt(0));

/** Commas, stops and colons between digits belong to the number: １，０４６．５, １ꎮ５, 9：30. */
function repairPunctuation(codes: Uint16Array, length: number): void {
  const digitAt = (i: number) => i >= 0 && i < length && isDigit(codes[i] ?? 0);
  for (let i = 1; i + 1 < length; i++) {
    const code = codes[i] ?? 0;
    if ((code !== COMMA && code !== STOP && code !== COLON) || !digitAt(i - 1) || !digitAt(i + 1)) continue;
    if (code === COLON) codes[i] = 0x3a;
    else if (code === STOP) codes[i] = digitAt(i + 2) && !digitAt(i + 3) ? 0x2e : STOP;
    else {
      const three = digitAt(i + 2) && digitAt(i + 3) && !digitAt(i + 4);
      const few = !(digitAt(i - 2) && digitAt(i - 3) && digitAt(i - 4));
      if (three && few) codes[i] = 0x2c;
    }
  }
}

/**
 * Undoes the line breaks that the page made and keeps those that the writer made.
 * Input: text as given. Output: CleanText; words and numbers cut by a line or page end are whole again. Linear.
 * Source: damage described in codebook section 8.
 */
export function cleanText(original: string): CleanText {
  const { characters, lines } = printedLines(original);
  const layout = layoutOf(lines);
  const builder = new Builder(characters.codes.length * 2 + lines.length + 1);
  let previous: PrintedLine | undefined;
  for (const line of lines) {
    if (previous && !continues(characters.codes, previous, line, layout)) {
      builder.add(NEWLINE, characters.origins[previous.to - 1] ?? 0);
    }
    builder.addLine(line, characters);
    previous = line;
  }
  repairPunctuation(builder.codes, builder.length);
  return { text: builder.toText(), original, origins: builder.origins.slice(0, builder.length) };
}
