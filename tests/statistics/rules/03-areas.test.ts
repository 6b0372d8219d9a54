import { expect, test } from 'vitest';
import { aDataset, anObservation, aReport, during } from '../../support/datasets';
import { cellOf, explanationOf, figureOf, waysOf } from '../ask';

const city = aReport('421000', '2018');
const shashi = aReport('421002', '2018');
const songzi = aReport('421087', '2018');

test('the own federation counts with everything in it; its counties are left out', () => {
  const data = aDataset(
    [city, shashi],
    [anObservation(city, 100), anObservation(city, 7, { refArea: '421087' }), anObservation(shashi, 30)],
  );
  expect(cellOf(data, '2018')).toMatchObject({ value: 107, basis: 'own', children: null, leftOut: 1 });
  const { leftOut } = explanationOf(data, ['2018']);
  expect(leftOut).toMatchObject([{ reason: 'own-federation-wins', by: city.id, observation: { value: 30 } }]);
});

test('without it, the children that report are summed and counted', () => {
  const data = aDataset([shashi, songzi], [anObservation(shashi, 30), anObservation(songzi, 12)]);
  expect(cellOf(data, '2018')).toMatchObject({ value: 42, basis: 'children', children: { reported: 2, total: 3 } });
});

test('a functional zone is expected to report only once it does', () => {
  const zone = aReport('421071', '2018');
  const data = aDataset([shashi, zone], [anObservation(shashi, 30), anObservation(zone, 5)]);
  expect(cellOf(data, '2018')).toMatchObject({ value: 35, children: { reported: 2, total: 4 } });
});

test('a county report that does not name the subject still reports', () => {
  const data = aDataset([shashi, songzi], [anObservation(shashi, 30)]);
  expect(cellOf(data, '2018')).toMatchObject({ value: 30, children: { reported: 2, total: 3 } });
});

test('a place without reports shows what the city says about it', () => {
  const data = aDataset([city], [anObservation(city, 7, { refArea: '421087' }), anObservation(city, 100)]);
  expect(cellOf(data, '2018', { areas: ['421087'] })).toMatchObject({ value: 7, basis: 'above' });
  expect(cellOf(data, '2018', { areas: ['421002'] })).toMatchObject({
    value: null,
    basis: 'none',
    state: 'unreported',
  });
});

test('the nearest higher federation is heard first', () => {
  const province = aReport('420000', '2018');
  const data = aDataset(
    [province, city],
    [anObservation(province, 9, { refArea: '421087' }), anObservation(city, 7, { refArea: '421087' })],
  );
  const explanation = explanationOf(data, ['2018'], { areas: ['421087'] });
  expect(waysOf(explanation)).toEqual({ counted: [7], leftOut: ['9 own-federation-wins'] });
});

test('a county speaks of its neighbour in vain', () => {
  const data = aDataset([shashi], [anObservation(shashi, 30), anObservation(shashi, 4, { refArea: '421087' })]);
  expect(cellOf(data, '2018', { areas: ['421087'] })).toMatchObject({ state: 'unreported', leftOut: 1 });
  expect(cellOf(data, '2018')).toMatchObject({ value: 30, leftOut: 1 });
});

test('a city that names one dated event speaks for that month', () => {
  const may = aReport('421002', '2018-05');
  const data = aDataset([city, may], [anObservation(city, 500, during('2018-05-28')), anObservation(may, 30)]);
  expect(cellOf(data, '2018-05', { granularity: 'M' })).toMatchObject({ value: 500, basis: 'own', leftOut: 1 });
});

test('parent and child selected are two series and are never added', () => {
  const data = aDataset([city, shashi], [anObservation(city, 100), anObservation(shashi, 30)]);
  const { series, overall } = figureOf(data, { areas: ['421002', '421000'], split: 'area' });
  expect(series.map(({ key, total }) => [key, total.value])).toEqual([
    ['421000', 100],
    ['421002', 30],
  ]);
  expect(overall.total.value).toBe(100);
});

test('several places are summed, with how many report', () => {
  const data = aDataset([shashi], [anObservation(shashi, 30)]);
  const cell = cellOf(data, '2018', { areas: ['421002', '421087'] });
  expect(cell).toMatchObject({ value: 30, basis: 'children', children: { reported: 1, total: 2 } });
});

test('a split by area shows the counties, the children of one place, or a place without children itself', () => {
  const data = aDataset([shashi], [anObservation(shashi, 30)]);
  const keys = (areas: string[]) => figureOf(data, { areas, split: 'area' }).series.map(({ key }) => key);
  expect(keys([])).toEqual(['421002', '421087', '421088', '421071', '420704']);
  expect(keys(['421000'])).toEqual(['421002', '421087', '421088', '421071']);
  expect(keys(['421087'])).toEqual(['421087']);
});

test('a place with two codes is one place', () => {
  const before = aReport('421023', '2018');
  const after = aReport('421088', '2021');
  const data = aDataset([before, after], [anObservation(before, 10), anObservation(after, 11)]);
  expect(figureOf(data, { areas: ['421023'] }).overall.cells.map(({ value }) => value)).toEqual([10, null, null, 11]);
  expect(figureOf(data, { areas: ['421088', '421023'], split: 'area' }).series).toHaveLength(1);
});

test('an unknown place is nowhere reported', () => {
  const data = aDataset([shashi], [anObservation(shashi, 30)]);
  expect(cellOf(data, '2018', { areas: ['999999'] })).toMatchObject({ state: 'unreported', basis: 'none' });
});
