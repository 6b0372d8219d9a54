import { expect, test } from 'vitest';
import type { Observation } from '../../../src/model/observation';
import type { Report } from '../../../src/model/report';
import { aDataset, anIndicator, anObservation, aReport, during } from '../../support/datasets';
import { cellOf, explanationOf, figureOf, waysOf } from '../ask';

const [march, june, year] = [aReport('421000', '2018-03'), aReport('421000', '2018-06'), aReport('421000', '2019')];
const members = (report: Report, value: number, more: Partial<Observation> = {}) =>
  anObservation(report, value, { measure: 'members', kind: 'stock', unit: '人', label: '会员总数', ...more });
const stock = { subject: 'members.stock' };

test('the latest value at or before the end of the bucket stands, and is carried forward', () => {
  const data = aDataset([march, june], [members(march, 100), members(june, 120)]);
  const { overall } = figureOf(data, { ...stock, granularity: 'M', from: '2018-02-01', to: '2018-07-31' });
  expect(overall.cells.map(({ value }) => value)).toEqual([null, 100, 100, 100, 120, 120]);
  expect(overall.cells.map(({ state }) => state)[0]).toBe('unreported');
  expect(overall.cells[3]).toMatchObject({ asOf: '2018-03-31', leftOut: 0 });
  expect(overall.total).toMatchObject({ value: 120, asOf: '2018-06-30', leftOut: 1 });
});

test('stocks are never summed over time, and different ones are summed with the oldest date', () => {
  const data = aDataset(
    [march, june],
    [members(march, 100), members(june, 120), members(march, 7, { label: '农民工会员' })],
  );
  expect(waysOf(explanationOf(data, ['2018'], stock))).toMatchObject({ leftOut: ['100 older-value'] });
  expect(cellOf(data, '2018', stock)).toMatchObject({ value: 127, asOf: '2018-03-31' });
});

test('a part of a stock stays a part when its whole is renewed', () => {
  const whole = members(march, 100);
  const women = members(march, 40, { label: '女会员', partOf: whole.id });
  expect(cellOf(aDataset([march, june], [whole, women, members(june, 120)]), '2018', stock).value).toBe(120);
});

test('a city without a stock of its own has the sum of its counties', () => {
  const [shashi, songzi] = [aReport('421002', '2018'), aReport('421087', '2018')];
  const data = aDataset([shashi, songzi, year], [members(shashi, 30), members(songzi, 12)]);
  expect(cellOf(data, '2019', stock)).toMatchObject({ value: 42, basis: 'children', children: { reported: 2 } });
});

test('before its first value a stock is unmentioned where a report covers the bucket', () => {
  const data = aDataset([march, june], [members(june, 120)]);
  const { overall } = figureOf(data, { ...stock, granularity: 'M' });
  expect(overall.cells.map(({ state }) => state)).toEqual(['unmentioned', 'unreported', 'unreported', 'value']);
});

test('of one date the later issue stands; the same stock printed twice is a repetition', () => {
  const again = aReport('421000', '2018-06', { id: 'special', issuer: '组织部', issuedOn: '2018-07-09' });
  const data = aDataset([again, june], [members(june, 120), members(again, 121), members(again, 121)]);
  const ways = waysOf(explanationOf(data, ['2018-06'], { ...stock, granularity: 'M' }));
  expect(ways.counted).toEqual([121]);
  expect(ways.leftOut.sort()).toEqual(['120 older-value', '121 repeated']);
});

test('what the latest report names apart within one indicator stands side by side', () => {
  const studios = (report: Report, value: number, label: string) =>
    members(report, value, { indicator: 'studios', label });
  const data = aDataset(
    [march, june],
    [studios(march, 90, '劳模创新工作室'), studios(june, 10, '省级工作室'), studios(june, 85, '市级工作室')],
  );
  expect(cellOf(data, '2018', stock).value).toBe(95);
});

const share = (report: Report, value: number, more: Partial<Observation> = {}) =>
  anObservation(report, value, { measure: 'rate', kind: 'rate', unit: '%', label: '建会率', ...more });

test('one rate is a value; two are none', () => {
  expect(cellOf(aDataset([march], [share(march, 95)]), '2018', { subject: 'rate' }).value).toBe(95);
  const two = aDataset([march], [share(march, 95), share(march, 80, { label: '入会率' })]);
  expect(cellOf(two, '2018', { subject: 'rate' })).toMatchObject({
    state: 'value',
    value: null,
    reason: 'rate-not-additive',
    unit: '%',
  });
});

test('the latest of a rate in the bucket stands; over buckets it has no total', () => {
  const data = aDataset([march, june], [share(march, 95), share(june, 97)]);
  expect(cellOf(data, '2018', { subject: 'rate' })).toMatchObject({ value: 97, leftOut: 1 });
  const { overall } = figureOf(data, { subject: 'rate', granularity: 'M' });
  expect(overall.cells.map(({ value }) => value)).toEqual([95, null, null, 97]);
  expect(overall.total).toMatchObject({ value: null, reason: 'rate-not-additive', counted: 2 });
});

test('the rate of a county, alone, is not that of the city', () => {
  const shashi = aReport('421002', '2018');
  const data = aDataset([shashi], [share(shashi, 95)]);
  expect(cellOf(data, '2018', { subject: 'rate' })).toMatchObject({ value: null, reason: 'rate-not-additive' });
  expect(cellOf(data, '2018', { subject: 'rate', areas: ['421002'] }).value).toBe(95);
});

test('things of different units have no sum', () => {
  const goods = (value: number, unit: string) => anObservation(march, value, { measure: 'other', unit });
  const mixed = aDataset([march], [goods(90, '千瓦'), goods(3, '台')]);
  expect(cellOf(mixed, '2018', { subject: 'other' })).toMatchObject({ value: null, reason: 'mixed-units', unit: '' });
  const same = aDataset([march], [goods(90, '千瓦'), goods(3, '千瓦')]);
  expect(cellOf(same, '2018', { subject: 'other' })).toMatchObject({ value: 93, unit: '千瓦' });
});

test('a sum takes the one printed unit, else that of its measure or indicator', () => {
  const people = (unit: string) => anObservation(march, 1, { unit, indicator: 'fair' });
  const data = aDataset([march], [people('名'), people('人')], [anIndicator('fair', { unit: '人' })]);
  expect(cellOf(data, '2018').unit).toBe('人次');
  expect(cellOf(data, '2018', { subject: 'fair' }).unit).toBe('人');
  expect(cellOf(aDataset([march], [people('名')]), '2018').unit).toBe('名');
});

test('decimals add up exactly', () => {
  const tenths = aDataset([march], [anObservation(march, 0.1), anObservation(march, 0.2)]);
  expect(cellOf(tenths, '2018').value).toBe(0.3);
  const data = aDataset(
    [march],
    [anObservation(march, 0.1), anObservation(march, 0.2), anObservation(march, 48200.07)],
  );
  expect(cellOf(data, '2018').value).toBe(48200.37);
});

test('a rate of the whole year stands beside the months', () => {
  const data = aDataset([year], [share(year, 95)]);
  expect(figureOf(data, { subject: 'rate', granularity: 'M' }).beyond).toMatchObject([
    { bucket: '2019', cell: { value: 95 } },
  ]);
  expect(
    cellOf(aDataset([year], [share(year, 95, during('2019-05'))]), '2019-05', { subject: 'rate', granularity: 'M' })
      .value,
  ).toBe(95);
});
