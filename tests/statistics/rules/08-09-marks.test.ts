import { expect, test } from 'vitest';
import type { Qualifier } from '../../../src/model/qualifier';
import { packSources } from '../../../src/statistics/sources';
import { aDataset, anObservation, aReport } from '../../support/datasets';
import { cellOf, figureOf, tileOf } from '../ask';

const year = aReport('421000', '2018');

test('qualifiers travel with sums, totals and sums over counties', () => {
  const sum = (...qualifiers: Qualifier[]) =>
    cellOf(
      aDataset(
        [year],
        qualifiers.map((qualifier, i) => anObservation(year, i, { qualifier })),
      ),
      '2018',
    ).qualifier;
  expect(sum('over', 'over')).toBe('over');
  expect(sum('over', 'exact')).toBe('over');
  expect(sum('exact', 'nearly')).toBe('about');
  expect(sum('nearly')).toBe('nearly');
  const [a, b] = [aReport('421002', '2018'), aReport('421087', '2019')];
  const data = aDataset([a, b], [anObservation(a, 1, { qualifier: 'over' }), anObservation(b, 1)]);
  expect(figureOf(data).overall.total.qualifier).toBe('over');
});

test('what is left out leaves no mark', () => {
  const november = aReport('421000', '2018-11');
  const data = aDataset([year, november], [anObservation(year, 1), anObservation(november, 1, { qualifier: 'about' })]);
  expect(cellOf(data, '2018').qualifier).toBe('exact');
});

test('unreported, unmentioned and zero are three things', () => {
  const next = aReport('421000', '2020');
  const data = aDataset([year, next], [anObservation(year, 0), anObservation(next, 3, { measure: 'jobs' })]);
  const { cells } = figureOf(data).overall;
  expect(cells.map(({ state, value }) => [state, value])).toEqual([
    ['value', 0],
    ['unreported', null],
    ['unmentioned', null],
  ]);
});

test('a month is unreported although the summary of its year exists', () => {
  const data = aDataset([year], [anObservation(year, 3)]);
  expect(cellOf(data, '2018-05', { granularity: 'M' }).state).toBe('unreported');
});

test('nothing at all is answered with nothing', () => {
  const empty = aDataset([], []);
  expect(figureOf(empty)).toMatchObject({ buckets: [], beyond: [], sources: packSources([]), asOf: null });
  expect(figureOf(empty).overall.total).toMatchObject({ state: 'unreported', value: null, basis: 'none' });
  expect(tileOf(empty)).toMatchObject({ bucket: null, cell: null, target: null });
  expect(figureOf({ ...empty, areas: [] }, { areas: [] }).series).toHaveLength(1);
});

test('the source line names the reports that counted, newest first, and the latest day', () => {
  const next = aReport('421000', '2019-03');
  const unheard = aReport('421000', '2018-11');
  const data = aDataset(
    [year, next, unheard],
    [anObservation(year, 1), anObservation(next, 1), anObservation(unheard, 1)],
  );
  expect(figureOf(data)).toMatchObject({ sources: packSources([next.id, year.id]), asOf: '2019-03-31' });
});
