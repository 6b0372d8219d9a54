import { categoryCodes } from '../../../src/model/categories';
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

/** The common form of an answer; what nothing is known of is 0. */
export interface Answer {
  byMonth: Float64Array;
  /** By county; those that are not asked for are 0. */
  byArea: Float64Array;
  /** Category by category, month by month. */
  byCategory: Float64Array;
  /** By subject. */
  totals: Float64Array;
  /** County by county, month by month: 1 where anything counts. */
  coverage: Uint8Array;
}

/** An answer that knows nothing yet. */
export function emptyAnswer({ counties, subjects }: World, { months }: Question): Answer {
  return {
    byMonth: new Float64Array(months),
    byArea: new Float64Array(counties.length),
    byCategory: new Float64Array(categoryCodes.length * months),
    totals: new Float64Array(subjects.length),
    coverage: new Uint8Array(counties.length * months),
  };
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

/** The first number in which two answers differ by more than a millionth, or null. */
export function differenceOf(ours: Answer, theirs: Answer): string | null {
  for (const part of ['byMonth', 'byArea', 'byCategory', 'totals', 'coverage'] as const) {
    const [a, b] = [ours[part], theirs[part]];
    if (a.length !== b.length) return `${part}: ${a.length} and ${b.length} numbers`;
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [a[i] ?? NaN, b[i] ?? NaN];
      if (!(Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x)))) return `${part}[${i}]: ${x} and ${y}`;
    }
  }
  return null;
}
