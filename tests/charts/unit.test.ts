import { expect, it } from 'vitest';
import { heatMap } from '../../src/charts/heatMap';
import { ranking } from '../../src/charts/ranking';
import { aCell, aContext, anAnswer, aSeries } from '../support/charts/sampleAnswers';

const people = aCell(190, { unit: '名' });
const visits = aCell(40_000, { unit: '人次' });
const rankingOf = (...cells: ReturnType<typeof aCell>[]) => {
  const series = cells.map((cell, i) => aSeries(`42100${String(i + 2)}`, [cell]));
  const answer = anAnswer(['2018'], series, { overall: aSeries('total', [visits]) });
  return { answer, split: 'area' as const, bucket: null, order: 'administrative' as const };
};

it('names the unit of what is drawn, not of a total that is not', () => {
  expect(ranking(rankingOf(people, aCell(null, { state: 'unreported' })), aContext()).unit).toBe('名');
  expect(heatMap(rankingOf(people), aContext()).unit).toBe('名');
});

it('names every unit where the values have several, and the measure’s own where nothing is drawn', () => {
  expect(ranking(rankingOf(people, visits), aContext()).unit).toBe('名、人次');
  expect(ranking(rankingOf(people, visits), aContext({}, 'en')).unit).toBe('people, person-times');
  expect(ranking(rankingOf(aCell(null, { state: 'unreported' })), aContext()).unit).toBe('人次');
});

it('counts people of several words once in English', () => {
  expect(ranking(rankingOf(people, aCell(5, { unit: '位' })), aContext({}, 'en')).unit).toBe('people');
});
