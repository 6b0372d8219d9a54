import type { Indicator } from '../model/indicator';
import { isMeasure, type Measure } from '../model/measures';
import type { Kind, Observation } from '../model/observation';
import type { Subject } from './query';

const stockSuffix = '.stock';

/**
 * Reads a subject's code: `participants` (flows), `members.stock`, `rate`, or an indicator's code.
 * Output: the subject, or null for anything else. A measure's code wins over an indicator of the same code.
 */
export function parseSubject(code: string, indicators: readonly Indicator[]): Subject | null {
  const stock = code.endsWith(stockSuffix);
  const measure = stock ? code.slice(0, -stockSuffix.length) : code;
  if (isMeasure(measure) && !(stock && measure === 'rate')) {
    return { code, measure, kind: measure === 'rate' ? 'rate' : stock ? 'stock' : 'flow', indicator: null };
  }
  const indicator = indicators.find((one) => one.code === code);
  return indicator ? { code, ...countedAs(indicator), indicator: code } : null;
}

/** What is counted and how: a rate is one by its measure or by its kind, whichever says so. */
export function countedAs(thing: { measure: Measure; kind: Kind }): { measure: Measure; kind: Kind } {
  const isRate = thing.measure === 'rate' || thing.kind === 'rate';
  return isRate ? { measure: 'rate', kind: 'rate' } : { measure: thing.measure, kind: thing.kind };
}

/** Codes of the subjects that an observation belongs to: its measure's and, where it has one, its indicator's. */
export function subjectCodes(observation: Pick<Observation, 'measure' | 'kind' | 'indicator'>): string[] {
  const { measure, kind } = countedAs(observation);
  const code = kind === 'stock' ? measure + stockSuffix : measure;
  return observation.indicator === null ? [code] : [code, observation.indicator];
}
