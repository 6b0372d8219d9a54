import { characterClass, SENTENCE_END } from './characterClass';

/** A stretch of the clean text. */
export interface Span {
  start: number;
  end: number;
}

/** Heading of an item with its number as printed: 五, 二, （一）, 4; empty label for 【赈灾】. */
export interface Heading extends Span {
  label: string;
  level: number;
}

export type LineKind = 'body' | 'row' | 'heading' | 'footer';

/** One line as the writer made it. */
export interface Line extends Span {
  kind: LineKind;
  /** Headings in force, outermost first. */
  headings: readonly Heading[];
  /** End of the number of the item (五、) at the beginning of the line; `start` when there is none. */
  contentStart: number;
}

/** From one full stop to the next; never crosses a line. */
export interface Sentence extends Span {
  line: number;
}

export interface Structure {
  lines: Line[];
  sentences: Sentence[];
}

/** Numbered beginnings of items with their level in the outline. */
const markers: readonly { level: number; pattern: RegExp }[] = [
  { level: 1, pattern: /^(第[一二三四五六七八九十\d]{1,3}[章部篇])/ },
  { level: 2, pattern: /^([一二三四五六七八九十]{1,3})[、．]/ },
  { level: 3, pattern: /^（([一二三四五六七八九十]{1,3})）/ },
  { level: 4, pattern: /^(\d{1,2})[、．.](?!\d)/ },
  { level: 5, pattern: /^（(\d{1,2})）/ },
  { level: 2, pattern: /^【([^】\n]{1,40})】/ },
];
const footer =
  /^(?:报|发|送|主送|抄送|抄报|责任编辑|编辑|联系电话|联系人|电话|签发|审核|印发|来源|注|备注|说明|附件|附|相关阅读|相关链接|相关新闻|延伸阅读|推荐阅读|上一[篇条]|下一[篇条]|扫码关注|地址|邮编)[：:]/;
const note = /^\d{1,2}[、．.]/;
const sentenceMark = /[，。；！？]/;
const headingEnd = /[。；！？：]/;
/** A heading is a short line or the short first sentence of an item. */
const HEADING_LIMIT = 60;
const SENTENCE_LIMIT = 600;

function headingOf(text: string, start: number, end: number): { heading: Heading; contentStart: number } | null {
  const head = text.slice(start, Math.min(end, start + HEADING_LIMIT + 10));
  for (const { level, pattern } of markers) {
    const match = pattern.exec(head);
    if (!match) continue;
    const marker = start + match[0].length;
    const label = match[1] ?? '';
    if (head.startsWith('【')) {
      return { heading: { label: '', level, start: start + 1, end: marker - 1 }, contentStart: marker };
    }
    const stop = headingEnd.exec(head.slice(match[0].length));
    const stopAt = stop ? marker + stop.index : Math.min(end, start + HEADING_LIMIT);
    return { heading: { label, level, start: marker, end: stopAt }, contentStart: marker };
  }
  return null;
}

/** Splits a stretch at its full stops; a stretch without any is cut at a bound so that work stays linear. */
function sentencesOf(text: string, line: Line, index: number, into: Sentence[]): void {
  let start = line.start;
  for (let at = line.start; at < line.end; at++) {
    const full = (characterClass(text.charCodeAt(at)) & SENTENCE_END) !== 0;
    const overlong = at - start >= SENTENCE_LIMIT && !/[\d.,万亿千百十]/.test(text.charAt(at));
    if (!full && !overlong) continue;
    if (!overlong && (!full || text.startsWith('其中', at + 1))) continue;
    into.push({ start, end: at + 1, line: index });
    start = at + 1;
  }
  if (start < line.end) into.push({ start, end: line.end, line: index });
}

/**
 * Finds lines, the headings they stand under, and sentences.
 * Input: clean text. Output: lines and sentences in order, without gaps but the line feeds. Linear; depth of headings
 * is bounded by the number of levels.
 */
export function readStructure(text: string): Structure {
  const lines: Line[] = [];
  const sentences: Sentence[] = [];
  let open: Heading[] = [];
  let inNotes = false;
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end > start) {
      const found = headingOf(text, start, end);
      const isFooter = footer.test(text.slice(start, start + 6));
      inNotes = isFooter || (inNotes && note.test(text.slice(start, start + 4)));
      if (found && !inNotes) open = [...open.filter((heading) => heading.level < found.heading.level), found.heading];
      const plain = text.slice(start, Math.min(end, start + HEADING_LIMIT));
      const isRow = plain.includes('\t');
      const short = end - start < HEADING_LIMIT && !sentenceMark.test(plain);
      const kind: LineKind = inNotes ? 'footer' : isRow ? 'row' : short ? 'heading' : 'body';
      const line: Line = { start, end, kind, headings: open, contentStart: found?.contentStart ?? start };
      lines.push(line);
      sentencesOf(text, line, lines.length - 1, sentences);
    }
    start = end + 1;
  }
  return { lines, sentences };
}
