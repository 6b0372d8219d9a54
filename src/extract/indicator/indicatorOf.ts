import type { Category } from '../../model/categories';
import type { Measure } from '../../model/measures';
import type { Kind } from '../../model/observation';
import type { View } from '../context/view';
import { type IndicatorRule, indicatorRules } from '../vocabulary/indicators';

interface Test {
  rule: IndicatorRule;
  words: readonly string[];
  without: readonly string[];
}

const byKey = new Map<string, Test[]>();
const keyOf = (measure: Measure, category: Category, kind: Kind) => `${measure} ${category} ${kind}`;
for (const rule of indicatorRules) {
  const key = keyOf(rule.measure, rule.category, rule.kind);
  const test = { rule, words: rule.words.split(' '), without: rule.without?.split(' ') ?? [] };
  byKey.set(key, [...(byKey.get(key) ?? []), test]);
}
const LEAD = 90;
const EVENT = 220;

/**
 * Finds the recurring series that an observation belongs to, from its fields and the words at the number.
 * Input: view and the fields read. Output: code of `indicators.csv`, or null.
 */
export function indicatorOf(view: View, fields: { measure: Measure; category: Category; kind: Kind }): string | null {
  const { measure, category, kind } = fields;
  // A running total belongs to the series of its flow where there is none of its own.
  const tests = byKey.get(keyOf(measure, category, kind)) ?? byKey.get(keyOf(measure, category, 'flow'));
  if (!tests) return null;
  const { text } = view.report;
  const own = text.slice(view.before.start, view.after.end);
  const lead = text.slice(Math.max(view.sentence.start, view.quantity.start - LEAD), view.after.end);
  const event = text.slice(Math.max(view.line.start, view.quantity.start - EVENT), view.after.end);
  for (const stretch of [own, lead, event]) {
    const found = tests.find(
      ({ words, without }) =>
        words.some((word) => stretch.includes(word)) && !without.some((word) => stretch.includes(word)),
    );
    if (found) return found.rule.code;
  }
  return null;
}
