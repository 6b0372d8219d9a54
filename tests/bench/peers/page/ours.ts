import { categoryCodes } from '../../../../src/model/categories';
import { monthsPeriod } from '../../../../src/model/period';
import { syntheticAreas } from '../../../../src/simulate/syntheticAreas';
import { readGrid } from '../../../../src/statistics/columns/grid';
import { coverageStates, type Grid, type Refresh } from '../../../../src/statistics/query';
import { startWorkerClient, type DataClient } from '../../../../src/worker/client';
import type { Contender } from './contender';
import { countyCodes } from './data';
import { emptyAnswer, firstMonth, subjects, type Answer, type Question, type Size } from './question';

const sumOf = (grid: Grid, row: number, width = grid.width) =>
  Array.from({ length: width }, (_, b) => readGrid(grid, row, b).value ?? 0).reduce((sum, value) => sum + value, 0);

/** Our answer in the common form. */
function common(size: Size, question: Question, shown: Refresh, codes: readonly string[]): Answer {
  const answer = emptyAnswer(size, question);
  const width = shown.buckets.length;
  for (let b = 0; b < width; b++) answer.overall[b] = readGrid(shown.overall, 0, b).value ?? 0;
  shown.byArea.rows.forEach((code, row) => {
    const county = codes.indexOf(code);
    answer.byArea[county] = readGrid(shown.byArea, row, 0).value ?? 0;
    for (let b = 0; b < width; b++) {
      const state = coverageStates[shown.coverage.state[row * width + b] ?? 0];
      answer.coverage[county * width + b] = state === 'value' ? 1 : 0;
    }
  });
  shown.byCategory.rows.forEach((code, row) => {
    const category = categoryCodes.findIndex((one) => one === code);
    for (let b = 0; b < width; b++)
      answer.byCategory[category * width + b] = readGrid(shown.byCategory, row, b).value ?? 0;
  });
  shown.sparklines.forEach((grid, i) => (answer.totals[i] = sumOf(grid, 0)));
  return answer;
}

/** The product, with the way to its data. */
export type Ours = Contender & { client: () => DataClient };

/** The product through its worker. */
export function ours(size: Size, database: string): Ours {
  let client: DataClient | null = null;
  const codes = countyCodes({ areas: syntheticAreas(size.counties) });
  const dateOf = (month: number, count: number) => monthsPeriod(firstMonth + month, count);
  const required = () => {
    if (!client) throw new Error('not open');
    return client;
  };
  return {
    name: 'ours',
    client: required,
    open: async () => {
      client = startWorkerClient(database);
      await client.start('absent/datapackage.json', () => undefined);
    },
    ask: (question) =>
      required().query('refresh', {
        filter: {
          granularity: 'M',
          from: dateOf(question.from, 1).start,
          to: dateOf(question.to, 1).end,
          areas: question.areas.flatMap((area) => codes[area] ?? []),
          categories: question.categories.flatMap((category) => categoryCodes[category] ?? []),
          reports: [],
        },
        subjects: [...subjects],
        subject: subjects[question.subject] ?? 'funds',
      }),
    answer: (question, shown) => common(size, question, shown as Refresh, codes),
  };
}
