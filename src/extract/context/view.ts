import type { ReportText } from '../document';
import { firstFrom } from '../document';
import type { Quantity } from '../number/quantity';
import { characterClass, CLAUSE_END } from '../text/characterClass';
import type { Line, Sentence, Span } from '../text/structure';

/** A number with the stretches of text around it that speak about it. */
export interface View {
  report: ReportText;
  quantity: Quantity;
  /** Position in `report.quantities`. */
  index: number;
  line: Line;
  sentence: Sentence;
  /** Position in `report.sentences`. */
  sentenceIndex: number;
  /** From the beginning of its clause, or the number before it, to the number. */
  before: Span;
  /** From its unit to the end of its clause, or to the next number. */
  after: Span;
  /** Whole clause. */
  clause: Span;
  /** Numbers next to it in the same sentence. */
  previous: Quantity | null;
  next: Quantity | null;
}

/** Clauses are looked at no farther than this, so that a text without punctuation costs no more than any other. */
export const CLAUSE_LIMIT = 120;
const numberInside = /[\d]|[一二三四五六七八九十百千万](?=[人名个家户次场件份元])/;

/** End of a short bracket without a number, which a clause may run through: 企业（行业）开展. */
function throughBracket(text: string, at: number): number {
  const close = text.slice(at, at + 16).indexOf('）');
  if (close < 0 || numberInside.test(text.slice(at, at + close))) return -1;
  return at + close + 1;
}

function clauseEnd(text: string, from: number, limit: number): number {
  const stop = Math.min(limit, from + CLAUSE_LIMIT);
  for (let at = from; at < stop; at++) {
    if ((characterClass(text.charCodeAt(at)) & CLAUSE_END) === 0) continue;
    const char = text.charAt(at);
    const through = char === '（' ? throughBracket(text, at) : -1;
    if (through < 0 || through > stop) return at;
    at = through - 1;
  }
  return stop;
}

function clauseStart(text: string, from: number, limit: number): number {
  const stop = Math.max(limit, from - CLAUSE_LIMIT);
  for (let at = from - 1; at >= stop; at--) {
    if ((characterClass(text.charCodeAt(at)) & CLAUSE_END) === 0) continue;
    const char = text.charAt(at);
    if (char === '）') {
      const open = text.lastIndexOf('（', at);
      if (open >= stop && open > at - 16 && throughBracket(text, open) === at + 1) {
        at = open;
        continue;
      }
    }
    return at + 1;
  }
  return stop;
}

/** In a list the words up to the last 、 belong to the number before: 1家先锋号班组、标兵岗2个. */
function beforeStart(text: string, start: number, end: number, previous: Quantity | null): number {
  if (!previous || previous.end < start) return start;
  const between = text.slice(start, end).replace(/（[^（）]*）/g, (inside) => '（'.repeat(inside.length));
  const link = between.lastIndexOf('、');
  return link < 0 ? start : start + link + 1;
}

/** Words before the number; of two numbers side by side (3期410人) the second shares those of the first. */
function beforeSpan(
  report: ReportText,
  index: number,
  clause: number,
  quantity: Quantity,
  previous: Quantity | null,
): Span {
  const { text, quantities } = report;
  if (previous && previous.end === quantity.start && previous.start > clause) {
    const start = Math.max(clause, quantities[index - 2]?.end ?? 0);
    return { start: beforeStart(text, start, previous.start, quantities[index - 2] ?? null), end: previous.start };
  }
  const start = Math.max(clause, previous?.end ?? 0);
  return { start: beforeStart(text, start, quantity.start, previous), end: quantity.start };
}

/** Looks at the surroundings of one number. Bounded work. */
export function viewOf(report: ReportText, index: number): View | null {
  const quantity = report.quantities[index];
  if (!quantity) return null;
  const sentenceIndex = Math.max(0, firstFrom(report.sentences, quantity.numeralStart + 1) - 1);
  const sentence = report.sentences[sentenceIndex];
  const line = sentence && report.lines[sentence.line];
  if (!sentence || !line) return null;
  const { text } = report;
  const earlier = report.quantities[index - 1];
  const later = report.quantities[index + 1];
  const previous = earlier && earlier.end > sentence.start ? earlier : null;
  const next = later && later.start < sentence.end ? later : null;
  const clause = {
    start: clauseStart(text, quantity.start, sentence.start),
    end: clauseEnd(text, quantity.end, sentence.end),
  };
  return {
    report,
    quantity,
    index,
    line,
    sentence,
    sentenceIndex,
    clause,
    previous,
    next,
    before: beforeSpan(report, index, clause.start, quantity, previous),
    after: { start: quantity.end, end: Math.max(quantity.end, Math.min(clause.end, next?.start ?? clause.end)) },
  };
}
