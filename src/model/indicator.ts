import type { Category } from './categories';
import type { Measure } from './measures';
import type { Kind } from './observation';

export const valences = ['good', 'bad', 'neutral'] as const;
/** Whether a rise is welcome. */
export type Valence = (typeof valences)[number];

/** A named series that recurs over reports, e.g. 送温暖资金. */
export interface Indicator {
  code: string;
  name: string;
  nameEn: string;
  aliases: string[];
  measure: Measure;
  category: Category;
  /** Usual kind of its observations; its others are asked for as `<code>.<kind>`. */
  kind: Kind;
  unit: string;
  valence: Valence;
}
