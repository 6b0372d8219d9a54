import { combineQualifiers, qualifiers, type Qualifier } from '../../model/qualifier';
import { combineUnits, nothing } from './flowSheet';

/** What some cells of a sheet make together; tallies of several buckets merge. */
export interface Tally {
  /** Shifted by `shift` digits; `big` in its place where a number could not hold it. */
  amount: number;
  big: bigint | null;
  shift: number;
  counted: number;
  left: number;
  /** As in sheets, with the name of a single one. */
  unit: number;
  unitName: string;
  /** Null of nothing. */
  qualifier: Qualifier | null;
}

const pairs = Int8Array.from(
  qualifiers.flatMap((a) => qualifiers.map((b) => qualifiers.indexOf(combineQualifiers(a, b)))),
);

/** Index of the qualifier of a sum from those of its sides; -1 is that of nothing. */
export function combineIndexes(a: number, b: number): number {
  if (a < 0) return b;
  return b < 0 ? a : (pairs[a * qualifiers.length + b] as number);
}

/** Several buckets as one; null for none. */
export function mergeTallies(tallies: readonly Tally[]): Tally | null {
  const [first, ...rest] = tallies;
  if (!first) return null;
  return rest.reduce<Tally>((all, one) => {
    if (one.counted === 0 && one.left === 0) return all;
    const unit = combineUnits(all.unit, one.unit);
    return {
      amount: all.amount + one.amount,
      big: all.big === null || one.big === null ? null : all.big + one.big,
      shift: all.shift,
      counted: all.counted + one.counted,
      left: all.left + one.left,
      unit,
      unitName: all.unit === nothing ? one.unitName : all.unitName,
      qualifier:
        all.qualifier && one.qualifier
          ? combineQualifiers(all.qualifier, one.qualifier)
          : (all.qualifier ?? one.qualifier),
    };
  }, first);
}
