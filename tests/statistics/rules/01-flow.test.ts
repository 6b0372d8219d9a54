import { expect, test } from 'vitest';
import { aDataset, anObservation, aReport, during } from '../../support/datasets';
import { cellOf, explanationOf, figureOf, waysOf } from '../ask';

const year = aReport('421000', '2018');

test('a year figure is in no month of the year, and the monthly chart says so', () => {
  const data = aDataset([year], [anObservation(year, 280000, { qualifier: 'about' })]);
  const { buckets, overall, beyond } = figureOf(data, { granularity: 'M' });
  expect(buckets).toHaveLength(12);
  expect(overall.cells.map(({ value }) => value)).toEqual(Array(12).fill(null));
  expect(overall.total.state).toBe('unreported');
  expect(beyond).toMatchObject([{ bucket: '2018', cell: { value: 280000, qualifier: 'about' } }]);
});

test('a dated event in a year summary is in its month', () => {
  const data = aDataset([year], [anObservation(year, 500, during('2018-05-28'))]);
  expect(cellOf(data, '2018-05', { granularity: 'M' })).toMatchObject({
    value: 500,
    basis: 'own',
    months: { covered: 0, total: 1 },
  });
  expect(cellOf(data, '2018-06', { granularity: 'M' })).toMatchObject({ value: null, state: 'unreported' });
});

test('a period across two months shows at the quarter that holds it', () => {
  const data = aDataset([year], [anObservation(year, 7, during('2018-11-20', '2018-12-10'))]);
  expect(figureOf(data, { granularity: 'M' }).beyond.map(({ bucket }) => bucket)).toEqual(['2018-Q4']);
  expect(cellOf(data, '2018-Q4', { granularity: 'Q' }).value).toBe(7);
  expect(figureOf(data, { granularity: 'Q' }).beyond).toEqual([]);
});

test('a period across two years is beyond any year', () => {
  const data = aDataset([year], [anObservation(year, 7, during('2017-11-20', '2018-12-10'))]);
  expect(figureOf(data).beyond).toMatchObject([{ bucket: '2017/2018', cell: { value: 7, months: { total: 24 } } }]);
});

test('an empty month explains which longer numbers speak of it', () => {
  const data = aDataset([year], [anObservation(year, 280000)]);
  const explanation = explanationOf(data, ['2018-05'], { granularity: 'M' });
  expect(waysOf(explanation)).toEqual({ counted: [], leftOut: ['280000 longer-than-bucket'] });
  expect(explanation.cell.leftOut).toBe(0);
});

test('a cell beyond explains itself at its own bucket', () => {
  const data = aDataset([year], [anObservation(year, 280000), anObservation(year, 500, during('2018-05-28'))]);
  const { cell, counted } = explanationOf(data, ['2018'], { granularity: 'M' });
  expect(cell.value).toBe(280000);
  expect(counted).toHaveLength(1);
});

test('an undated observation is in no bucket', () => {
  const data = aDataset([year], [anObservation(year, 5, { periodStart: null, periodEnd: null })]);
  expect(cellOf(data, '2018')).toMatchObject({ value: null, state: 'unmentioned', leftOut: 0 });
});
