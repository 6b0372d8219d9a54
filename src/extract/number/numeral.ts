import { parseChineseNumeral, scaleExponent } from './chineseNumeral';

/** A numeral as printed, without qualifier before it and without unit. */
export interface Numeral {
  /** End of the numeral in the text, with the 多 and 余 that stand inside or behind it. */
  end: number;
  /** Scale words multiplied out. */
  value: number;
  style: 'ascii' | 'chinese';
  /** 多, 余, 来 or 几 printed inside or behind the number. */
  more: '' | '多' | '余' | '来' | '几';
  /** Only scale words: 万, 千百. */
  bare: boolean;
  /** Written digit by digit: 二〇一八. */
  digitsOnly: boolean;
  /** The printed digits, for rules about their shape. */
  digits: string;
  isPercent: boolean;
}

const ascii = /(\d{1,3}(?:,\d{3})+(?!\d)|\d{1,18})(\.\d{1,8})?/y;
const scale = /([多余来几]?)([百千]?[万亿]{1,2}|[百千](?![瓦米克伏卡赫字]))/y;
const following = /[多余几]|来(?=[个名家人位])/y;
const chinese = /[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]{1,20}/y;
const chineseMore = /([多余来])([万亿千百]{0,2})/y;
const hundredth = /百分之([零〇一二两三四五六七八九十百点]{1,8}|\d{1,3}(?:\.\d{1,4})?)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readAscii(text: string, at: number): Numeral | null {
  const match = matchAt(ascii, text, at);
  if (!match) return null;
  const digits = (match[1] ?? '').replaceAll(',', '') + (match[2] ?? '');
  let end = at + match[0].length;
  let more = '';
  let exponent = 0;
  const scaled = matchAt(scale, text, end);
  if (scaled) {
    more = scaled[1] ?? '';
    exponent = scaleExponent(scaled[2] ?? '');
    end += scaled[0].length;
  }
  let value = Number(`${digits}e${exponent}`);
  // 1亿2000万, 3万5千: a further group of a smaller scale belongs to the same number.
  const rest = exponent >= 4 && more === '' ? /^(\d{1,4})(千万|百万|万|千|百)/.exec(text.slice(end, end + 8)) : null;
  if (rest) {
    const small = scaleExponent(rest[2] ?? '');
    value += Number(`${rest[1] ?? '0'}e${small}`);
    end += rest[0].length;
  }
  return finish(text, end, { value, style: 'ascii', more, bare: false, digitsOnly: false, digits });
}

function readChinese(text: string, at: number): Numeral | null {
  const match = matchAt(chinese, text, at);
  if (!match) return null;
  let printed = match[0];
  if (printed.endsWith('点')) printed = printed.slice(0, -1);
  const parsed = parseChineseNumeral(printed);
  if (!parsed) return null;
  let end = at + printed.length;
  let { value } = parsed;
  let more = '';
  const inner = matchAt(chineseMore, text, end);
  if (inner) {
    more = inner[1] ?? '';
    const exponent = scaleExponent(inner[2] ?? '');
    value = Number(`${value}e${exponent}`);
    end += inner[0].length;
  }
  const { bare, digitsOnly } = parsed;
  return finish(text, end, { value, style: 'chinese', more, bare, digitsOnly, digits: printed });
}

type Draft = Pick<Numeral, 'value' | 'style' | 'bare' | 'digitsOnly' | 'digits'> & { more: string };

/** Adds the 多 or 余 behind the number. */
function finish(text: string, from: number, { value, style, bare, digitsOnly, digits, more: inner }: Draft): Numeral {
  let end = from;
  let more = inner;
  if (more === '') {
    const match = matchAt(following, text, end);
    if (match) {
      more = match[0];
      end += more.length;
    }
  }
  return { end, value, style, more: more as Numeral['more'], bare, digitsOnly, digits, isPercent: false };
}

/**
 * Reads the numeral that begins at `at`: 1,062 · 1.2亿 · 35万余 · 三百二十 · 十六点二九万 · 百分之八十.
 * Input: clean text and an index. Output: Numeral, or null where none begins. Scales are multiplied out exactly.
 * Units: none; a percentage printed 百分之八十 has value 80 and `isPercent`.
 * Issues: none; a pair of digits like 两三 has no single value and is null.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return readAscii(text, at);
  if (text.startsWith('百分之', at)) {
    const match = matchAt(hundredth, text, at);
    const part = match?.[1] ?? '';
    const value = /^\d/.test(part) ? Number(part) : parseChineseNumeral(part)?.value;
    if (match && value !== undefined) {
      const draft: Draft = { value, style: 'chinese', more: '', bare: false, digitsOnly: false, digits: match[0] };
      return { ...finish(text, at + match[0].length, draft), isPercent: true };
    }
  }
  return readChinese(text, at);
}
