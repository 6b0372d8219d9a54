import { parseChineseNumeral } from '../number/chineseNumeral';
import type { DateParts, TimeMention } from './timeMention';

const number = /\d{1,4}|[零〇一二三四五六七八九十]{1,4}/y;
const connector = /(?:至|到|—{1,2}|-|~|、|和|及)/y;
const iso = /((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/y;
const suffixes = { 年: 'year', 月: 'month', 日: 'day', 号: 'day' } as const;
/** Behind a number and 号: a house, a line, a document. */
const notDay = /^(?:楼|线|院|厂|机|文|令|馆|门|桥|台|路|公告|井|船|标|店|车)/;

interface Part {
  value: number;
  unit: 'year' | 'month' | 'day' | null;
  end: number;
}

function numberAt(text: string, at: number): { value: number; length: number } | null {
  number.lastIndex = at;
  const match = number.exec(text);
  if (!match) return null;
  const value = /^\d/.test(match[0]) ? Number(match[0]) : parseChineseNumeral(match[0])?.value;
  return value === undefined ? null : { value, length: match[0].length };
}

const inRange = (unit: 'year' | 'month' | 'day', value: number) =>
  unit === 'year' ? value >= 1900 && value <= 2100 : value >= 1 && value <= (unit === 'month' ? 12 : 31);

/** One number with 年, 月 or 日; without suffix the unit is null. */
function partAt(text: string, at: number): Part | null {
  const read = numberAt(text, at);
  if (!read) return null;
  const end = at + read.length;
  const suffix = text.charAt(end);
  const unit = suffix in suffixes ? suffixes[suffix as keyof typeof suffixes] : null;
  if (unit === null) return { value: read.value, unit, end };
  if (!inRange(unit, read.value)) return null;
  if (suffix === '号' && notDay.test(text.slice(end + 1, end + 4))) return null;
  return { value: read.value, unit, end: end + 1 };
}

const order = { year: 0, month: 1, day: 2 } as const;

/** Parts in falling order from `at`: 2018年12月12日, 5月28日, 21日. */
function partsAt(text: string, at: number): { parts: DateParts; end: number; last: 'year' | 'month' | 'day' } | null {
  const parts: DateParts = {};
  let end = at;
  let last: 'year' | 'month' | 'day' | null = null;
  for (;;) {
    const part = partAt(text, end);
    if (!part?.unit || (last !== null && order[part.unit] <= order[last])) break;
    parts[part.unit] = part.value;
    last = part.unit;
    end = part.end;
    if (last === 'year' && text.charAt(end) === '度') end++;
    if (last === 'month' && text.charAt(end) === '份') end++;
  }
  return last === null ? null : { parts, end, last };
}

/** Behind a month or a day these make a name or another word: 五一, 六一 do not come here; 3月大调研 does. */
function isLength(text: string, from: DateParts, start: number, end: number): boolean {
  if (from.day !== undefined && from.month === undefined && /^[天夜游报]/.test(text.charAt(end))) return true;
  if (from.month !== undefined && from.year === undefined && text.charAt(start - 1) === '个') return true;
  return false;
}

function mention(start: number, end: number, from: DateParts, to: DateParts): TimeMention {
  const none = { word: null, quarter: 0, until: false, before: false, since: false } as const;
  return { start, end, kind: 'date', from, to, ...none };
}

function connectorAt(text: string, at: number): number {
  connector.lastIndex = at;
  return connector.exec(text)?.[0].length ?? 0;
}

/** 27—28日, 1至6月, 1998—1999年: the first number has no suffix of its own. */
function bareRange(text: string, at: number): TimeMention | null {
  const first = numberAt(text, at);
  const link = first ? connectorAt(text, at + first.length) : 0;
  if (!first || link === 0) return null;
  const second = partsAt(text, at + first.length + link);
  const printed = text.charAt(at + first.length);
  if (!second || /[和及、]/.test(printed)) return null;
  const unit = (['year', 'month', 'day'] as const).find((name) => second.parts[name] !== undefined);
  if (!unit || !inRange(unit, first.value) || first.value > (second.parts[unit] ?? 0)) return null;
  return mention(at, second.end, { [unit]: first.value }, second.parts);
}

/** The later end of a range takes over the parts that it leaves out: 3月19日至22日. */
function closeRange(text: string, start: number, first: NonNullable<ReturnType<typeof partsAt>>): TimeMention | null {
  let link = connectorAt(text, first.end);
  if (link === 0 && /^[上下]午[至到]/.test(text.slice(first.end, first.end + 3))) link = 3;
  if (link === 0) return null;
  const second = partsAt(text, first.end + link);
  if (!second || order[second.last] < order[first.last]) return null;
  const to: DateParts = { ...second.parts };
  if (to.month === undefined && second.last === 'day' && first.parts.month !== undefined) to.month = first.parts.month;
  if (to.year === undefined && first.parts.year !== undefined) to.year = first.parts.year;
  return mention(start, second.end, first.parts, to);
}

/** 7月21-23日: the days share the month before them. */
function dayRange(text: string, start: number, first: NonNullable<ReturnType<typeof partsAt>>): TimeMention | null {
  const days = first.last === 'month' ? bareRange(text, first.end) : null;
  if (days?.from.day === undefined || days.to.month !== undefined) return null;
  return mention(start, days.end, { ...first.parts, day: days.from.day }, { ...first.parts, ...days.to });
}

/**
 * Reads the date or range that begins at `at`: 2018年12月12日, 11月, 19日至22日, 1—6月, 2018-12-12, 二〇二一年十一月.
 * Output: TimeMention with the printed parts only, or null. Issues: none; impossible months and days are no dates.
 */
export function readDate(text: string, at: number): TimeMention | null {
  iso.lastIndex = at;
  const stamp = iso.exec(text);
  if (stamp) {
    const parts = { year: Number(stamp[1]), month: Number(stamp[2]), day: Number(stamp[3]) };
    if (inRange('month', parts.month) && inRange('day', parts.day))
      return mention(at, at + stamp[0].length, parts, parts);
  }
  const first = partsAt(text, at);
  if (!first) return bareRange(text, at);
  if (isLength(text, first.parts, at, first.end)) return null;
  return closeRange(text, at, first) ?? dayRange(text, at, first) ?? mention(at, first.end, first.parts, first.parts);
}
