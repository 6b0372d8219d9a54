import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatTimeRange,
  lastDayOf,
  parseTimeRange,
  toWholeMonths,
  yearRange,
  yearsOf,
} from '../../src/app/url/timeRange';
import { monthsPeriod } from '../../src/model/period';

const month = fc.integer({ min: 1900 * 12, max: 2200 * 12 - 1 });
const range = fc
  .tuple(fc.option(month), fc.option(month))
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
  .map(([a = null, b = null]) => ({
    from: a === null ? null : monthsPeriod(a, 1).start,
    to: b === null ? null : monthsPeriod(b, 1).end,
  }));

describe('parseTimeRange', () => {
  test.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-2020', '2018-01-01', '2020-12-31'],
    ['2020-2018', '2018-01-01', '2020-12-31'],
    ['2018-11', '2018-11-01', '2018-11-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018-11..2019-03', '2018-11-01', '2019-03-31'],
    ['2019-03..2018-11', '2018-11-01', '2019-03-31'],
    ['2018..2019-03', '2018-01-01', '2019-03-31'],
    ['2018..', '2018-01-01', null],
    ['..2019-03', null, '2019-03-31'],
    ['2018..2018', '2018-01-01', '2018-12-31'],
  ])('reads %s', (text, from, to) => {
    expect(parseTimeRange(text)).toEqual({ from, to });
  });

  test.each([
    '',
    '..',
    '18',
    '2018-13',
    '2018-00',
    '2018-1',
    '1899',
    '2200',
    '2018-2019-2020',
    '2018..2019..2020',
    'x..2019',
    '2018..x',
    '2018-11-05',
    ' ',
    '99999',
    '-2018',
    '2018年',
  ])('refuses %j', (text) => {
    expect(parseTimeRange(text)).toBeNull();
  });

  test('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void parseTimeRange(text)),
      { seed: 1 },
    );
  });
});

describe('formatTimeRange', () => {
  test.each([
    ['2018', '2018'],
    ['2018..2018', '2018'],
    ['2018-01..2018-12', '2018'],
    ['2018-01..2019-12', '2018-2019'],
    ['2018-11..2018-11', '2018-11'],
    ['2018-01..2019-03', '2018-01..2019-03'],
    ['2018-01..', '2018..'],
    ['..2018-12', '..2018'],
  ])('writes %s as %s', (text, shortest) => {
    expect(formatTimeRange(parseTimeRange(text) ?? { from: null, to: null })).toBe(shortest);
  });

  test('is read back as it was', () => {
    fc.assert(
      fc.property(range, (given) => {
        const text = formatTimeRange(given);
        expect(text === '' ? { from: null, to: null } : parseTimeRange(text)).toEqual(given);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

test('toWholeMonths widens to months, puts the ends in order and leaves whole months alone', () => {
  expect(toWholeMonths({ from: '2018-11-15', to: '2019-02-03' })).toEqual({ from: '2018-11-01', to: '2019-02-28' });
  expect(toWholeMonths({ from: '2019-03-01', to: '2018-11-30' })).toEqual({ from: '2018-11-01', to: '2019-03-31' });
  fc.assert(
    fc.property(range, (given) => {
      expect(toWholeMonths(given)).toEqual(given);
    }),
    { seed: 3 },
  );
});

test('yearsOf names whole years and nothing else', () => {
  expect(yearsOf(yearRange(2018, 2020))).toEqual({ first: 2018, last: 2020 });
  expect(yearsOf({ from: '2018-02-01', to: '2018-12-31' })).toBeNull();
  expect(yearsOf({ from: '2018-01-01', to: null })).toBeNull();
});

test('lastDayOf knows leap years and refuses what is no month', () => {
  expect(lastDayOf('2020-02')).toBe('2020-02-29');
  expect(lastDayOf('2019-02')).toBe('2019-02-28');
  expect([lastDayOf(''), lastDayOf('2019'), lastDayOf('2019-13')]).toEqual([null, null, null]);
});
