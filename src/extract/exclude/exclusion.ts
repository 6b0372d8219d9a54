import type { View } from '../context/view';

/** What a rule sees of a number: short strings on either side, never more than the clause or the given width. */
export interface Surroundings {
  view: View;
  /** Up to 24 characters before the number with its qualifier, inside its line. */
  lead: string;
  /** Up to 24 characters behind the unit and its qualifier, inside its line. */
  tail: string;
  /** From the beginning of the clause, or the number before, to the number. */
  clauseLead: string;
  /** The number as printed. */
  printed: string;
  /** Measure word without scale; empty when none is printed. */
  unit: string;
}

/**
 * A reason why a number is no observation (codebook section 1).
 * `examples` hold one number each in ⟦⟧ that the rule leaves out; `nearMisses` one that no rule leaves out.
 */
export interface Exclusion {
  id: string;
  excludes(around: Surroundings): boolean;
  examples: readonly string[];
  nearMisses: readonly string[];
}

const WIDTH = 24;

/** Cuts the surroundings of a number for the rules. */
export function surroundingsOf(view: View): Surroundings {
  const { text } = view.report;
  const { quantity, line } = view;
  return {
    view,
    lead: text.slice(Math.max(line.start, quantity.start - WIDTH), quantity.start),
    tail: text.slice(quantity.end, Math.min(line.end, quantity.end + WIDTH)),
    clauseLead: text.slice(view.before.start, quantity.start),
    printed: text.slice(quantity.start, quantity.end),
    unit: quantity.unit?.form ?? '',
  };
}
