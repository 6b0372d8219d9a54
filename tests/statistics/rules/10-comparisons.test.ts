import { expect, test } from 'vitest';
import type { Observation } from '../../../src/model/observation';
import { aDataset, anObservation, aReport } from '../../support/datasets';
import { tileOf } from '../ask';

/** One observation a bucket: the report of 荆州 on it, with that value. */
const told = (values: Record<string, number>, more: Partial<Observation> = {}, refArea = '421000') => {
  const rows = Object.entries(values).map(([bucket, value]) => {
    const report = aReport(refArea, bucket);
    return { report, observation: anObservation(report, value, more) };
  });
  return aDataset(
    rows.map(({ report }) => report),
    rows.map(({ observation }) => observation),
  );
};

test('同比 and 环比 of a month, computed before the range is cut', () => {
  const data = told({ '2018-03': 100, '2019-02': 80, '2019-03': 120 });
  const tile = tileOf(data, { granularity: 'M', from: '2019-03-01', to: '2019-03-31' });
  expect(tile.yearOnYear).toMatchObject({
    change: 0.2,
    base: '2018-03',
    points: false,
    sameMonths: null,
    reason: null,
  });
  expect(tile.periodOnPeriod).toMatchObject({ change: 0.5, base: '2019-02', approximate: false });
});

test('a year has no 环比 beside its 同比', () => {
  expect(tileOf(told({ '2018': 100, '2019': 80 }))).toMatchObject({
    yearOnYear: { change: -0.2 },
    periodOnPeriod: null,
  });
});

test('a year in progress is compared with the same months of last year', () => {
  const data = told({ '2018': 1000, '2018-01': 10, '2018-03': 30, '2018-11': 70, '2019-01': 20, '2019-03': 40 });
  expect(tileOf(data)).toMatchObject({
    bucket: '2019',
    cell: { value: 60, months: { covered: 2, total: 12 } },
    yearOnYear: { change: 0.5, sameMonths: [1, 3], base: '2018', baseCell: { value: 40 } },
  });
});

test('a year in progress without the same months has no comparison', () => {
  expect(tileOf(told({ '2018': 1000, '2018-01': 10, '2019-01': 20, '2019-03': 40 })).yearOnYear).toMatchObject({
    change: null,
    reason: 'different-basis',
    baseCell: { value: 1000 },
  });
});

test('the same months of both years compare directly', () => {
  expect(tileOf(told({ '2018-01': 10, '2019-01': 20 })).yearOnYear).toMatchObject({ change: 1, sameMonths: null });
});

test('other children or another basis is no base', () => {
  const [a, b] = [aReport('421002', '2018'), aReport('421002', '2019')];
  const other = aReport('421087', '2019');
  const children = aDataset(
    [a, b, other],
    [a, b, other].map((report) => anObservation(report, 5)),
  );
  expect(tileOf(children).yearOnYear?.reason).toBe('different-basis');
  const city = aReport('421000', '2019');
  expect(tileOf(aDataset([a, city], [anObservation(a, 5), anObservation(city, 5)])).yearOnYear?.reason).toBe(
    'different-basis',
  );
});

test('without a base the reason says why', () => {
  const reason = (values: Record<string, number>) => tileOf(told(values)).yearOnYear?.reason;
  expect(reason({ '2019': 5 })).toBe('base-unreported');
  expect(reason({ '2018': 0, '2019': 5 })).toBe('base-zero');
  const silent = told({ '2019': 5 });
  silent.reports.push(aReport('421000', '2018'));
  expect(tileOf(silent).yearOnYear?.reason).toBe('base-unmentioned');
  const goods = told({ '2018': 1, '2019': 5 }, { measure: 'other', unit: '台' });
  const [first] = goods.observations;
  if (first) goods.observations.push({ ...first, id: 'more', unit: '千瓦' });
  expect(tileOf(goods, { subject: 'other' }).yearOnYear?.reason).toBe('no-base');
  expect(tileOf(goods, { subject: 'other', to: '2018-12-31' }).yearOnYear?.reason).toBe('no-value');
});

test('rates differ in percentage points', () => {
  const data = told({ '2018': 95.5, '2019': 96.7 }, { measure: 'rate', kind: 'rate', unit: '%', label: '建会率' });
  expect(tileOf(data, { subject: 'rate' }).yearOnYear).toMatchObject({ change: 1.2, points: true });
});

test('a stock that nobody has renewed does not change', () => {
  const stock = { measure: 'members', kind: 'stock', unit: '人', label: '会员总数' } as const;
  const renewed = told({ '2018-06': 100, '2019-06': 110 }, stock);
  expect(tileOf(renewed, { subject: 'members.stock' }).yearOnYear?.change).toBe(0.1);
  const tile = tileOf(renewed, { subject: 'members.stock', granularity: 'M', to: '2019-08-31' });
  expect(tile.periodOnPeriod).toMatchObject({ change: null, reason: 'no-newer-value' });
});

test('a comparison of qualified numbers is approximate', () => {
  expect(tileOf(told({ '2018': 100, '2019': 80 }, { qualifier: 'over' })).yearOnYear?.approximate).toBe(true);
});

test('a tile stands at the latest bucket with a value, its sparkline at all', () => {
  const data = told({ '2018': 100, '2020': 1 }, {}, '421002');
  const silent = aReport('421000', '2021');
  data.reports.push(silent);
  const tile = tileOf(data);
  expect(tile.bucket).toBe('2020');
  expect(tile.sparkline.map(({ value }) => value)).toEqual([100, null, 1, null]);
});
