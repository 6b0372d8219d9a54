import { Decimal } from '../model/decimal';
import type { Language } from '../model/language';
import { bucketMonths, daysInMonth, isIsoDate, monthIndex, parseBucket } from '../model/period';
import type { Qualifier } from '../model/qualifier';
import { unitName } from './unitName';

/** What is printed where there is no number. */
export const noValue = '—';

interface Scale {
  factor: number;
  prefix: string;
}

const scales: Record<Language, readonly Scale[]> = {
  'zh-CN': [
    { factor: 1e12, prefix: '万亿' },
    { factor: 1e8, prefix: '亿' },
    { factor: 1e4, prefix: '万' },
    { factor: 1, prefix: '' },
  ],
  en: [
    { factor: 1e12, prefix: 'T' },
    { factor: 1e9, prefix: 'B' },
    { factor: 1e6, prefix: 'M' },
    { factor: 1e3, prefix: 'K' },
    { factor: 1, prefix: '' },
  ],
};

const unscaled: Scale = { factor: 1, prefix: '' };
const compactDecimals = 2;

/** Rounds half up to `decimals` and prints plainly: no exponent, no trailing zeros, no minus zero. */
function plain(value: Decimal, decimals: number): string {
  return value.round(decimals).toString();
}

/** Thousands separators from five digits on when `from` is 5, from four when it is 4. */
function grouped(digits: string, from: 4 | 5): string {
  const [whole = '', fraction] = digits.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const bare = whole.slice(sign.length);
  const commas = bare.length < from ? bare : bare.replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + commas + (fraction === undefined ? '' : `.${fraction}`);
}

/** The largest scale that a value reaches, also by rounding within it: 9999 stays, 9999.999万 is 1亿, never 10000万. */
function scaleFor(value: number, language: Language, unit: string): Scale {
  if (unit === '%') return unscaled;
  const size = Decimal.of(value).abs();
  const reached = scales[language].findIndex((scale) => size.isAtLeast(scale.factor));
  const scale = scales[language][reached] ?? unscaled;
  const above = scales[language][reached < 0 ? scales[language].length - 2 : reached - 1];
  const printed = size.over(scale.factor).round(compactDecimals);
  return above && printed.times(scale.factor).isAtLeast(above.factor) ? above : scale;
}

export interface ValueFormat {
  language: Language;
  /** Base unit as the cell carries it (元, 人次); printed once, translated where the language has a word for it. */
  unit?: string;
  qualifier?: Qualifier;
  /** `compact`: 28万人次, 1.2M yuan; `exact`: 280,000人次. Compact when absent. */
  style?: 'compact' | 'exact';
}

const wording: Record<Language, Record<Qualifier, readonly [before: string, after: string]>> = {
  'zh-CN': { exact: ['', ''], about: ['约', ''], nearly: ['近', ''], over: ['', '以上'], under: ['不足', ''] },
  en: {
    exact: ['', ''],
    about: ['about ', ''],
    nearly: ['nearly ', ''],
    over: ['over ', ''],
    under: ['under ', ''],
  },
};

/** The words that a qualifier puts before and after a number: 约, 以上; both empty for an exact one. */
export function qualifierWords(qualifier: Qualifier, language: Language): readonly [before: string, after: string] {
  return wording[language][qualifier];
}

/**
 * Prints a number for people: 28万人次, 约28万人次, 1000万元以上; about 280K, over 10M yuan.
 * Input: a value in its base unit, or null. Output: text; 「—」 for null and for anything that is not a finite number.
 * Units: compact style shifts by 万/亿 or K/M/B and keeps two decimals, rounded half up; exact style keeps all digits.
 */
export function formatValue(value: number | null, format: ValueFormat): string {
  if (value === null || !Number.isFinite(value)) return noValue;
  const { language, unit = '', qualifier = 'exact', style = 'compact' } = format;
  const scale = style === 'exact' ? unscaled : scaleFor(value, language, unit);
  const shifted = Decimal.of(value).over(scale.factor);
  const digits = style === 'exact' ? grouped(plain(shifted, 20), 4) : grouped(plain(shifted, compactDecimals), 5);
  const [before, after] = wording[language][qualifier];
  const name = unitName(unit, language);
  const gap = language === 'en' && name !== '' && name !== '%' ? ' ' : '';
  return `${before}${digits}${scale.prefix}${gap}${name}${after}`;
}

export interface AxisFormat {
  /** What every tick is divided by. */
  scale: number;
  /** 万, 亿, K, M …; belongs in front of the axis's unit. */
  unitPrefix: string;
  /** Prints a tick, unit and prefix left out. */
  format: (value: number) => string;
}

/**
 * Chooses one scale for all ticks of an axis from the largest size on it.
 * Input: the largest absolute value (anything not finite counts as 0). Output: the scale, its word, the tick formatter.
 */
