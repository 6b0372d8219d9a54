import { expect, it } from 'vitest';
import { periodBefore } from '../../src/statistics/periodBefore';
import { aFilter } from '../support/datasets';

it.each([
  ['2020-01-01', '2020-12-31', '2019-01-01', '2019-12-31'],
  ['2020-03-01', '2020-03-31', '2020-02-01', '2020-02-29'],
  ['2019-01-01', '2020-12-31', '2017-01-01', '2018-12-31'],
])('%s to %s comes after %s to %s', (from, to, start, end) => {
  expect(periodBefore(aFilter({ from, to }))).toMatchObject({ from: start, to: end });
});

it.each([
  [null, '2020-12-31'],
  ['2020-01-01', null],
  ['2020-01-02', '2020-12-31'],
  ['2021-01-01', '2020-12-31'],
])('there is none before %s to %s', (from, to) => {
  expect(periodBefore(aFilter({ from, to }))).toBeNull();
});
