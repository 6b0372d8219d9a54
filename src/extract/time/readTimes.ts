import { parseChineseNumeral } from '../number/chineseNumeral';
import { ASCII_DIGIT, characterClass, TIME_NUMERAL, TIME_UNIT, TIME_WORD } from '../text/characterClass';
import { readDate } from './readDate';
import type { TimeMention, TimeWord } from './timeMention';

/** Words that name a span relative to the report; longer ones first where they share a beginning. */
export const timeWords: readonly (readonly [string, TimeWord])[] = [
  ['今年以来', 'thisYear'],
  ['今年', 'thisYear'],
  ['本年度', 'thisYear'],
  ['本年', 'thisYear'],
  ['年内', 'thisYear'],
  ['年初以来', 'thisYear'],
  ['去年同期', 'lastSamePeriod'],
  ['上年同期', 'lastSamePeriod'],
  ['去年', 'lastYear'],
  ['上年', 'lastYear'],
  ['明年', 'nextYear'],
  ['本月', 'thisMonth'],
  ['当月', 'thisMonth'],
  ['全月', 'thisMonth'],
  ['上半年', 'firstHalf'],
  ['下半年', 'secondHalf'],
  ['全年', 'wholeYear'],
  ['截至目前', 'now'],
  ['截止目前', 'now'],
  ['截至当前', 'now'],
  ['截止当前', 'now'],
  ['截至现在', 'now'],
  ['到目前为止', 'now'],
  ['迄今', 'now'],
  ['至今', 'now'],
  ['至此', 'now'],
  ['目前', 'now'],
  ['年底', 'yearEnd'],
  ['年末', 'yearEnd'],
  ['月末', 'monthEnd'],
  ['月底', 'monthEnd'],
];
/** The words by their first character: most characters begin none. */
const wordsByFirst = new Map<string, (readonly [string, TimeWord])[]>();
for (const entry of timeWords) {
  const first = entry[0].charAt(0);
  wordsByFirst.set(first, [...(wordsByFirst.get(first) ?? []), entry]);
}
const quarterWord = /(前)?第?([一二三四1234])个?季度/y;

const durationUnit =
  /(?:多|余|几)?(?:个)?(?:多|半)?(?:周年|年级|年代|年制|年期|年间|年来|年|天|日|个月|月|小时|分钟|秒|周岁|周|星期|学期|季度|岁|载|世纪|工作日|刻钟|夜|℃|°|摄氏度|时|点钟|点半)(?!会|度假)/y;
const clock = /\d{1,2}:\d{2}(?::\d{2})?/y;

const plain = { from: {}, to: {}, word: null, quarter: 0, until: false, before: false, since: false } as const;

function readWord(text: string, at: number): TimeMention | null {
  quarterWord.lastIndex = at;
  const quarter = quarterWord.exec(text);
  if (quarter) {
    const printed = quarter[2] ?? '1';
    const number = /\d/.test(printed) ? Number(printed) : (parseChineseNumeral(printed)?.value ?? 1);
    const word = quarter[1] === undefined ? ('quarter' as const) : ('firstQuarters' as const);
    return { ...plain, start: at, end: at + quarter[0].length, kind: 'word', word, quarter: number };
  }
  for (const [word, code] of wordsByFirst.get(text.charAt(at)) ?? []) {
    if (text.startsWith(word, at)) {
      if (code === 'monthEnd' && /[\d一二三四五六七八九十个]/.test(text.charAt(at - 1))) continue;
      return { ...plain, start: at, end: at + word.length, kind: 'word', word: code, since: word.endsWith('以来') };
    }
  }
  return null;
}

function readDuration(text: string, at: number): TimeMention | null {
  clock.lastIndex = at;
  const time = clock.exec(text);
  if (time) return { ...plain, start: at, end: at + time[0].length, kind: 'duration' };
  const numeral = /^(?:\d{1,3}(?:\.\d{1,2})?|[零〇一二两三四五六七八九十百半几数]{1,4})/.exec(text.slice(at, at + 6));
  if (!numeral) return null;
  const after = at + numeral[0].length;
  durationUnit.lastIndex = after;
  const unit = durationUnit.exec(text);
  if (!unit || unit[0] === '月' || (unit[0] === '日' && /[报电]/.test(text.charAt(after + 1)))) return null;
  if (/^(?:小时|个?小时)$/.test(unit[0]) && /时长|时间(?:累计|总计|共)?/.test(text.slice(Math.max(0, at - 8), at)))
    return null;
  return { ...plain, start: at, end: after + unit[0].length, kind: 'duration' };
}

/** Adds what stands before and behind a time: 截至 … , … 前, … 以来, … 底. */
function withSurroundings(text: string, time: TimeMention): TimeMention {
  const lead = text.slice(Math.max(0, time.start - 6), time.start);
  const tail = text.slice(time.end, time.end + 4);
  const cutoff = /(?:截[至止](?:到|至)?|截)(?:今年|本年|去年)?$/.exec(lead);
  const clauseStart = /(?:^|[，。；！？\n\t（】])[至到]$/.test(text.slice(Math.max(0, time.start - 2), time.start));
  const ended = /^(?:为?止|底|末)/.exec(tail);
  const before = /^(?:份)?(?:底|末)?(?:之)?前(?!往|来|夕|后|期)/.test(tail);
  const since =
    /^(?:份)?(?:以来|起|开始|至今)/.test(tail) ||
    // 自2008年活动启动以来: since then, with what began in between.
    /^[^，。；：\n\t\d]{1,12}以来/.test(text.slice(time.end, time.end + 15));
  const until = cutoff !== null || clauseStart;
  const end = time.end + (ended && ended[0] !== '' && !tail.startsWith('末实') ? ended[0].length : 0);
  time.end = end;
  time.until ||= until;
  time.before ||= before;
  time.since ||= since;
  return time;
}

/** End of a run of digits: most numbers are followed by a measure word and are no times. */
function digitsEnd(text: string, at: number): number {
  let end = at + 1;
  while ((characterClass(text.charCodeAt(end)) & ASCII_DIGIT) !== 0) end++;
  return end;
}

/** The rest of a number that is no time is not tried again digit by digit. */
function skipNumber(text: string, at: number): number {
  let end = at;
  while (/[\d.]/.test(text.charAt(end)) && /[\d.]/.test(text.charAt(end + 1))) end++;
  return end;
}

/**
 * Reads every printed time of a clean text: dates, ranges, months, quarters, 今年, 截至目前, durations.
 * Output: mentions in order, never overlapping. Linear: each position is tried once with bounded patterns.
 */
export function readTimes(text: string): TimeMention[] {
  const times: TimeMention[] = [];
  for (let at = 0; at < text.length; at++) {
    const bits = characterClass(text.charCodeAt(at));
    if ((bits & (TIME_NUMERAL | TIME_WORD)) === 0) continue;
    if ((bits & ASCII_DIGIT) !== 0) {
      const end = digitsEnd(text, at);
      if ((characterClass(text.charCodeAt(end)) & TIME_UNIT) === 0) {
        at = end - 1;
        continue;
      }
    }
    const time =
      ((bits & TIME_WORD) !== 0 ? readWord(text, at) : null) ??
      ((bits & TIME_NUMERAL) !== 0 ? (readDate(text, at) ?? readDuration(text, at)) : null);
    if (!time) {
      at = skipNumber(text, at);
      continue;
    }
    const complete = withSurroundings(text, time);
    times.push(complete);
    at = complete.end - 1;
  }
  return times;
}
