import { earlierClauses } from '../context/zones';
import type { View } from '../context/view';
import type { Span } from '../text/structure';
import { type ReportText, within } from '../document';
import { codeOn, commonArea, liesIn, type Place } from './gazetteer';

/** Where the counted thing happened. */
export interface AreaReading {
  /** Code in force at the time; null when even the issuer's is unknown. */
  refArea: string | null;
  /** Whether the sentence names it; else it is the issuer's. */
  printed: boolean;
}

interface NamedPlace extends Span {
  code: string;
}

/** 市 in front of what the whole issuer's area did. */
const wholeArea = /(?:全[市县区州省]|我[市县区州省]|本[市县区]|各县市区|各县（市、?区）|各县区|各区县)/g;
/** A place in the name of a company, a school or a title does not say where something happened. */
const workplace =
  /^[^，。；：、！？\n\t（）在为向开举]{0,14}?(?:公司|集团|银行|医院|学校|大学|学院|中学|小学|厂|酒店|宾馆|法院|检察院|日报|电视台|航空|机场|铁路|港务|电厂|电网)/;
const title =
  /^(?:市|省|县|区)?(?:五一|劳动模范|劳模|工匠|技术能手|先锋号|优秀|先进|模范|“(?:五一|最美|十佳|十大|优秀|先进|劳动|工匠|金牌|首席|技术|职工|百名|三八|巾帼)|十大|首届|第[一二三四五六七八九十]+届)/;
const locative = /(?:在|赴|到|往|于|去)$/;
/** Short names that are words of the language; they count only in full (公安县) or in a list of places. */
const everyday = new Set(
  '公安 和平 团结 建设 安全 城区 新城 东方 朝阳 通道 大通 新建 兴安 安定 开平 文明 平安 民主 新民 向阳 前进 先锋 工农 红旗 中山 高明 光明 长寿 永安 保安 新兴 大足 宣传 合作 资源 凤凰 山区 市中 城中 海南 江北 江南 河东 河西 河口 新区 高新 灵川'.split(
    ' ',
  ),
);

/** Of several places with one name the one inside the issuer's area; abroad only full names after 在 or 赴 count. */
function choose(candidates: readonly Place[], name: string, issuer: string, text: string, at: number): Place | null {
  if (candidates.some((place) => place.code === issuer || liesIn(issuer, place.code))) return null;
  const inside = candidates.find((place) => place.code !== issuer && liesIn(place.code, issuer));
  if (inside) {
    const short = name !== inside.name;
    return short && (everyday.has(name) || name.length < 2) && !/[、和及]$/.test(text.slice(at - 1, at))
      ? null
      : inside;
  }
  const outside = candidates[0];
  if (!outside || candidates.length > 1) return null;
  const full = name === outside.name || outside.level === 'prefecture';
  return full && !everyday.has(name) && locative.test(text.slice(Math.max(0, at - 1), at)) ? outside : null;
}

/** Places named in a span, and the points where the whole area is named instead. */
function placesIn({ text, places }: ReportText, span: Span, issuer: string): { named: NamedPlace[]; wholeAt: number } {
  const named: NamedPlace[] = [];
  for (const hit of within(places, span.start, span.end)) {
    const name = text.slice(hit.start, hit.end);
    const place = choose(hit.entry, name, issuer, text, hit.start);
    const rest = text.slice(hit.end, hit.end + 24);
    if (!place || rest.startsWith('杯') || workplace.test(rest) || title.test(rest)) continue;
    named.push({ start: hit.start, end: hit.end, code: place.code });
  }
  let wholeAt = -1;
  if (named.length === 0 && !/[市县区州省直级]/.test(text.slice(span.start, span.end))) return { named, wholeAt };
  for (const match of text.slice(span.start, span.end).matchAll(wholeArea)) {
    const at = span.start + match.index;
    // 于都县承办全省大赛: the contest is the province's, the place the county.
    if (
      !/(?:承办|主办|协办|举办|参加|出席|亮相|获|获得|荣获|入选|位居|列)$/.test(text.slice(Math.max(0, at - 2), at)) ||
      named.length === 0
    )
      wholeAt = at;
  }
  return { named, wholeAt };
}

const listLink = /^(?:[市县区]?(?:、|和|及|与|以及)(?:[市县区]直、?)?)$/;

/** The list of places that ends with the last one: 江陵县、松滋市、石首市. */
function lastList(text: string, named: readonly NamedPlace[]): NamedPlace[] {
  const list: NamedPlace[] = [];
  for (let i = named.length - 1; i >= 0; i--) {
    const place = named[i];
    const later = list[0];
    if (!place || (later && !listLink.test(text.slice(place.end, later.start)))) break;
    list.unshift(place);
  }
  return list;
}

