import { expect, test } from 'vitest';
import type { Observation } from '../../../src/model/observation';
import { aDataset, anIndicator, anObservation, aReport, during } from '../../support/datasets';
import { cellOf, explanationOf, figureOf, waysOf } from '../ask';

const year = aReport('421000', '2018');
const november = aReport('421000', '2018-11');
const march = aReport('421000', '2019-03');

test('the year summary includes the months', () => {
  const data = aDataset(
    [november, year, march],
    [anObservation(november, 3000), anObservation(year, 280000), anObservation(year, 20000), anObservation(march, 900)],
  );
  expect(cellOf(data, '2018')).toMatchObject({
    value: 300000,
    counted: 2,
    leftOut: 1,
    months: { covered: 12, total: 12 },
  });
  const { leftOut } = explanationOf(data, ['2018']);
  expect(leftOut).toMatchObject([{ reason: 'covered-by-longer', by: '421000-2018', observation: { value: 3000 } }]);
  expect(cellOf(data, '2018-11', { granularity: 'M' })).toMatchObject({
    value: 3000,
    months: { covered: 1, total: 1 },
  });
  expect(cellOf(data, '2019-03', { granularity: 'M' }).value).toBe(900);
  expect(cellOf(data, '2019-01', { granularity: 'M' }).state).toBe('unreported');
  const beyond = figureOf(data, { granularity: 'M' }).beyond;
  expect(beyond).toMatchObject([{ bucket: '2018', cell: { value: 300000 } }]);
});

test('the longest coverage wins over all categories, so that categories add up to the total', () => {
  const data = aDataset(
    [november, year],
    [anObservation(november, 3000, { category: 'women' }), anObservation(year, 280000, { category: 'ideology' })],
  );
  const { series, overall } = figureOf(data, { split: 'category' });
  expect(series.find(({ key }) => key === 'women')?.total).toMatchObject({ state: 'unmentioned', leftOut: 1 });
  expect(series.reduce((sum, { total }) => sum + (total.value ?? 0), 0)).toBe(overall.total.value);
});

test('a year without a summary is the sum of its months, marked 3/12', () => {
  const months = ['2018-01', '2018-02', '2018-03'].map((bucket) => aReport('421000', bucket));
  const data = aDataset(
    months,
    months.map((report, i) => anObservation(report, i + 1)),
  );
  expect(cellOf(data, '2018')).toMatchObject({ value: 6, months: { covered: 3, total: 12 } });
});

test('a summary that does not name the subject leaves it to the months, and does not vouch for the year', () => {
  const data = aDataset(
    [year, november],
    [anObservation(november, 5), anObservation(year, 9, { measure: 'jobs', unit: '个' })],
  );
  expect(cellOf(data, '2018')).toMatchObject({ value: 5, months: { covered: 1, total: 12 } });
});

test('a report inside a chosen coverage is left out whole, whatever else it looks back on', () => {
  const half = aReport('421000', '2018-S2');
  const data = aDataset([november, half], [anObservation(half, 100), anObservation(november, 7, during('2018-02'))]);
  expect(waysOf(explanationOf(data, ['2018']))).toEqual({ counted: [100], leftOut: ['7 covered-by-longer'] });
});

test('overlapping coverage counts where periods are clear of the longer one', () => {
  const half = aReport('421000', '2018-S1');
  const spring = aReport('421000', '', { id: 'spring', coverageStart: '2018-05-01', coverageEnd: '2018-08-31' });
  const data = aDataset(
    [spring, half],
    [
      anObservation(half, 100),
      anObservation(spring, 7, during('2018-07')),
      anObservation(spring, 8, during('2018-05')),
    ],
  );
  expect(waysOf(explanationOf(data, ['2018']))).toEqual({ counted: [7, 100], leftOut: ['8 covered-by-longer'] });
});

test('of two overlapping reports of the same length the later one is heard first', () => {
  const early = aReport('421000', '', { id: 'early', coverageStart: '2018-05-01', coverageEnd: '2018-05-31' });
  const late = aReport('421000', '', { id: 'late', coverageStart: '2018-05-15', coverageEnd: '2018-06-14' });
  const data = aDataset([early, late], [anObservation(early, 7), anObservation(late, 8)]);
  expect(waysOf(explanationOf(data, ['2018']))).toEqual({ counted: [8], leftOut: ['7 covered-by-longer'] });
});

