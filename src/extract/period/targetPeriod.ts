import type { Period } from '../../model/period';
import type { View } from '../context/view';
import { monthsOf, periodOfParts, yearOf } from './calendar';
import type { PeriodReading } from './periodOf';
import { type Coverage } from './resolveTime';
import { usableTimes } from './usableTimes';

const nextYear = /明年|下一年/;

/** The year by whose end the target is to be reached: 到2025年底, 2020年…计划. */
function deadlineYear(text: string): number | null {
  const match = /(?:到|至|在|力争|确保|争取)?(20\d\d)年(?:度|底|末|年底|年末)?/g;
  let year: number | null = null;
  for (const found of text.matchAll(match)) year = Number(found[1]);
  return year;
}

const deadline =
  /(?:(20\d\d)年)?(?<!\d)(1[0-2]|[1-9])月(?:份|底|末|\d{1,2}日)?(?:之?前)|(?:到|至)(?:(20\d\d)年)?(1[0-2]|[1-9])月(?:底|末)/;

/** 9月底前, 到2024年6月底: the month by whose end the target is to be reached. */
function deadlineMonth(text: string, base: number): Period | null {
  const printed = deadline.exec(text);
  if (!printed) return null;
  const month = Number(printed[2] ?? printed[4]);
  return monthsOf(Number(printed[1] ?? printed[3] ?? base), month, month);
}

/** 三季度计划新建12家; 0 without one, and for 三季度前. */
function quarterIn(text: string): number {
  return '一二三四'.indexOf(/(?<!前)([一二三四])季度(?!前|以来|末前)/.exec(text)?.[1] ?? '×') + 1;
}

/** 全年, or 年底 of a half-year's report, named last: the whole year. */
function wholeYear(text: string): boolean {
  const at = Math.max(text.lastIndexOf('全年'), text.lastIndexOf('今年底'));
  if (at < 0 || /^全年(?:目标)?(?:任务|目标|计划)/.test(text.slice(at))) return false;
  return at > text.lastIndexOf('下半年');
}

/** The year that the plan's heading names (2023年工作思路, 明年打算); the report's own where it names none. */
function plannedYear(headings: readonly string[], base: number): number {
  for (const heading of [...headings].reverse()) {
    const year = /(20\d\d)年/.exec(heading)?.[1];
    if (year !== undefined) return Number(year);
    if (nextYear.test(heading)) return base + 1;
  }
  return base;
}

/** 保障期为2021年7月1日至2022年6月30日: two full dates in the sentence. */
function rangeIn(view: View): Period | null {
  for (const time of usableTimes(view.report, view.sentence.start, view.quantity.start)) {
    if (time.kind === 'date' && time.from.day !== undefined && time.to.year !== undefined && time.from !== time.to)
      return periodOfParts(time.from, time.to);
  }
  return null;
}

/**
 * Tells in which period a target is to be reached: the year or half-year that its sentence, then its heading, names; the
 * coverage where none does. Input: view and coverage. Output: period, null while the year is unknown.
 * Source: codebook section 6.
 */
export function targetPeriod(view: View, coverage: Coverage): PeriodReading {
  const { text } = view.report;
  const lead = text.slice(Math.max(view.sentence.start, view.quantity.start - 200), view.quantity.start);
  const headings = view.line.headings.map((heading) => text.slice(heading.start, heading.end));
  if (!coverage) return { period: null, printed: false, basis: 'coverage' };
  const base = plannedYear(headings, Number(coverage.end.slice(0, 4)));
  const printed = rangeIn(view);
  if (printed) return { period: printed, printed: true, basis: 'sentence' };
  for (const [stretch, basis] of [
    [lead, 'sentence'],
    ...headings.reverse().map((heading) => [heading, 'heading'] as const),
  ] as const) {
    const year = deadlineYear(stretch);
    const month = basis === 'sentence' ? deadlineMonth(stretch, base) : null;
    if (month && month.end >= coverage.start) {
      const start =
        month.end.slice(0, 4) > coverage.end.slice(0, 4) ? `${month.end.slice(0, 4)}-01-01` : coverage.start;
      return { period: { start, end: month.end }, printed: true, basis };
    }
    const quarter = basis === 'sentence' && year === null ? quarterIn(stretch) : 0;
    if (quarter > 0) return { period: monthsOf(base, quarter * 3 - 2, quarter * 3), printed: true, basis };
    if (/年内/.test(stretch) && basis === 'sentence' && year === null)
      return { period: { start: coverage.start, end: yearOf(base).end }, printed: true, basis };
    if (wholeYear(stretch)) return { period: yearOf(year ?? base), printed: true, basis };
    if (/下半年/.test(stretch)) return { period: monthsOf(year ?? base, 7, 12), printed: true, basis };
    if (/上半年/.test(stretch) && basis === 'sentence')
      return { period: monthsOf(year ?? base, 1, 6), printed: true, basis };
    if (year !== null && year > base) return { period: yearOf(year), printed: true, basis };
    if (nextYear.test(stretch)) return { period: yearOf(Number(coverage.end.slice(0, 4)) + 1), printed: true, basis };
    if (
      year !== null &&
      (basis === 'heading' || /(?:到|至|在|力争|确保|争取)20\d\d年|20\d\d年(?:底|末|年底)/.test(stretch))
    ) {
      if (year !== base || basis === 'sentence') return { period: yearOf(year), printed: true, basis };
    }
  }
  const isOwn = base === Number(coverage.end.slice(0, 4));
  return { period: isOwn ? coverage : yearOf(base), printed: !isOwn, basis: isOwn ? 'coverage' : 'heading' };
}
