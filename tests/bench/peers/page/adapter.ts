import { categoryCodes } from '../../../../src/model/categories';
import { monthsPeriod } from '../../../../src/model/period';
import { readCodes } from '../../../../src/statistics/columns/codeText';
import type { Cells, Filter, Queries, Refresh } from '../../../../src/statistics/query';
import { setOf } from '../qualifierSets';
import { emptyAnswer, put, type Answer, type Question, type Sums } from '../question';
import type { World } from '../world';

/** The filter of a question. */
export function filterOf({ counties, firstMonth }: World, question: Question): Filter {
  const { start, end } = monthsPeriod(firstMonth + question.firstMonth, question.months);
  return {
    granularity: 'M',
    from: start,
    to: end,
    areas: question.areas.map((i) => counties[i] ?? ''),
    categories: question.categories.flatMap((i) => categoryCodes[i] ?? []),
    reports: [],
  };
}

/** The question as our worker is asked it. */
export function toRequest(world: World, question: Question): Queries['refresh']['request'] {
  const { subjects } = world;
  return { filter: filterOf(world, question), subjects, subject: subjects[question.subject] ?? '' };
}

/** Puts one of our cells into the common form; a cell without a number stays nothing. */
function take(sums: Sums, at: number, { value, counted, qualifier }: Cells, cell: number): void {
  if (counted[cell] === 0) return;
  sums.value[at] = value[cell] ?? NaN;
  sums.counted[at] = counted[cell] ?? NaN;
  sums.qualifier[at] = qualifier[cell] ?? NaN;
}

/** Adds a row of our cells up; the buckets of a flow have nothing in common. */
function takeTotal(sums: Sums, at: number, { value, counted, qualifier }: Cells): void {
  let [sum, count, set] = [0, 0, 0];
  counted.forEach((each, cell) => {
    if (each === 0) return;
    sum += value[cell] ?? NaN;
    count += each;
    set |= setOf(qualifier[cell] ?? NaN);
  });
  put(sums, at, sum, count, set);
}

const numbersOf = new WeakMap<readonly string[], Int32Array>();

/** Numbers of counties by their codes, -1 of other places; the list is the same for the same question. */
function countyNumbers({ counties }: World, codes: readonly string[]): Int32Array {
  const known = numbersOf.get(codes);
  if (known) return known;
  const numberOf = new Map(counties.map((code, i) => [code, i]));
  const numbers = Int32Array.from(codes, (code) => numberOf.get(code) ?? -1);
  numbersOf.set(codes, numbers);
  return numbers;
}

/** Our answer in the common form. */
export function toAnswer(world: World, question: Question, refresh: Refresh): Answer {
  const answer = emptyAnswer(world, question);
  const { months } = question;
  for (let i = 0; i < months; i++) take(answer.byMonth, i, refresh.overall, i);
  refresh.sparklines.forEach((row, subject) => takeTotal(answer.totals, subject, row));
  const { first, bucket, state } = refresh.coverage;
  countyNumbers(world, readCodes(refresh.places)).forEach((county, row) => {
    if (county < 0) return;
    take(answer.byArea, county, refresh.byArea, row);
    for (let cell = first[row] as number; cell < (first[row + 1] as number); cell++)
      answer.coverage[county * months + (bucket[cell] as number)] = state[cell] as number;
  });
  refresh.byCategory.rows.forEach((code, row) => {
    const category = categoryCodes.findIndex((one) => one === code);
    for (let i = 0; i < months; i++)
      take(answer.byCategory, category * months + i, refresh.byCategory, row * months + i);
  });
  return answer;
}