test('what a bulletin looks back on counts, unless it is known to be the same', () => {
  const [january, february] = [aReport('421000', '2019-01'), aReport('421000', '2019-02')];
  const facts = [anObservation(january, 10), anObservation(february, 3, during('2019-01'))];
  const data = aDataset([january, february], facts);
  expect(cellOf(data, '2019')).toMatchObject({ value: 13, leftOut: 0 });
});

test('a report that reaches beyond the bucket yields to those within it', () => {
  const data = aDataset(
    [november, year],
    [anObservation(november, 3000), anObservation(year, 500, during('2018-11-21'))],
  );
  const ways = waysOf(explanationOf(data, ['2018-11'], { granularity: 'M' }));
  expect(ways).toEqual({
    counted: [3000],
    leftOut: ['500 covered-by-longer'],
  });
});

test('two bodies of one place both count, but not the same total twice', () => {
  const women = aReport('421000', '2018', { id: 'women', issuer: '女职工委员会' });
  const same = { label: '读书活动', value: 600 };
  const data = aDataset(
    [year, women],
    [anObservation(year, 600, same), anObservation(women, 600, same), anObservation(women, 50)],
  );
  expect(waysOf(explanationOf(data, ['2018']))).toMatchObject({ leftOut: ['600 repeated'] });
  expect(cellOf(data, '2018').value).toBe(650);
});

test('two facts of one indicator with the same number are two, told apart by their labels', () => {
  const medal = { indicator: 'may-day-medals' };
  const data = aDataset(
    [year],
    [
      anObservation(year, 1, { ...medal, label: '全国五一劳动奖章' }),
      anObservation(year, 1, { ...medal, label: '省五一劳动奖章' }),
    ],
  );
  expect(cellOf(data, '2018')).toMatchObject({ value: 2, counted: 2, leftOut: 0 });
});

test('a total printed again in the same report counts once, whatever the white space of its label', () => {
  const data = aDataset(
    [year],
    [
      anObservation(year, 600, { label: '读书活动' }),
      anObservation(year, 600, { label: ' 读书活动 ' }),
      anObservation(year, 600, { label: '读书活动', category: 'women' }),
    ],
  );
  expect(cellOf(data, '2018')).toMatchObject({ value: 1200, counted: 2, leftOut: 1 });
});

const lectures = (more: Partial<Observation>): Partial<Observation> => ({ indicator: 'lectures', ...more });

test('this month 14, January to March 39: the quarter has 39', () => {
  const data = aDataset(
    [march],
    [anObservation(march, 14, lectures({})), anObservation(march, 39, lectures(during('2019-01', '2019-03')))],
    [anIndicator('lectures')],
  );
  const quarter = explanationOf(data, ['2019-Q1'], { granularity: 'Q', subject: 'lectures' });
  expect(waysOf(quarter)).toEqual({ counted: [39], leftOut: ['14 covered-by-longer'] });
  expect(cellOf(data, '2019-03', { granularity: 'M', subject: 'lectures' }).value).toBe(14);
});

test('running totals of three bulletins are not added up', () => {
  const months = ['2019-01', '2019-02', '2019-03'].map((bucket) => aReport('421000', bucket));
  const [january, february, third] = months;
  if (!january || !february || !third) throw new Error('three months');
  const data = aDataset(months, [
    anObservation(january, 10, lectures({})),
    anObservation(february, 15, lectures({})),
    anObservation(february, 25, lectures(during('2019-01', '2019-02'))),
    anObservation(third, 14, lectures({})),
    anObservation(third, 39, lectures(during('2019-01', '2019-03'))),
  ]);
  expect(cellOf(data, '2019').value).toBe(39);
  expect(figureOf(data, { granularity: 'M' }).overall.total.value).toBe(39);
});

test('a longer period of another county takes nothing away', () => {
  const data = aDataset(
    [march],
    [
      anObservation(march, 14, lectures({ refArea: '421087' })),
      anObservation(march, 39, lectures({ refArea: '421088', ...during('2019-01', '2019-03') })),
    ],
  );
  expect(cellOf(data, '2019').value).toBe(53);
});
