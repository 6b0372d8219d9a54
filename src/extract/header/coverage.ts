import { daysInMonth, type Period } from '../../model/period';
import type { Frequency } from '../../model/report';
import { within, type ReportText } from '../document';
import { monthsOf, yearOf } from '../period/calendar';
import type { Span } from '../text/structure';
import { readTimes } from '../time/readTimes';
import type { DateParts, TimeMention } from '../time/timeMention';
import type { Found } from './readHeader';

/** What the header says about time. */
export interface CoverageFound {
  start: Found;
  end: Found;
  frequency: Found;
  issuedOn: Found;
}

const two = (value: number) => String(value).padStart(2, '0');
const iso = ({ year = 0, month = 1, day = 1 }: DateParts) => `${year}-${two(month)}-${two(day)}`;
const halfTitle = /上半年|下半年/;
const HEAD_LINES = 10;
const TAIL_LINES = 6;

function isFullDate(time: TimeMention): boolean {
  const { year, month, day } = time.from;
  return year !== undefined && month !== undefined && day !== undefined && day <= daysInMonth(year, month);
}

/** Date of issue: a full date that is alone on its line, or stands behind the issuer, near either end of the text. */
function readIssuedOn(report: ReportText): Found {
  const { lines } = report;
  const candidates = [...lines.slice(0, HEAD_LINES), ...lines.slice(-TAIL_LINES).reverse()];
  for (const line of candidates) {
    if (line.end - line.start > 45) continue;
    for (const time of within(report.times, line.start, line.end)) {
      if (!isFullDate(time) || time.until || time.before) continue;
      const rest = report.text.slice(time.end, line.end);
      if (rest.length > 14 && !/^[\t（）]/.test(rest)) continue;
      return { value: iso(time.from), span: { start: time.start, end: time.end } };
    }
  }
  return { value: null };
}

/** Year in the title, else that of the date of issue, else the one year that the text's first lines print. */
function readYear(
  title: readonly TimeMention[],
  issuedOn: Found,
  report: ReportText,
): { year: number; printed: boolean } | null {
  const inTitle = title.find((time) => time.from.year !== undefined)?.from.year;
  if (inTitle !== undefined) return { year: inTitle, printed: true };
  if (typeof issuedOn.value === 'string') return { year: Number(issuedOn.value.slice(0, 4)), printed: false };
  const years = new Set<number>();
  for (const time of report.times.slice(0, 60)) {
    if (time.kind === 'date' && time.from.year !== undefined && !time.since) years.add(time.from.year);
  }
  const [only] = years;
  return years.size === 1 && only !== undefined ? { year: only, printed: false } : null;
}

interface Stretch {
  period: Period;
  frequency: Frequency | null;
}

function monthSpan(year: number, first: number, last: number): Stretch {
  const length = last - first + 1;
  const frequency =
    length === 1
      ? 'M'
      : length === 12
        ? 'A'
        : length === 6 && first % 6 === 1
          ? 'S'
          : length === 3 && first % 3 === 1
            ? 'Q'
            : null;
  return { period: monthsOf(year, first, last), frequency };
}

/** What the title says: 十一月份, 上半年, 第一季度, 1—6月; the year alone is the whole year. */
function stretchOf(title: string, times: readonly TimeMention[], year: number, issued: string | null): Stretch | null {
  const quarter = times.find((time) => time.word === 'quarter');
  if (quarter) return monthSpan(year, quarter.quarter * 3 - 2, quarter.quarter * 3);
  if (/上半年/.test(title)) return monthSpan(year, 1, 6);
  if (halfTitle.test(title)) return monthSpan(year, 7, 12);
  const range = times.find(
    (time) => time.kind === 'date' && (time.from.month !== undefined || time.to.year !== time.from.year),
  );
  if (range?.from.month !== undefined && range.from.day === undefined) {
    const inferredYear =
      range.from.year === undefined &&
      issued?.startsWith(String(year)) &&
      range.from.month > Number(issued.slice(5, 7));
    return monthSpan(inferredYear ? year - 1 : year, range.from.month, range.to.month ?? range.from.month);
  }
  if (range?.to.year !== undefined && range.from.year !== undefined && range.to.year > range.from.year) {
    return { period: { start: `${range.from.year}-01-01`, end: `${range.to.year}-12-31` }, frequency: null };
  }
  return null;
}

/** A news item covers 今年 up to its printed date: the month of the event when it names one. */
function newsStretch(report: ReportText, year: number, issued: string | null): Stretch {
  const event = report.times.find(
    (time) => time.kind === 'date' && time.from.month !== undefined && !time.before && !time.until,
  );
  const month = event?.from.month ?? (issued === null ? undefined : Number(issued.slice(5, 7)));
  return month === undefined ? { period: yearOf(year), frequency: 'A' } : monthSpan(year, month, month);
}

/**
 * Finds what the report covers.
 * Input: text, its title (as confirmed or printed) and where that stands. Output: first and last day, frequency, date of
 * issue; a year taken from the date of issue or the body is inferred, one that is printed nowhere leaves nulls.
 * Source: codebook sections 6 and 7.
 */
export function readCoverage(report: ReportText, title: string, span: Span | null): CoverageFound {
  const issuedOn = readIssuedOn(report);
  const times = readTimes(title);
  const known = readYear(times, issuedOn, report);
  const issued = issuedOn.value;
  const partial = /上半年/.test(title) ? 'S' : /季度/.test(title) ? 'Q' : /月份?/.test(title) ? 'M' : null;
  if (!known) return { start: { value: null }, end: { value: null }, frequency: { value: partial, span }, issuedOn };
  const summary = /年度?[^月]*(?:总结|工作情况|回顾|要点|计划|报告|汇报|工作)/.test(title);
  const fromTitle =
    stretchOf(title, times, known.year, issued) ?? (summary && known.printed ? monthSpan(known.year, 1, 12) : null);
  const stretch = fromTitle ?? newsStretch(report, known.year, issued);
  const inferred = fromTitle === null || !known.printed;
  return {
    start: { value: stretch.period.start, span, inferred },
    end: { value: stretch.period.end, span, inferred },
    frequency: { value: stretch.frequency, span, inferred },
    issuedOn,
  };
}
