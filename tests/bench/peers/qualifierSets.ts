import { combineQualifiers, qualifiers, type Qualifier } from '../../../src/model/qualifier';

/** What a sum of nothing has in place of a qualifier's number. */
export const ofNothing = qualifiers.length;

/** The set of a single qualifier, one bit each; sets are joined by `|`. */
export const setOf = (qualifier: number): number => 1 << qualifier;

function combined(set: number): number {
  const [first, ...others] = qualifiers.filter((_, qualifier) => (set & setOf(qualifier)) !== 0);
  return first === undefined ? ofNothing : qualifiers.indexOf(others.reduce<Qualifier>(combineQualifiers, first));
}

const bySet = Uint8Array.from({ length: setOf(qualifiers.length) }, (_, set) => combined(set));

/** The qualifier of a sum, by its number, from the set of those of its summands: neither order nor repeats matter. */
export function qualifierOfSet(set: number): number {
  return bySet[set] ?? ofNothing;
}
