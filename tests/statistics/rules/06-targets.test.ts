import { expect, test } from 'vitest';
import type { Observation } from '../../../src/model/observation';
import type { Report } from '../../../src/model/report';
import { aDataset, anObservation, aReport, during } from '../../support/datasets';
import { cellOf, explanationOf, figureOf, tileOf, waysOf } from '../ask';

const plan = aReport('421000', '2018');
const year = aReport('421000', '2019');
const target = (report: Report, value: number, more: Partial<Observation> = {}) =>
  anObservation(report, value, { status: 'target', label: '培训职工', ...during('2019'), ...more });

test('a target is a series of its own, never in actual totals', () => {
  const data = aDataset([plan, year], [target(plan, 400), anObservation(year, 300)]);
  const { series, overall } = figureOf(data);
  expect(series.map(({ key, status, total }) => [key, status, total.value])).toEqual([
    ['total', 'actual', 300],
    ['total', 'target', 400],
  ]);
  expect(overall.total.value).toBe(300);
  expect(tileOf(data).target).toMatchObject({ cell: { value: 400, basis: 'own' }, progress: 0.75 });
});

test('without a target there is no target series', () => {
  const data = aDataset([year], [anObservation(year, 300)]);
  expect(figureOf(data).series).toHaveLength(1);
  expect(tileOf(data).target).toBeNull();
});

test('a target for half a year measures no year', () => {
  const data = aDataset([year], [target(year, 400, during('2019-S2')), anObservation(year, 300)]);
  expect(tileOf(data).target).toMatchObject({ cell: { value: 400, months: { covered: 6 } }, progress: null });
});

test('the plan for the year includes that for its second half', () => {
  const half = aReport('421000', '2019-S1');
  const data = aDataset([plan, half], [target(plan, 400), target(half, 250, during('2019-S2'))]);
  const explanation = explanationOf(data, ['2019'], {}, { status: 'target' });
  expect(waysOf(explanation)).toEqual({ counted: [400], leftOut: ['250 covered-by-longer'] });
});

test('a target set again for the same thing replaces the older one', () => {
  const march = aReport('421000', '2019-03');
  const data = aDataset(
    [plan, march],
    [target(plan, 400), target(plan, 50, { label: '新建工会' }), target(march, 500)],
  );
  const explanation = explanationOf(data, ['2019'], {}, { status: 'target' });
  expect(waysOf(explanation).leftOut).toEqual(['400 older-value']);
  expect(explanation.cell.value).toBe(550);
});

test('a target of a stock stands only where it falls due', () => {
  const members = { measure: 'members', kind: 'stock', unit: '人' } as const;
  const data = aDataset([plan, year], [target(plan, 400, members), anObservation(year, 300, members)]);
  const { series } = figureOf(data, { subject: 'members.stock', to: '2020-12-31' });
  expect(series[1]?.cells.map(({ value }) => value)).toEqual([null, 400, null]);
  expect(tileOf(data, { subject: 'members.stock', to: '2019-12-31' }).target?.progress).toBe(0.75);
});

test('targets of some counties do not measure the city', () => {
  const county = aReport('421002', '2018');
  const data = aDataset([county, year], [target(county, 40), anObservation(year, 300)]);
  expect(tileOf(data).target).toMatchObject({ cell: { value: 40, basis: 'children' }, progress: null });
});

test('a target that the city sets for a county measures the county', () => {
  const county = aReport('421002', '2019');
  const data = aDataset([plan, county], [target(plan, 40, { refArea: '421002' }), anObservation(county, 30)]);
  expect(cellOf(data, '2019', { areas: ['421002'] })).toMatchObject({ value: 30, basis: 'own' });
  expect(tileOf(data, { areas: ['421002'] }).target).toMatchObject({ cell: { basis: 'above' }, progress: 0.75 });
});
