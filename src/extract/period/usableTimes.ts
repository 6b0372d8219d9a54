import type { ReportText } from '../document';
import type { TimeMention } from '../time/timeMention';

const QUOTE_LENGTH = 18;
const clauseBegin = /(?:^|[，。；：、！？\n\t（）】])[^，。；：！？\n\t]{0,3}$/;
const introduced = /(?:于|在|自|从|由|至|到|截至|截止|截|并于|将于|定于|是|为)$/;
const compared = /(?:比|同|较|与|跟|和|相比|超|去年同期|相当于)$/;

/** Whether the time stands in the name of something: “3月大调研”, 《2019年要点》. */
function inName(text: string, time: TimeMention): boolean {
  const left = text.slice(Math.max(0, time.start - QUOTE_LENGTH), time.start);
  const open = Math.max(left.lastIndexOf('“'), left.lastIndexOf('《'));
  return open >= 0 && !/[”》]/.test(left.slice(open));
}

/** Whether a year is told as a time (2017年，…; 2017年全市…) and not as a part of a name (2018年培训反馈情况). */
function isAdverb(text: string, time: TimeMention): boolean {
  if (introduced.test(text.slice(Math.max(0, time.start - 2), time.start))) return true;
  return (
    clauseBegin.test(text.slice(Math.max(0, time.start - 4), time.start)) &&
    /^[，全各我市县区共,]/.test(text.slice(time.end, time.end + 1))
  );
}

/**
 * Times of a stretch that can date a number in it: no durations, no deadlines, no names, no comparisons, no years that
 * only belong to a name. In order of start.
 */
export function usableTimes(report: ReportText, start: number, end: number): TimeMention[] {
  const { text, times } = report;
  const usable: TimeMention[] = [];
  for (let i = firstTime(times, start); i < times.length; i++) {
    const time = times[i];
    if (!time || time.start >= end) break;
    if (time.kind === 'duration' || time.end > end || time.before || inName(text, time)) continue;
    if (compared.test(text.slice(Math.max(0, time.start - 3), time.start))) continue;
    if (time.word === 'wholeYear' && /^(?:目标)?(?:任务|目标|计划|指标|预算)/.test(text.slice(time.end, time.end + 4)))
      continue;
    const yearOnly = time.kind === 'date' && time.from.month === undefined && time.from.day === undefined;
    if (yearOnly && !time.since && !time.until && !isAdverb(text, time)) continue;
    usable.push(time);
  }
  return usable;
}

function firstTime(times: readonly TimeMention[], position: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
