import { within } from '../document';
import type { Quantity } from '../number/quantity';
import type { Unit } from '../number/unit';
import { tableCell } from '../table/column';
import type { View } from './view';

const countNoun =
  /(?:人数|人次|户数|件数|家数|场次|次数|总数|数量|数|共计|合计)(?:均|都|也|已|就)?(?:为|是|达|达到|共|：)?$/;
/** 参保人数从21万增加到46.7万: both ends of a change. */
const changing =
  /(?:人数|户数|会员数?|用户数?|总数)(?:由|从)(?:[^，。；]{1,16}?(?:增加|增长|上升|扩大|提高|发展|增|升)[到至])?(?:了)?$/;

/** People who are counted without a measure word: 粉丝突破200万, 新增用户1.16万. */
const peopleNoun =
  /(?:粉丝|用户|会员|学员|受众|观众|读者)(?:总?数)?(?:均|都|也|已|就)?(?:为|是|达|达到|超|增至|增长到)?$/;
const moneyNoun = /(?:金额|资金|经费)（?(?:万元|元)?）?(?:为|是|达|共|：)?$/;

const unitNamed = (form: string, unitClass: Unit['unitClass'], end: number): Unit => ({ form, unitClass, end });

function isYear(quantity: Quantity): boolean {
  return /^(?:19|20)\d\d$/.test(quantity.numeral.digits) && quantity.numeralEnd - quantity.numeralStart === 4;
}

function inTable(view: View): Quantity | null {
  const cell = tableCell(view);
  const { quantity } = view;
  if (!cell?.alone || cell.isSerial || cell.isComparison) return null;
  const named = within(view.report.cues, view.line.start, quantity.start).some((cue) => cue.entry.isPerson);
  const unit = cell.unit ?? (named ? unitNamed('人', 'person', quantity.end) : unitNamed('个', 'thing', quantity.end));
  if (!cell.unit && isYear(quantity)) return null;
  return { ...quantity, unit, value: Number(`${quantity.numeral.digits}e${cell.exponent}`) };
}

/** 十五万职工: a Chinese numeral with scales right before people. */
function inChinese(view: View): Quantity | null {
  const { quantity, report } = view;
  const behind = within(report.cues, quantity.end, quantity.end + 12).find((cue) => cue.start === quantity.end);
  if (!behind?.entry.isPerson || quantity.numeral.bare) return null;
  return { ...quantity, unit: unitNamed('人', 'person', quantity.end) };
}

/**
 * Gives a number without a measure word its unit: from its table, from the noun behind it, or from 人数 before it.
 * Output: the quantity with a unit, or null when it counts nothing (years, serial and phone numbers).
 * Source: codebook section 2: 人 for people and 个 for things where no measure word is printed.
 */
export function withUnit(view: View): Quantity | null {
  const { quantity, report } = view;
  if (quantity.unit) return quantity;
  const { digits, style } = quantity.numeral;
  if (style !== 'ascii') return inChinese(view);
  if (view.line.kind === 'row') return inTable(view);
  if (digits.replace('.', '').length >= 7 || /^12\d{3}$/.test(digits) || isYear(quantity)) return null;
  const { text } = report;
  if (
    /[A-Za-z\d.\-/]$/.test(text.slice(0, quantity.start).slice(-1)) ||
    /^[A-Za-z\-/:.]/.test(text.slice(quantity.end, quantity.end + 1))
  )
    return null;
  const behind = within(report.cues, quantity.end, Math.min(view.after.end, quantity.end + 14)).find(
    (cue) => cue.start === quantity.end,
  );
  const lead = text.slice(Math.max(view.line.start, quantity.start - 10), quantity.start);
  if (behind?.entry.isPerson) return { ...quantity, unit: unitNamed('人', 'person', quantity.end) };
  if (behind?.entry.thing && !behind.entry.isAct) return { ...quantity, unit: unitNamed('个', 'thing', quantity.end) };
  if (moneyNoun.test(lead)) return { ...quantity, unit: unitNamed('元', 'money', quantity.end) };
  const scaled = /[万亿]$/.test(text.slice(quantity.numeralStart, quantity.numeralEnd).replace(/[多余]$/, ''));
  const from = text.slice(Math.max(view.line.start, quantity.start - 30), quantity.start);
  const told = scaled && (peopleNoun.test(lead) || changing.test(from));
  if ((!countNoun.test(lead) && !told) || /第$/.test(lead)) return null;
  const people = told || /人数|人次/.test(lead);
  return {
    ...quantity,
    unit: people ? unitNamed('人', 'person', quantity.end) : unitNamed('个', 'thing', quantity.end),
  };
}
