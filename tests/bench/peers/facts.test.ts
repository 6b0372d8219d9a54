import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/model/dataset';
import { simulateReports } from '../../../src/simulate/simulateReports';
import { skewedSchedule, type Schedule } from '../../../src/simulate/skewedSchedule';
import { syntheticAreas } from '../../../src/simulate/syntheticAreas';
import { answer } from '../../../src/statistics/answer';
import { resolveDataset } from '../../../src/statistics/resolveDataset';
import { resolvedFacts } from './data/resolvedFacts';
import { factRow, packFacts, unpackFacts } from './facts';
import { toAnswer, toRequest } from './page/adapter';
import { reduceRows } from './page/reduceRows';
import { differenceOf, randomQuestions } from './question';
import type { World } from './world';

const areas = syntheticAreas(12);
const plan = { seed: 7, areas, firstMonth: 2022 * 12, months: 14 };

/** A world with everything that is needed to ask about it. */
function worldOf(schedule?: Schedule) {
  const made = [...simulateReports({ ...plan, ...(schedule && { schedule }) })];
  const dataset: Dataset = {
    areas,
    indicators: [],
    reports: made.map(({ report }) => report),
    observations: made.flatMap(({ observations }) => observations),
  };
  const known = {
    counties: areas.filter(({ level }) => level === 'county').map(({ code }) => code),
    subjects: ['participants', 'funds', 'members'],
    firstMonth: plan.firstMonth,
    months: plan.months,
  };
  const facts = unpackFacts(packFacts([resolvedFacts(dataset, known)]));
  const world: World = { ...known, observations: dataset.observations.length, facts: facts.value.length, imports: [] };
  const rows = Array.from(facts.value, (_, i) => factRow(facts, i));
  const questions = randomQuestions(world, 40, 7);
  const resolved = resolveDataset(dataset);
  const oursTo = (i: number) => {
    const question = questions[i];
    if (!question) throw new Error(`no question ${String(i)}`);
    return { question, ours: toAnswer(world, question, answer(resolved, 'refresh', toRequest(world, question))) };
  };
  return { world, rows, questions, resolved, oursTo };
}

describe.each([
  ['all areas report', worldOf()],
  ['few areas report often', worldOf(skewedSchedule({ ...plan, reports: 60 }))],
])('facts for peers that know only sums, where %s', (_, { world, rows, questions, resolved, oursTo }) => {
  it.each(questions.map((_, i) => i))('add up to what our statistics answer, question %i', (i) => {
    const { question, ours } = oursTo(i);
    expect(differenceOf(ours, reduceRows(world, question, rows))).toBeNull();
  });

  it('are asked of both a selection and all areas, and answered with numbers', () => {
    expect(new Set(questions.map((question) => question.areas.length === 0))).toEqual(new Set([true, false]));
    const answered = questions.filter((_, i) => oursTo(i).ours.totals.some((total) => total > 0));
    expect(answered.length).toBeGreaterThan(20);
  });

  it('a fact more or less is told as a difference', () => {
    const { question, ours } = oursTo(questions.findIndex((one) => one.areas.length === 0));
    const fact = rows.find((row) => row.root === 1 && row.subject === question.subject);
    if (!fact) throw new Error('no fact');
    const all = { ...question, firstMonth: 0, months: 24, categories: [] };
    const whole = toAnswer(world, all, answer(resolved, 'refresh', toRequest(world, all)));
    expect(differenceOf(whole, reduceRows(world, all, [...rows, fact]))).toMatch(/^byMonth/);
    expect(differenceOf(ours, { ...ours, byMonth: ours.byMonth.slice(1) })).toMatch(/^byMonth/);
  });
});
