import { categoryCodes } from '../../../../src/model/categories';
import { measureCodes } from '../../../../src/model/measures';

/** Headline flows, which every contender totals. */
export const subjects = ['participants', 'beneficiaries', 'funds', 'unions', 'members', 'activities'] as const;

/** All measures by the numbers that facts call them, those first. */
export const factSubjects: readonly string[] = [
  ...subjects,
  ...measureCodes.filter((code) => !subjects.some((one) => one === code)),
];

/** What is measured: how large the data is, and where it begins. */
export interface Size {
  counties: number;
  months: number;
}

export const firstMonth = 2012 * 12;
export const seed = 20_261_121;

/** One filter of a dashboard; empty lists are all. */
export interface Question {
  subject: number;
  /** Numbers of counties. */
  areas: number[];
  /** Numbers of categories. */
  categories: number[];
  /** Months from the first on; inclusive. */
  from: number;
  to: number;
}

/** What every contender answers, so that answers can be compared. */
export interface Answer {
  /** By month: sums of the subject. */
  overall: Float64Array;
  /** By county. */
  byArea: Float64Array;
  /** By category, then month. */
  byCategory: Float64Array;
  /** Of each headline subject. */
  totals: Float64Array;
  /** By county, then month: 1 where a number of the subject counts. */
  coverage: Uint8Array;
}

/** An answer of zeros. */
export function emptyAnswer({ counties }: Size, { from, to }: Question): Answer {
  const width = to - from + 1;
  return {
    overall: new Float64Array(width),
    byArea: new Float64Array(counties),
    byCategory: new Float64Array(categoryCodes.length * width),
    totals: new Float64Array(subjects.length),
    coverage: new Uint8Array(counties * width),
  };
}

/** Resolved facts as columns: what counts, month by month, of counties and of all that contain them. */
export interface Facts {
  subject: Uint8Array<ArrayBuffer>;
  /** Number of the county; that of counties and more for places above. */
  area: Uint16Array<ArrayBuffer>;
  /** 1 where the fact counts in the total over all areas. */
  root: Uint8Array<ArrayBuffer>;
  month: Uint16Array<ArrayBuffer>;
  category: Uint8Array<ArrayBuffer>;
  value: Float64Array<ArrayBuffer>;
}

/** Numbers in [0, 1), the same in every run. */
export function random(start: number): () => number {
  let state = start;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

/** Random filters: half of them over some counties, half over some categories, most over some years. */
export function questions({ counties, months }: Size, count: number, start: number): Question[] {
  const next = random(start);
  const some = (of: number, share: number) => Array.from({ length: of }, (_, i) => i).filter(() => next() < share);
  return Array.from({ length: count }, () => {
    const years = Math.floor(months / 12);
    const first = next() < 0.3 ? 0 : Math.floor(next() * years);
    const length = next() < 0.3 ? years : 1 + Math.floor(next() * 5);
    return {
      subject: Math.floor(next() * subjects.length),
      areas: next() < 0.5 ? [] : some(counties, 0.1),
      categories: next() < 0.5 ? [] : some(categoryCodes.length, 0.4),
      from: first * 12,
      to: Math.min(months, (first + length) * 12) - 1,
    };
  });
}
