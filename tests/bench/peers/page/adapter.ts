import { categoryCodes } from '../../../../src/model/categories';
import { monthsPeriod } from '../../../../src/model/period';
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

const orZero = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? 0 : value);

/** Our answer in the common form. */
export function toAnswer(world: World, question: Question, refresh: Refresh): Answer {
  const answer = emptyAnswer(world, question);
  const { months } = question;
  const countyOf = new Map(world.counties.map((code, i) => [code, i]));
  for (let i = 0; i < months; i++) answer.byMonth[i] = orZero(refresh.overall.value[i]);
  refresh.sparklines.forEach(({ value }, i) => {
    answer.totals[i] = value.reduce((sum, one) => sum + orZero(one), 0);
  });
  refresh.byArea.rows.forEach((code, row) => {
    const county = countyOf.get(code);
    if (county !== undefined) answer.byArea[county] = orZero(refresh.byArea.value[row]);
  });
  refresh.coverage.rows.forEach((code, row) => {
    const county = countyOf.get(code);
    if (county === undefined) return;
    for (let i = 0; i < months; i++) {
      const isValue = coverageStates[refresh.coverage.state[row * months + i] ?? -1] === 'value';
      answer.coverage[county * months + i] = isValue ? 1 : 0;
    }
  });
  refresh.byCategory.rows.forEach((code, row) => {
    const category = categoryCodes.findIndex((one) => one === code);
    for (let i = 0; i < months; i++)
      answer.byCategory[category * months + i] = orZero(refresh.byCategory.value[row * months + i]);
  });
  return answer;
}
