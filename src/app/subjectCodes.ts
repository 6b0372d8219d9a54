import type { Indicator } from '../model/indicator';
import { measureCodes } from '../model/measures';
import type { Kind } from '../model/observation';
import { kinds } from '../model/observation';

/** Measures that happen within a time, in display order. */
export const flowCodes: readonly string[] = measureCodes.filter((measure) => measure !== 'rate');
/** Codes of the standing level of each measure. */
export const stockCodes: readonly string[] = flowCodes.map((measure) => `${measure}.stock`);

/** Splits `members.stock` into what is counted and which kind of it is asked for; `kind` is null where none is named. */
export function splitSubject(code: string): { base: string; kind: Kind | null } {
  const dot = code.lastIndexOf('.');
  const kind = kinds.find((known) => known === code.slice(dot + 1));
  return dot > 0 && kind ? { base: code.slice(0, dot), kind } : { base: code, kind: null };
}

/** The code of an indicator, which asks for its usual kind, and those that ask for its others. */
export function indicatorSubjects({ code, kind }: Pick<Indicator, 'code' | 'kind'>): string[] {
  return [code, ...kinds.filter((other) => other !== kind).map((other) => `${code}.${other}`)];
}

/** Every code that a figure can count: measures, their standing levels, rates, indicators and their other kinds. */
export function subjectCodes(indicators: readonly Indicator[]): string[] {
  return [...flowCodes, ...stockCodes, 'rate', ...indicators.flatMap(indicatorSubjects)];
}
