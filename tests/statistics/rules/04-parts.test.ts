import { expect, test } from 'vitest';
import type { Observation } from '../../../src/model/observation';
import { aDataset, anIndicator, anObservation, aReport, during } from '../../support/datasets';
import { cellOf, explanationOf, figureOf, waysOf } from '../ask';

const year = aReport('421000', '2018');
const whole = anObservation(year, 1000);
const part = (of: Observation, value: number, more: Partial<Observation> = {}) =>
  anObservation(year, value, { partOf: of.id, ...more });

test('parts are not added to their whole, in whatever category', () => {
  const data = aDataset([year], [part(whole, 300, { category: 'women' }), whole]);
  expect(waysOf(explanationOf(data, ['2018']))).toEqual({ counted: [1000], leftOut: ['300 part'] });
  expect(cellOf(data, '2018', { categories: ['women'] })).toMatchObject({ value: null, leftOut: 1 });
});

test('a part of a part belongs to the whole', () => {
  const half = part(whole, 300);
  const data = aDataset([year], [whole, half, part(half, 20)]);
  expect(cellOf(data, '2018').value).toBe(1000);
});

test('parts in a circle hang nothing and take nothing away', () => {
  const [a, b] = [anObservation(year, 1, { id: 'a', partOf: 'b' }), anObservation(year, 2, { id: 'b', partOf: 'a' })];
  const self = anObservation(year, 4, { id: 'c', partOf: 'c' });
  const data = aDataset([year], [a, b, self, part(a, 8)]);
  expect(cellOf(data, '2018')).toMatchObject({ value: 7, leftOut: 1 });
});

test('a part counts for its county, and where its whole is rejected or missing', () => {
  const county = part(whole, 300, { refArea: '421087' });
  expect(cellOf(aDataset([year], [whole, county]), '2018', { areas: ['421087'] }).value).toBe(300);
  const rejected = { ...whole, review: 'rejected' as const };
  expect(cellOf(aDataset([year], [rejected, county]), '2018').value).toBe(300);
  expect(cellOf(aDataset([year], [county]), '2018').value).toBe(300);
});

test('a rejected whole in between does not free the part of a part', () => {
  const between = part(whole, 300, { review: 'rejected' });
  expect(cellOf(aDataset([year], [whole, between, part(between, 20)]), '2018').value).toBe(1000);
});

test('a dated part shows in its month, where the year figure is not', () => {
  const data = aDataset([year], [whole, part(whole, 300, during('2018-05-28'))]);
  expect(cellOf(data, '2018-05', { granularity: 'M' }).value).toBe(300);
  expect(cellOf(data, '2018').value).toBe(1000);
});

test('an indicator that is part of another one counts in its own series', () => {
  const named = part(whole, 300, { indicator: 'reading' });
  const data = aDataset([year], [whole, named], [anIndicator('reading')]);
  expect(cellOf(data, '2018').value).toBe(1000);
  expect(cellOf(data, '2018', { subject: 'reading' }).value).toBe(300);
});

test('a part printed again outside its whole is still a part', () => {
  const again = anObservation(year, 300, { label: '女职工', start: 1, id: 'again' });
  const data = aDataset([year], [whole, again, part(whole, 300, { label: '女职工', start: 900000 })]);
  expect(cellOf(data, '2018').value).toBe(1000);
});

test('a part whose whole is a repeated total is still a part', () => {
  const total = { label: '读书活动' };
  const [first, again] = [anObservation(year, 600, total), anObservation(year, 600, total)];
  expect(figureOf(aDataset([year], [first, again, part(again, 50)])).overall.total.value).toBe(600);
});
