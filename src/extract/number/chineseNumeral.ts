const digits: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const smallScales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const largeScales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A Chinese numeral; `digitsOnly` is one written digit by digit (二〇一八), `bare` a scale without a digit (万, 百). */
export interface ChineseNumeral {
  value: number;
  digitsOnly: boolean;
  bare: boolean;
}

/** Value of an integer numeral with scales, exact below 10^16; null when digits and scales do not follow the grammar. */
function parseInteger(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastScale = 1;
  let zero = false;
  for (const char of text) {
    const value = digits[char];
    const small = smallScales[char];
    if (value !== undefined) {
      if (value === 0) zero = true;
      else if (digit !== null) return null;
      if (value > 0) digit = value;
      continue;
    }
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      lastScale = small;
    } else {
      const large = largeScales[char] ?? 1;
      section += digit ?? (section === 0 && total === 0 ? 1 : 0);
      total = large > total && total > 0 ? (total + section) * large : total + section * large;
      section = 0;
      lastScale = large;
    }
    digit = null;
    zero = false;
  }
  // 三千二 is 3200: a last digit without zero before it continues the scale.
  if (digit !== null) section += digit * (lastScale > 10 && !zero ? lastScale / 10 : 1);
  return total + section;
}

/**
 * Parses a whole Chinese numeral: 三百二十, 两万一千九百, 十六点二九万, 二〇一八, 百.
 * Input: only numeral characters. Output: value with scales multiplied out, or null when it is none (两三, 点).
 * Source: GB/T 15835-2011, numerals in publications.
 */
export function parseChineseNumeral(text: string): ChineseNumeral | null {
  if (text === '') return null;
  const bare = /^[十百千万亿]+$/.test(text) && text !== '十';
  const point = text.indexOf('点');
  if (point >= 0) return parseDecimal(text, point);
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    const value = Number(Array.from(text, (char) => digits[char]).join(''));
    return { value, digitsOnly: true, bare: false };
  }
  const value = parseInteger(text);
  return value === null ? null : { value, digitsOnly: false, bare };
}

function parseDecimal(text: string, point: number): ChineseNumeral | null {
  const match = /^([零〇一二三四五六七八九]+)([十百千万亿]*)$/.exec(text.slice(point + 1));
  const whole = parseInteger(text.slice(0, point));
  if (!match || whole === null || point === 0) return null;
  const fraction = Array.from(match[1] ?? '', (char) => digits[char]).join('');
  const exponent = scaleExponent(match[2] ?? '');
  return { value: Number(`${whole}.${fraction}e${exponent}`), digitsOnly: false, bare: false };
}

const exponents: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Decimal places that scale words shift together: 万 four, 亿 eight, 百万 six. */
export function scaleExponent(words: string): number {
  let sum = 0;
  for (const char of words) sum += exponents[char] ?? 0;
  return sum;
}
