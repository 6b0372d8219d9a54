import { combineQualifiers, qualifiers, type Qualifier } from '../../model/qualifier';
import { exactSum } from '../exactSum';

/** What some atoms make together; tallies of several buckets merge. */
export interface Tally {
  /** Shifted by `shift` digits; where that is null, the numbers one by one. */
  amount: number;
  values: number[];
  shift: number | null;
  counted: number;
  left: number;
  units: Set<string>;
  /** Null of nothing. */
  qualifier: Qualifier | null;
  /** By rank of report, marked where it counts; shared by the cells of a series. */
  used: Uint8Array;
}

const pairs = qualifiers.map((a) => qualifiers.map((b) => qualifiers.indexOf(combineQualifiers(a, b))));

/** Index of the qualifier of a sum from those of its sides; -1 is that of nothing. */
export function combineIndexes(a: number, b: number): number {
  if (a < 0) return b;
  return b < 0 ? a : (pairs[a]?.[b] ?? a);
}

/** The exact sum of a tally. */
export function tallySum({ amount, values, shift }: Tally): number {
  return shift === null ? exactSum(values) : amount / 10 ** shift;
}

/** Several buckets as one; null for none. */
export function mergeTallies(tallies: readonly Tally[]): Tally | null {
  const [first, ...rest] = tallies;
  if (!first) return null;
  return rest.reduce<Tally>(
    (all, one) => ({
      ...all,
      amount: all.amount + one.amount,
      values: [...all.values, ...one.values],
      counted: all.counted + one.counted,
      left: all.left + one.left,
      units: new Set([...all.units, ...one.units]),
      qualifier:
        all.qualifier && one.qualifier
          ? combineQualifiers(all.qualifier, one.qualifier)
          : (all.qualifier ?? one.qualifier),
    }),
    first,
  );
}
