import { categoryCodes } from '../../../../src/model/categories';
import { monthsPeriod } from '../../../../src/model/period';
import type { Queries, Refresh } from '../../../../src/statistics/query';
import { cellStates } from '../../../../src/statistics/query';
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

const orZero = (value: number | null | undefined) => (value === null || Number.isNaN(value) ? 0 : (value ?? 0));

/** Our answer in the common form. */
export function toAnswer(world: World, question: Question, refresh: Refresh): Answer {
  const answer = emptyAnswer(world, question);
  const { months } = question;
  const countyOf = new Map(world.counties.map((code, i) => [code, i]));
  refresh.overall.forEach(({ value }, i) => (answer.byMonth[i] = orZero(value)));
  refresh.tiles.forEach(({ sparkline }, i) => {
    answer.totals[i] = sparkline.reduce((sum, { value }) => sum + orZero(value), 0);
  });
  refresh.byArea.rows.forEach((code, row) => {
    const county = countyOf.get(code);
    if (county === undefined) return;
    for (let i = 0; i < months; i++) {
      answer.byArea[county] = (answer.byArea[county] ?? 0) + orZero(refresh.byArea.value[row * months + i]);
      const isValue = cellStates[refresh.byArea.state[row * months + i] ?? -1] === 'value';
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
