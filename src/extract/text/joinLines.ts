import type { CleanText } from './cleanText';
import { type PrintedLine, printedLines } from './printedLines';

/** How a new item, cell, note or signature begins; a sentence broken over two lines does not continue so. */
const blockStart =
  /^(?:第[一二三四五六七八九十\d]{1,3}[章节部篇]|[一二三四五六七八九十]{1,3}[、．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[【①-⑳●■◆★*]|(?:报|发|送|主送|抄送|附|附件|注|说明|备注|来源|编辑|责任编辑|联系电话|联系人|电话|签发|审核|编辑部|主办|印发|填报)[：]|其中：)/;
const terminal = /[。！？；：…]$/;
const closing = /[”）】》]$/;
/** A line that ends so goes on, whatever comes next. */
const unfinished = /[，、（“《]$/;
const sentenceMark = /[，。；！？]/;

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

function continues(previous: PrintedLine, next: PrintedLine, layout: Layout): boolean {
  if (previous.isRow || next.isRow || blockStart.test(next.text.slice(0, 12))) return false;
  if (unfinished.test(previous.text)) return true;
  if (/\d$/.test(previous.text) && /^(?:\d|[多余]|[万亿]|[人名个家户场次件份元%])/.test(next.text)) return true;
  if (terminal.test(previous.text)) return false;
  const indented = next.indent >= 2 && previous.indent < next.indent;
  if (layout.wrapped) {
    if (previous.width < layout.widthLimit * 0.8) return false;
    return !(indented && closing.test(previous.text)) && !(next.indent >= 4 && previous.width < layout.widthLimit);
  }
  if (indented || closing.test(previous.text)) return false;
  return sentenceMark.test(previous.text);
}

/**
 * Undoes the line breaks that the page made and keeps those that the writer made.
 * Input: text as given. Output: CleanText; words and numbers cut by a line or page end are whole again. Linear.
 * Source: damage described in codebook section 8.
 */
export function cleanText(original: string): CleanText {
  const lines = printedLines(original);
  const layout = layoutOf(lines);
  const parts: string[] = [];
  const lengths = lines.reduce((sum, line) => sum + line.text.length + 1, 0);
  const origins = new Int32Array(lengths);
  let length = 0;
  let previous: PrintedLine | undefined;
  for (const line of lines) {
    if (previous && !continues(previous, line, layout)) {
      parts.push('\n');
      origins[length++] = previous.origins.at(-1) ?? 0;
    }
    parts.push(line.text);
    for (const origin of line.origins) origins[length++] = origin;
    previous = line;
  }
  return { text: repairPunctuation(parts.join('')), original, origins: origins.subarray(0, length) };
}

/** Commas and stops between digits belong to the number: １，０４６．５ and １ꎮ５. One character stays one character. */
function repairPunctuation(text: string): string {
  return text.replace(/(?<=\d)[，。．：](?=\d)/g, (mark, at: number) => {
    if (mark === '．') return '.';
    if (mark === '：') return ':';
    if (mark === '。') return /\d/.test(text.charAt(at + 2)) && !/\d/.test(text.charAt(at + 3)) ? '.' : mark;
    return isThousands(text, at) ? ',' : mark;
  });
}

/** Whether the comma at `at` stands before exactly three digits and after one to three. */
function isThousands(text: string, at: number): boolean {
  if (!/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false;
  let digits = 0;
  while (digits < 4 && /\d/.test(text.charAt(at - 1 - digits))) digits++;
  return digits >= 1 && digits <= 3;
}
