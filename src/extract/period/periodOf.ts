import type { Period } from '../../model/period';
import { firstFrom, type ReportText, within } from '../document';
import type { View } from '../context/view';
import type { Span } from '../text/structure';
import type { TimeMention } from '../time/timeMention';
import type { EventDates } from './eventDates';
import { type Coverage, resolveTime } from './resolveTime';
import { usableTimes } from './usableTimes';

/** When the counted thing happened. */
export interface PeriodReading {
  period: Period | null;
  /** Whether a time in the sentence says so; else it is the report's coverage or an event told before. */
  printed: boolean;
  basis: 'sentence' | 'event' | 'heading' | 'coverage';
}

/**
 * Whether the number has left the bracket that the time stands in: 14个（1—3月39个）, then 20个. A time alone in its bracket
 * dates what follows in its clause: 上期（2019年7月至2020年6月）补助8917人次.
 */
function bracketClosed({ text, quantities }: ReportText, time: TimeMention, position: number): boolean {
  const between = text.slice(time.end, position);
  const close = between.indexOf('）');
  const open = between.indexOf('（');
  if (close < 0 || (open >= 0 && open < close)) return false;
  const inside = quantities[firstFrom(quantities, time.end)];
  const holdsNumber = inside !== undefined && inside.start < time.end + close;
  return holdsNumber || /[，。；]/.test(between.slice(close)) || text.charAt(time.start - 1) !== '（';
}

/** A year of its own right before 上半年, 一季度 or a month: 2019年上半年, 去年9月. */
function yearBefore(times: readonly TimeMention[], index: number, coverage: Coverage): number | undefined {
  const earlier = times[index - 1];
  const time = times[index];
  if (!earlier || !time || time.start - earlier.end > 1) return undefined;
  if (earlier.kind === 'date') return earlier.from.year;
  if (time.kind !== 'date' || time.from.year !== undefined || !coverage) return undefined;
  const year = Number(coverage.end.slice(0, 4));
  return earlier.word === 'lastYear' ? year - 1 : earlier.word === 'thisYear' ? year : undefined;
}

const isYearOnly = (time: TimeMention) =>
  time.kind === 'date' && time.from.month === undefined && time.from.day === undefined;

function withinCoverage(time: TimeMention, coverage: Coverage): boolean {
  if (!coverage || !isYearOnly(time)) return false;
  const year = String(time.from.year ?? 0);
  return coverage.start.startsWith(year) && coverage.end.startsWith(year);
}

/** The time that speaks about the number from inside its sentence, nearest first; null when none does. */
function timeInSentence(view: View, span: Span, coverage: Coverage, told: number | null): Period | null | undefined {
  const { report, quantity } = view;
  const times = usableTimes(report, span.start, quantity.start);
  for (let i = times.length - 1; i >= 0; i--) {
    const time = times[i];
    if (!time || bracketClosed(report, time, quantity.start)) continue;
    if (withinCoverage(time, coverage) || isForOther(view, time) || isOver(view, time)) continue;
    if (time.since && coverage && (time.from.year ?? 9999) < Number(coverage.start.slice(0, 4))) return coverage;
    const month =
      times
        .slice(0, i)
        .reverse()
        .find((other) => other.from.month !== undefined)?.from.month ?? told;
    const period = resolveTime(time, coverage, month, yearBefore(times, i, coverage));
    if (period) return period;
    if (!coverage) return null;
  }
  return undefined;
}

/** 20日至25日，举办筛查；全市新建小屋23个: a day does not reach over a semicolon to what the whole area did. */
function isOver({ report, quantity }: View, time: TimeMention): boolean {
  if (time.from.day === undefined || time.since || time.until) return false;
  const between = report.text.slice(time.end, quantity.start);
  return (
    /^(?:全[市县区省]|各级|全年|今年|目前|累计|另|此外)/.test(between.slice(between.lastIndexOf('；') + 1)) &&
    between.includes('；')
  );
}

/** 由去年的620家增加到684家: last year's number is the one right behind it. */
function isForOther({ report, quantity }: View, time: TimeMention): boolean {
  if (time.word !== 'lastYear' && time.word !== 'lastSamePeriod') return false;
  const around = report.text.slice(Math.max(0, time.start - 1), time.end + 2);
  if (!/^[由从比较]|(?:的|同期|为|是).?$/.test(around)) return false;
  const next = report.quantities[firstFrom(report.quantities, time.end)];
  return next !== undefined && next.start < quantity.start;
}

function timeInHeading(view: View, coverage: Coverage): Period | null {
  for (const heading of [...view.line.headings].reverse()) {
    if (heading.end - heading.start > 24) continue;
    for (const time of usableTimes(view.report, heading.start, heading.end + 1)) {
      if (withinCoverage(time, coverage) || time.word === 'now') continue;
      const period = resolveTime(time, coverage, null);
      if (period) return period;
    }
    const bare = within(view.report.times, heading.start, heading.end).find(isYearOnly);
    if (bare && !withinCoverage(bare, coverage)) return resolveTime(bare, coverage, null);
  }
  return null;
}

/**
 * Tells when the counted thing happened: a time in the sentence, an event told before, the heading, or the coverage.
 * Input: view, coverage and the events followed so far. Output: inclusive days; null while the year is unknown.
 * Source: codebook section 6.
 */
export function periodOf(view: View, coverage: Coverage, events: EventDates): PeriodReading {
  const inherited = events[view.sentenceIndex];
  const found = timeInSentence(
    view,
    { start: view.sentence.start, end: view.quantity.start },
    coverage,
    inherited?.month ?? null,
  );
  if (found !== undefined) return { period: found, printed: true, basis: 'sentence' };
  const event = inherited?.event;
  if (event) return { period: event, printed: false, basis: 'event' };
  const heading = timeInHeading(view, coverage);
  if (heading) return { period: heading, printed: true, basis: 'heading' };
  return { period: coverage, printed: false, basis: 'coverage' };
}
