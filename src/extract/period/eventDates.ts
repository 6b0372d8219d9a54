import type { Period } from '../../model/period';
import type { ReportText } from '../document';
import type { Sentence } from '../text/structure';
import { type Coverage, resolveTime } from './resolveTime';
import { usableTimes } from './usableTimes';

/** Words that say a sentence goes on about the event of the one before. */
const sameEvent =
  /此次|本次|这次|此项|该活动|该批|这批|当天|当日|当晚|当场|现场|会上|会议|活动中|比赛|大赛|赛事|培训|仪式|一行|调研组|经.{0,4}评审|最终|期间|随后|慰问点|每到|台下|学员|选手|参赛|参加|获奖|评委|领到|接过|拿到|上台|代表.{0,6}发言/;
/** Beginnings of a sentence about something else: a summary, another actor, a further action of a list. */
const otherEvent =
  /^(?:[^，。]{0,4}(?:市总工会|县总工会|区总工会|市总|县总|区总|各级工会)|全市|全县|全区|我市|我县|我区|我会|全省|根据|按照|为了|为贯彻|为深入|目前|截[至止]|近年来|近期|今年|本月|同时|此外|另外|下一步|据统计|据悉|据了解|全年|上半年|累计|持续|不断|扎实|深入|积极|大力|认真|坚持|举办|开展|组织|召开|推进|加强|建立|完善|发放|走访|慰问|落实|督促|指导|印发|制定|配合|联合|推荐|启动|加大|做好|健全|着力|全面|利用|承办|精心|聚焦|围绕|切实)/;

/** What each sentence takes over from those before it. */
export interface Inherited {
  /** Period of the event that it goes on about, where it prints no time of its own. */
  event: Period | null;
  /** Month last spoken of, for a bare 21日; set by a line such as 三月 in a chronicle. */
  month: number | null;
}

export type EventDates = readonly Inherited[];

interface State {
  event: Period | null;
  line: number;
}

function opens(report: ReportText, sentence: Sentence, coverage: Coverage, month: number | null): Period | null {
  for (const time of usableTimes(report, sentence.start, sentence.end)) {
    if (time.kind !== 'date' || time.since || time.until || time.from.day === undefined) continue;
    return resolveTime(time, coverage, month);
  }
  return null;
}

function inherited(report: ReportText, sentence: Sentence, state: State): Period | null {
  if (!state.event) return null;
  const head = report.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200));
  const goesOn = sameEvent.test(head.slice(0, 60));
  if (!goesOn) return null;
  return otherEvent.test(head) && !/^[^，。]{0,12}(?:此次|本次|这次|当天|当日|现场|会上)/.test(head)
    ? null
    : state.event;
}

/** A line that is only a month: 三月. */
function monthLine(report: ReportText, sentence: Sentence): number | null {
  if (sentence.end - sentence.start > 12) return null;
  const [time, ...others] = usableTimes(report, sentence.start, sentence.end);
  if (!time || others.length > 0 || time.from.day !== undefined) return null;
  return time.end - time.start >= sentence.end - sentence.start - 1 ? (time.from.month ?? null) : null;
}

/**
 * Follows events from sentence to sentence: 5月28日 … 。 … 180名儿童 happened on that day too.
 * A sentence about another actor or a summary ends the event; in a news item (no numbered items) it may cross lines.
 * Output: one entry a sentence. Linear.
 */
export function eventDates(report: ReportText, coverage: Coverage): EventDates {
  const isNews = !report.lines.some((line) => line.headings.some((heading) => heading.label !== ''));
  const state: State = { event: null, line: -1 };
  // A monthly report's bare 21日 is of its month, whatever other month it has just spoken of.
  const withinMonth = coverage !== null && coverage.start.slice(0, 7) === coverage.end.slice(0, 7);
  let month: number | null = null;
  return report.sentences.map((sentence) => {
    if (sentence.line !== state.line && !isNews) state.event = null;
    month = withinMonth ? null : (monthLine(report, sentence) ?? month);
    const carried = inherited(report, sentence, state);
    const own = opens(report, sentence, coverage, month);
    state.line = sentence.line;
    state.event = own ?? carried;
    if (own && !withinMonth) month = Number(own.start.slice(5, 7));
    return { event: carried, month };
  });
}
