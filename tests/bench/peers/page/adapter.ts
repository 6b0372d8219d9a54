import { categoryCodes } from '../../../../src/model/categories';
import { monthsPeriod } from '../../../../src/model/period';
import { readCodes } from '../../../../src/statistics/columns/codeText';
import type { Queries, Refresh } from '../../../../src/statistics/query';
import { coverageStates } from '../../../../src/statistics/query';
import { emptyAnswer, type Answer, type Question } from '../question';
import type { World } from '../world';

/** The question as our worker is asked it. */
export function toRequest(
  { counties, subjects, firstMonth }: World,
  question: Question,
): Queries['refresh']['request'] {
  const { start, end } = monthsPeriod(firstMonth + question.firstMonth, question.months);
  return {
    filter: {
      granularity: 'M',
      from: start,
      to: end,
      areas: question.areas.map((i) => counties[i] ?? ''),
      categories: question.categories.flatMap((i) => categoryCodes[i] ?? []),
      reports: [],
    },
    subjects,
    subject: subjects[question.subject] ?? '',
  };
}

const isValue = coverageStates.indexOf('value');
const orZero = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? 0 : value);

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
  for (let i = 0; i < months; i++) answer.byMonth[i] = orZero(refresh.overall.value[i]);
  refresh.sparklines.forEach(({ value }, i) => {
    answer.totals[i] = value.reduce((sum, one) => sum + orZero(one), 0);
  });
  const { first, bucket, state } = refresh.coverage;
  countyNumbers(world, readCodes(refresh.places)).forEach((county, row) => {
    if (county < 0) return;
    answer.byArea[county] = orZero(refresh.byArea.value[row]);
    for (let cell = first[row] as number; cell < (first[row + 1] as number); cell++)
      if (state[cell] === isValue) answer.coverage[county * months + (bucket[cell] as number)] = 1;
  });
  refresh.byCategory.rows.forEach((code, row) => {
    const category = categoryCodes.findIndex((one) => one === code);
    for (let i = 0; i < months; i++)
      answer.byCategory[category * months + i] = orZero(refresh.byCategory.value[row * months + i]);
  });
  return answer;
}
