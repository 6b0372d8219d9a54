import { categoryCodes } from '../../../src/model/categories';
import { coverageStates } from '../../../src/statistics/query';
import { ofNothing, qualifierOfSet } from './qualifierSets';
import type { World } from './world';

/** What one refresh asks, with everything by its number. */
export interface Question {
  subject: number;
  /** Counties; none is the total over all areas. */
  areas: number[];
  /** None is all. */
  categories: number[];
  /** Whole years, from the world's first month. */
  firstMonth: number;
  months: number;
}

/** Sums, each with what must be known beside it; of nothing the value is 0. */
export interface Sums {
  value: Float64Array;
  /** How many observations are added up. */
  counted: Uint32Array;
  /** Place in `qualifiers`; `ofNothing` of nothing. */
  qualifier: Uint8Array;
}

/** States of `coverage` other than 0, which is unreported: a number counts; a report covers the month without naming one. */
export const hasValue = coverageStates.indexOf('value');
export const isUnmentioned = coverageStates.indexOf('unmentioned');

/** The common form of an answer. */
export interface Answer {
  byMonth: Sums;
  /** By county; of those that are not asked for there is nothing. */
  byArea: Sums;
  /** Category by category, month by month. */
  byCategory: Sums;
  /** By subject. */
  totals: Sums;
  /** County by county, month by month: place in `coverageStates`; unreported of those that are not asked for. */
  coverage: Uint8Array;
}

const emptySums = (length: number): Sums => ({
  value: new Float64Array(length),
  counted: new Uint32Array(length),
  qualifier: new Uint8Array(length).fill(ofNothing),
});

/** An answer that knows nothing yet. */
export function emptyAnswer({ counties, subjects }: World, { months }: Question): Answer {
  return {
    byMonth: emptySums(months),
    byArea: emptySums(counties.length),
    byCategory: emptySums(categoryCodes.length * months),
    totals: emptySums(subjects.length),
    coverage: new Uint8Array(counties.length * months),
  };
}

/** Puts a sum and the set of its qualifiers into the common form; subjects that are not asked for have no place there. */
export function put(sums: Sums, at: number, value: number, counted: number, set: number): void {
  sums.value[at] = value;
  sums.counted[at] = counted;
  sums.qualifier[at] = qualifierOfSet(set);
}

/** Linear congruential numbers in [0, 1): the same questions in every run. */
const seeded = (seed: number) => () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;

/** Random filters: half over all areas, half over some counties; some years; mostly all categories. */
export function randomQuestions({ counties, subjects, months }: World, count: number, seed: number): Question[] {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const some = (n: number, most: number) =>
    [...new Set(Array.from({ length: 1 + below(most) }, () => below(n)))].sort((a, b) => a - b);
  const years = Math.ceil(months / 12);
  return Array.from({ length: count }, () => {
    const firstYear = below(years);
    return {
      subject: below(subjects.length),
      areas: random() < 0.5 ? [] : some(counties.length, Math.ceil(counties.length / 5)),
      categories: random() < 0.5 ? [] : some(categoryCodes.length, 4),
      firstMonth: firstYear * 12,
      months: (1 + below(years - firstYear)) * 12,
    };
  });
}

/** Columns of an answer by their names; those with fractions are of floating point. */
export function columnsOf({ coverage, ...sums }: Answer): Map<string, Float64Array | Uint32Array | Uint8Array> {
  const columns = Object.entries(sums).flatMap(([part, { value, counted, qualifier }]) =>
    Object.entries({ value, counted, qualifier }).map(([name, column]) => [`${part}.${name}`, column] as const),
  );
  return new Map([...columns, ['coverage', coverage]]);
}

/** The first number in which two answers differ, a value by more than a millionth and all else at all; or null. */
export function differenceOf(ours: Answer, theirs: Answer): string | null {
  const others = columnsOf(theirs);
  for (const [name, a] of columnsOf(ours)) {
    const b = others.get(name) ?? [];
    if (a.length !== b.length) return `${name}: ${a.length} and ${b.length} numbers`;
    const tolerance = a instanceof Float64Array ? 1e-6 : 0;
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [a[i] ?? NaN, b[i] ?? NaN];
      if (!(Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(x)))) return `${name}[${i}]: ${x} and ${y}`;
    }
  }
  return null;
}
