import { firstFrom } from '../document';
import { characterClass, PHRASE_END, SENTENCE_END } from '../text/characterClass';
import type { CueHit } from '../lexicon/lexicon';
import type { Line, Span } from '../text/structure';
import { tableCell } from '../table/column';
import type { View } from './view';

/** Where a word stands, seen from the number. */
export type Zone =
  'phrase' | 'clause' | 'earlier' | 'later' | 'previousSentence' | 'rowAbove' | 'heading' | 'outerHeading' | 'title';

/** A word of the vocabulary with where it stands; `steps` counts clauses or headings between it and the number. */
export interface ZonedCue {
  cue: CueHit;
  zone: Zone;
  steps: number;
}

const BACK_LIMIT = 260;
const FORWARD_LIMIT = 90;

/** Clauses between the sentence's start and the number's own, nearest first. */
export function earlierClauses(view: View): Span[] {
  const { text } = view.report;
  const spans: Span[] = [];
  const limit = Math.max(view.sentence.start, view.clause.start - BACK_LIMIT);
  let end = view.clause.start - 1;
  for (let at = end - 1; at >= limit && spans.length < 7; at--) {
    const ends = (characterClass(text.charCodeAt(at)) & PHRASE_END) !== 0;
    if (at !== limit && !ends) continue;
    const start = ends ? at + 1 : at;
    if (end > start) spans.push({ start, end });
    end = at;
  }
  return spans;
}

function laterClauses(view: View): Span[] {
  const { text } = view.report;
  const spans: Span[] = [];
  const limit = Math.min(view.sentence.end, view.clause.end + FORWARD_LIMIT);
  let start = view.clause.end;
  for (let at = start + 1; at <= limit && spans.length < 2; at++) {
    if (at < limit && (characterClass(text.charCodeAt(at)) & PHRASE_END) === 0) continue;
    if (at > start) spans.push({ start, end: at });
    start = at;
  }
  return spans;
}

/** The sentence before, on the same line. */
function previousSentence(view: View): Span | null {
  const { text } = view.report;
  const end = view.sentence.start;
  const heading = view.line.headings.at(-1);
  const first = Math.max(view.line.contentStart, heading && heading.start >= view.line.start ? heading.end : 0);
  if (end <= first) return null;
  const limit = Math.max(first, end - 160);
  let start = end - 1;
  while (start > limit && (characterClass(text.charCodeAt(start - 1)) & SENTENCE_END) === 0) start--;
  return { start, end };
}

/** The last row with a number of its own in the table: a row without one tells about the same thing. */
function rowAbove(view: View): Line | null {
  if (view.line.kind !== 'row') return null;
  const { lines, text } = view.report;
  const numbered = /^\d{1,3}[\t、.]/;
  const at = view.sentence.line;
  if (numbered.test(text.slice(view.line.start, view.line.start + 5))) return null;
  const isPart = text.startsWith('其中', view.line.start);
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const line = lines[i];
    if (line?.kind !== 'row') return null;
    if (isPart || numbered.test(text.slice(line.start, line.start + 5))) return line;
  }
  return null;
}

/** The cells before the first number of a row name all its numbers. */
function rowLabel({ report, line }: View): Span | null {
  const first = report.quantities[firstFrom(report.quantities, line.start)];
  return first && first.start > line.start ? { start: line.start, end: Math.min(first.start, line.end) } : null;
}

/** Every word of the vocabulary that may speak about the number, with where it stands. Bounded. */
export function zonedCues(view: View, title: Span | null): ZonedCue[] {
  const zoned: ZonedCue[] = [];
  const add = (span: Span | null, zone: Zone, steps = 0) => {
    if (!span || span.end <= span.start) return;
    const { cues } = view.report;
    for (let i = firstFrom(cues, span.start); i < cues.length; i++) {
      const cue = cues[i];
      if (!cue || cue.start >= span.end) break;
      const { acts, categoryWeights } = cue.entry;
      if (cue.end > span.end || (zone !== 'phrase' && acts.length === 0 && categoryWeights.length === 0)) continue;
      zoned.push({ cue, zone, steps });
    }
  };
  const column = tableCell(view)?.heading ?? null;
  add(column, 'phrase');
  add(view.before, 'phrase');
  if (view.line.kind === 'row' && view.before.start > view.line.start) add(rowLabel(view), 'phrase');
  add(view.after, 'phrase');
  add({ start: view.clause.start, end: view.before.start }, 'clause');
  add({ start: view.after.end, end: view.clause.end }, 'clause', 1);
  earlierClauses(view).forEach((span, i) => add(span, 'earlier', i));
  laterClauses(view).forEach((span, i) => add(span, 'later', i));
  add(previousSentence(view), 'previousSentence');
  add(rowAbove(view), 'rowAbove');
  const headings = view.line.headings;
  for (let i = headings.length - 1; i >= 0; i--) {
    const heading = headings[i];
    const inside = heading && view.quantity.start >= heading.start && view.quantity.start < heading.end;
    add(heading && !inside ? heading : null, i === headings.length - 1 ? 'heading' : 'outerHeading');
  }
  if (title && view.quantity.start >= title.end) add(title, 'title', headings.length);
  return zoned;
}