export function formatAxis(max: number, options: { language: Language; unit?: string }): AxisFormat {
  const scale = scaleFor(Number.isFinite(max) ? max : 0, options.language, options.unit ?? '');
  const format = (value: number) =>
    Number.isFinite(value) ? grouped(plain(Decimal.of(value).over(scale.factor), compactDecimals), 5) : noValue;
  return { scale: scale.factor, unitPrefix: scale.prefix, format };
}

/**
 * Prints a change: +12.3%, +1.2个百分点, +1.2 pp; 0% without a sign; 「—」 for null.
 * Units: a ratio (0.123 is 12.3 %), or percentage points when `points`. `approximate` says so in front.
 */
export function formatChange(
  change: number | null,
  options: { language: Language; points?: boolean; approximate?: boolean },
): string {
  if (change === null || !Number.isFinite(change)) return noValue;
  const points = options.points === true;
  const digits = points ? plain(Decimal.of(change), 2) : plain(Decimal.of(change).times(100), 1);
  const sign = digits.startsWith('-') || digits === '0' ? '' : '+';
  const unit = points ? { 'zh-CN': '个百分点', en: ' pp' }[options.language] : '%';
  const before = options.approximate === true ? wording[options.language].about[0] : '';
  return `${before}${sign}${grouped(digits, 4)}${unit}`;
}

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const numeralsZh = ['一', '二', '三', '四'];

/** Prints a bucket id: 2018年, 2018年上半年, 2018年四季度, 2018年11月; H1 2018, Q4 2018, Nov 2018. Other text is returned. */
export function formatBucket(id: string, language: Language): string {
  const span = /^(\d{4})\/(\d{4})$/.exec(id);
  if (span) return language === 'en' ? `${span[1] ?? ''}–${span[2] ?? ''}` : `${span[1] ?? ''}–${span[2] ?? ''}年`;
  const bucket = parseBucket(id);
  if (!bucket) return id;
  const year = id.slice(0, 4);
  if (bucket.granularity === 'A') return language === 'en' ? year : `${year}年`;
  const nth = Math.floor((monthIndex(bucket.start) % 12) / bucketMonths[bucket.granularity]);
  if (bucket.granularity === 'M')
    return language === 'en' ? `${monthsEn[nth] ?? ''} ${year}` : `${year}年${String(nth + 1)}月`;
  if (bucket.granularity === 'Q')
    return language === 'en' ? `Q${String(nth + 1)} ${year}` : `${year}年${numeralsZh[nth] ?? ''}季度`;
  return language === 'en' ? `H${String(nth + 1)} ${year}` : `${year}年${nth === 0 ? '上' : '下'}半年`;
}

/** Prints an ISO date: 2018年12月31日, 31 Dec 2018. Text that is no date is returned. */
export function formatDate(date: string, language: Language): string {
  if (!isIsoDate(date)) return date;
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8))];
  return language === 'en'
    ? `${String(day)} ${monthsEn[month - 1] ?? ''} ${year}`
    : `${year}年${String(month)}月${String(day)}日`;
}

/** Granularity of the shortest name that a range's two ends share: years, months or days. */
function rangeStep(from: string, to: string): 'year' | 'month' | 'day' {
  const lastOfMonth = daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
  if (!from.endsWith('-01') || Number(to.slice(8)) !== lastOfMonth) return 'day';
  return from.endsWith('-01-01') && to.endsWith('-12-31') ? 'year' : 'month';
}

/**
 * Prints a range of ISO dates, both inclusive, as shortly as is exact: 2018年, 2018–2019年, 2018年1–3月,
 * 2018年11月–2019年3月; with one end open 2018年11月起, 至2019年3月; empty when both are.
 */
export function formatRange(from: string | null, to: string | null, language: Language): string {
  const en = language === 'en';
  if (from === null && to === null) return '';
  if (from === null || to === null) {
    const step = rangeStep(from ?? '0001-01-01', to ?? '9999-12-31');
    const end = formatEnd(from ?? to ?? '', step, language);
    if (from === null) return en ? `until ${end}` : `至${end}`;
    return en ? `since ${end}` : `${end}起`;
  }
  const step = rangeStep(from, to);
  const [first, last] = [formatEnd(from, step, language), formatEnd(to, step, language)];
  if (first === last) return first;
  if (en) return `${first}–${last}`;
  if (step === 'year') return `${from.slice(0, 4)}–${last}`;
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${first}–${last}`;
  if (step === 'day') return `${first}–${last.slice('2018年'.length)}`;
  return `${from.slice(0, 4)}年${String(Number(from.slice(5, 7)))}–${String(Number(to.slice(5, 7)))}月`;
}

function formatEnd(date: string, step: 'year' | 'month' | 'day', language: Language): string {
  if (step === 'day') return formatDate(date, language);
  return formatBucket(step === 'year' ? date.slice(0, 4) : date.slice(0, 7), language);
}
