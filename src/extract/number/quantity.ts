import type { Qualifier } from '../../model/qualifier';
import { ASCII_DIGIT, characterClass, CHINESE_NUMERAL } from '../text/characterClass';
import type { TimeMention } from '../time/timeMention';
import { type Numeral, readNumeral } from './numeral';
import { qualifierAfter, qualifierBefore, qualifiersInside } from './qualifier';
import { readUnit, type Unit } from './unit';

/** A number with everything printed beside it, before any rule has looked at its context. */
export interface Quantity {
  /** Of the number with its qualifiers and unit. */
  start: number;
  end: number;
  /** Of the numeral alone. */
  numeralStart: number;
  numeralEnd: number;
  numeral: Numeral;
  value: number;
  unit: Unit | null;
  qualifier: Qualifier;
  /** The qualifier printed behind the unit, for thresholds such as 50人以上企业. */
  trailing: string;
}

const HALF = '半'.charCodeAt(0);
const halfAfter = /^半(?!年|天|月|小时|数|日|径)/;

function readTail(text: string, numeral: Numeral): { unit: Unit | null; end: number; value: number } {
  if (numeral.isPercent) return { unit: percent(numeral.end), end: numeral.end, value: numeral.value };
  const tenth = tenths(text, numeral);
  if (tenth) return tenth;
  const unit = readUnit(text, numeral.end);
  if (!unit) return { unit: null, end: numeral.end, value: numeral.value };
  if (halfAfter.test(text.slice(unit.end, unit.end + 3)) && numeral.more === '') {
    return { unit, end: unit.end + 1, value: numeral.value + 0.5 };
  }
  if (unit.form === '个百分点') unit.form = '百分点';
  return { unit, end: unit.end, value: numeral.value };
}

const percent = (end: number): Unit => ({ form: '%', unitClass: 'percent', end });

/** 九成 and 八成五 are percentages. */
function tenths(text: string, numeral: Numeral): { unit: Unit; end: number; value: number } | null {
  if (text.charAt(numeral.end) !== '成' || numeral.value > 10 || numeral.more !== '') return null;
  if (/[立为功员果效绩本人熟都就长套]/.test(text.charAt(numeral.end + 1))) return null;
  return { unit: percent(numeral.end + 1), end: numeral.end + 1, value: numeral.value * 10 };
}

/** 半数, with 近, 超 or 过: half of the people, as a percentage. */
function readHalf(text: string, at: number): Quantity | null {
  if (!text.startsWith('半数', at)) return null;
  const numeral: Numeral = { ...emptyNumeral, end: at + 2, value: 50, digits: '半数', isPercent: true };
  return complete(text, at, numeral);
}

const emptyNumeral: Numeral = {
  end: 0,
  value: 0,
  style: 'chinese',
  more: '',
  bare: false,
  digitsOnly: false,
  digits: '',
  isPercent: false,
};

function complete(text: string, at: number, numeral: Numeral): Quantity {
  const tail = readTail(text, numeral);
  const before = qualifierBefore(text, at);
  const after = qualifierAfter(text, tail.end);
  const inside = qualifiersInside[numeral.more];
  return {
    start: at - (before?.length ?? 0),
    end: tail.end + (after?.length ?? 0),
    numeralStart: at,
    numeralEnd: numeral.end,
    numeral,
    value: tail.value,
    unit: tail.unit,
    qualifier:
      before?.qualifier ??
      after?.qualifier ??
      inside ??
      (numeral.bare && text.charAt(at - 1) === '上' ? 'over' : 'exact'),
    trailing: after ? text.slice(tail.end, tail.end + after.length) : '',
  };
}

/**
 * Reads every number of a clean text that is not a part of a time.
 * Input: clean text and its times in order. Output: quantities in order, never overlapping; those without a unit too,
 * for the rules to judge. Linear.
 */
export function readQuantities(text: string, times: readonly TimeMention[]): Quantity[] {
  const quantities: Quantity[] = [];
  let time = 0;
  for (let at = 0; at < text.length; at++) {
    while (time < times.length && (times[time]?.end ?? 0) <= at) time++;
    const inTime = times[time];
    if (inTime && inTime.start <= at) {
      at = inTime.end - 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === HALF) {
      const half = readHalf(text, at);
      if (half) quantities.push(half);
      continue;
    }
    if ((characterClass(code) & (ASCII_DIGIT | CHINESE_NUMERAL)) === 0) continue;
    const numeral = readNumeral(text, at);
    if (!numeral) {
      at = skipNumeral(text, at);
      continue;
    }
    if (numeral.style === 'chinese' && isIdle(text, numeral)) {
      at = numeral.end - 1;
      continue;
    }
    const quantity = complete(text, at, numeral);
    quantities.push(quantity);
    at = Math.max(at, quantity.end - 1);
  }
  return quantities;
}

/** A Chinese numeral in a word (统一, 十分): no unit behind it, and no scale within it that could count people. */
function isIdle(text: string, numeral: Numeral): boolean {
  if (numeral.isPercent || text.charAt(numeral.end) === '成') return false;
  return !/[十百千万亿]/.test(numeral.digits.slice(1)) && readUnit(text, numeral.end) === null;
}

/** A run of numeral characters that is no number (两三, 点) is passed as a whole. */
function skipNumeral(text: string, at: number): number {
  let end = at;
  while (end + 1 < text.length && (characterClass(text.charCodeAt(end + 1)) & CHINESE_NUMERAL) !== 0) end++;
  return end;
}
