import { firstFrom, within } from '../document';
import type { CueHit } from '../lexicon/lexicon';
import type { Span } from '../text/structure';
import { tableCell } from '../table/column';
import { classMeasures } from '../vocabulary/units';
import type { View } from '../context/view';

/** The noun that the number counts, and on which side of it it stands. */
export interface HeadNoun {
  cue: CueHit;
  side: 'after' | 'before' | 'earlier';
  /** 0 to 1: how tightly it stands at the number. */
  closeness: number;
}

/** Behind the unit these end the counted phrase before it begins: the noun stands before the number. */
const closed = /^(?:[、，。；：！？）\n\t]|和|及|与|以及|并|为|向|给|用于|到|共|等)/;
/** Words between a noun and its number: 职工达, 资金共计, 总数为. */
const filler =
  /^(?:（[^）]{0,12}）|“|”|》|的|总数|总量|总额|人数|件数|数量|数|全市|全县|全区|全省|全州|各|达到了|达到|到了|达|共计|合计|总计|累计|共有|现有|已有|只有|仅有|仅|只|共|有|为|是|约|已|了|超过|分别|分别达|分别为|增至|增加到|增加|发展到|新增|新建|建成|就有|多达|全月|全年|本月|收到|：|，|计|总|在|到|、|\t)*$/;
const numbered = /[人数]$/;
/** Words that part one noun phrase from the next. */
const apart = /[进在到为向与和、及对从将把被由于并等，]/;

/** 3000个职工家庭: people, whatever the measure word. */
export const familyWord = /家庭$/;

function isCounted(view: View, cue: CueHit): boolean {
  const { entry } = cue;
  const unitClass = view.quantity.unit?.unitClass ?? 'thing';
  if (unitClass === 'household' && entry.thing === 'organisations') return true;
  if (unitClass === 'person' || unitClass === 'household') return entry.isPerson || entry.thing === 'honours';
  if (unitClass === 'thing' && familyWord.test(entry.word)) return true;
  if (unitClass === 'money') return entry.thing === 'funds';
  return entry.thing !== null && classMeasures[unitClass].includes(entry.thing);
}

/** Last noun of the phrase behind the number, up to its verb. */
function nounAfter(view: View): HeadNoun | null {
  const { text, cues } = view.report;
  const { start, end } = view.after;
  if (end <= start || closed.test(text.slice(start, start + 3))) return null;
  let found: CueHit | null = null;
  for (const cue of within(cues, start, end)) {
    if (!isCounted(view, cue)) {
      if (cue.entry.isAct && (found || cue.start === start)) break;
      continue;
    }
    const between = text.slice(found?.end ?? start, cue.start);
    if (found && between !== '、' && between !== '和' && (between.length > 4 || apart.test(between))) break;
    found = cue;
  }
  return found && { cue: found, side: 'after', closeness: found.start - start <= 18 ? 1 : 0.5 };
}

function lastCounted(view: View, span: Span): CueHit | null {
  return within(view.report.cues, span.start, span.end).findLast((cue) => isCounted(view, cue)) ?? null;
}

/** Nearest noun before the number, with only light words between. */
function nounBefore(view: View): HeadNoun | null {
  const { text } = view.report;
  const span = view.before.end > view.before.start ? view.before : sharedPhrase(view);
  const last = lastCounted(view, span);
  if (!last) return null;
  const between = text.slice(last.end, span.end);
  const tight = filler.test(between) || numbered.test(between);
  return { cue: last, side: 'before', closeness: tight ? 1 : between.length <= 6 ? 0.6 : 0.35 };
}

/** 14件56人次: a number right behind another one shares the phrase before it. */
function sharedPhrase(view: View): Span {
  return { start: view.clause.start, end: view.previous?.start ?? view.before.start };
}

/** …周末学校，总数到了339家: a phrase of light words only takes the noun of the clause before. */
function nounEarlier(view: View): HeadNoun | null {
  const { text, cues } = view.report;
  if (view.clause.start <= view.sentence.start || view.before.start > view.clause.start) return null;
  const light = filler.test(text.slice(view.before.start, view.before.end));
  const from = Math.max(view.sentence.start, view.clause.start - 60);
  for (let i = firstFrom(cues, view.clause.start) - 1; i >= 0; i--) {
    const cue = cues[i];
    if (!cue || cue.start < from) return null;
    if (isCounted(view, cue) && cue.end <= view.clause.start) {
      if ((view.previous?.end ?? 0) > cue.start) return null;
      return { cue, side: 'earlier', closeness: light ? 0.9 : 0.45 };
    }
  }
  return null;
}

/** The heading of a table's column: 发展会员(人). */
function nounInColumn(view: View): HeadNoun | null {
  const column = tableCell(view)?.heading;
  const cue = column ? lastCounted(view, column) : null;
  return cue && { cue, side: 'before', closeness: 1 };
}

/** 验收5家 under 哺乳室创建: the heading tells which facility. */
function facilityInHeading(view: View): HeadNoun | null {
  const heading = view.line.headings.at(-1);
  if (!heading || heading.end > view.quantity.start || view.quantity.unit?.unitClass === 'money') return null;
  const cue = lastCounted(view, heading);
  return cue?.entry.thing === 'facilities' ? { cue, side: 'earlier', closeness: 0.35 } : null;
}

/**
 * Finds the noun that a number counts: 30家户外职工爱心驿站 → 驿站, 宣传册15000多份 → 宣传册.
 * Output: the closer of the nouns on either side, else one of the clause before; null when the vocabulary knows none.
 */
export function headNoun(view: View): HeadNoun | null {
  const after = nounAfter(view);
  const before = nounBefore(view);
  if (!after || !before) return after ?? before ?? nounEarlier(view) ?? nounInColumn(view) ?? facilityInHeading(view);
  return after.closeness * 1.1 >= before.closeness ? after : before;
}