/** A、B、C分别新建31个、24个、19个: the n-th number belongs to the n-th place. */
function distributed(view: View, list: readonly NamedPlace[]): NamedPlace | null {
  const { text, quantities } = view.report;
  const last = list.at(-1);
  if (!last || list.length < 2) return null;
  const between = text.slice(last.end, view.quantity.start);
  if (!/^[^，。；]{0,6}分别/.test(between)) return null;
  let position = 0;
  for (let i = view.index - 1; i >= 0 && (quantities[i]?.start ?? 0) > last.end; i--) position++;
  return list[position] ?? null;
}

/** 该县, and 区总工会 in a report of the city: the place named last. */
const pointers = {
  province: /该[市县区]|(?<![\u4e00-\u9fff])[市县区]总工会/,
  city: /该[市县区]|(?<![\u4e00-\u9fff])[县区]总工会/,
};

/** 团风县：… above the paragraph, or 该县 after a sentence that named it. */
function placeOfBlock(view: View, issuer: string): string | null {
  const { report, line, sentence } = view;
  const pointer = (issuer.endsWith('0000') ? pointers.province : pointers.city).exec(
    report.text.slice(sentence.start, view.quantity.start),
  );
  if (pointer)
    return (
      placesIn(report, { start: Math.max(line.start, sentence.start - 160), end: sentence.start }, issuer).named.at(-1)
        ?.code ?? null
    );
  const above = report.lines[sentence.line - 1];
  if (above?.kind !== 'heading') return null;
  const [first] = placesIn(report, above, issuer).named;
  return first?.start === above.start && report.text.charAt(first.end) === '：' ? first.code : null;
}

/** 全市 in a province's report is the city just named, in the sentence, before it or in the heading: 【定西】…全市. */
function wholeOf(view: View, at: number, issuer: string, date: string | null): AreaReading | null {
  const { report, line, sentence } = view;
  const word = report.text.charAt(at + 1);
  const isSmaller = issuer.endsWith('0000') ? /[市州县区]/.test(word) : issuer.endsWith('00') && /[县区]/.test(word);
  if (!isSmaller) return null;
  const before = placesIn(report, { start: Math.max(line.start, sentence.start - 200), end: at }, issuer).named.at(-1);
  const heading = line.headings.at(-1);
  const named = before ?? (heading ? placesIn(report, heading, issuer).named[0] : undefined);
  return named ? { refArea: codeOn(named.code, date), printed: true } : null;
}

/**
 * Finds the smallest area that the sentence names as the place of the counted thing; else the issuer's.
 * Input: view, the issuer's code (null when unknown) and the day the observation stands at.
 * Output: code in force then. Source: codebook section 5.
 */
export function areaOf(view: View, issuer: string | null, date: string | null): AreaReading {
  if (issuer === null) return { refArea: null, printed: false };
  const own = { refArea: codeOn(issuer, date), printed: false };
  const { text } = view.report;
  const heading = view.line.headings.at(-1);
  // Most sentences name no place at all.
  const inSentence = within(view.report.places, view.sentence.start, view.quantity.start).length > 0;
  const spans: Span[] = !inSentence
    ? []
    : [{ start: view.clause.start, end: view.quantity.start }, ...earlierClauses(view)];
  for (const span of spans) {
    if (span.start > view.clause.start) continue;
    const { named, wholeAt } = placesIn(view.report, span, issuer);
    const list = lastList(text, named);
    const last = list.at(-1);
    if (wholeAt >= 0 && wholeAt > (last?.start ?? -1)) return wholeOf(view, wholeAt, issuer, date) ?? own;
    if (!last) {
      if (text.charAt(span.start - 1) === '；') break;
      continue;
    }
    const share = distributed(view, list);
    const listed = /[市县区]直、?$/.test(text.slice(Math.max(0, (list[0]?.start ?? 0) - 3), list[0]?.start ?? 0));
    const code = share?.code ?? (listed ? issuer : commonArea(list.map((place) => place.code)));
    return code === null ? own : { refArea: codeOn(code, date), printed: true };
  }
  const block = placeOfBlock(view, issuer);
  if (block) return { refArea: codeOn(block, date), printed: true };
  if (heading && heading.end - heading.start <= 12) {
    const { named } = placesIn(view.report, heading, issuer);
    const only = named.length === 1 ? named[0] : undefined;
    if (only) return { refArea: codeOn(only.code, date), printed: true };
  }
  return own;
}
