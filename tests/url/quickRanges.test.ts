import { expect, test } from 'vitest';
import { quickRanges } from '../../src/app/url/quickRanges';
import { formatTimeRange } from '../../src/app/url/timeRange';
import { spanIn, toggleSpan } from '../../src/app/url/toggleSpan';

const written = (newest: string) => quickRanges(newest).map(({ range }) => formatTimeRange(range));

test.each([
  ['2020-04-30', ['', '2020', '2019', '2018-2020', '2019-05..2020-04']],
  ['2020-12-31', ['', '2020', '2019', '2018-2020', '2020']],
  ['2020-01-31', ['', '2020', '2019', '2018-2020', '2019-02..2020-01']],
])('data up to %s', (newest, texts) => {
  expect(written(newest)).toEqual(texts);
});

const none = { from: null, to: null };
const november = { start: '2018-11-01', end: '2018-11-30' };
const secondQuarter = { start: '2018-04-01', end: '2018-06-30' };

test('the first press chooses, a second elsewhere spans both, the same one again gives up', () => {
  const one = toggleSpan(none, november);
  expect(formatTimeRange(one)).toBe('2018-11');
  expect(formatTimeRange(toggleSpan(one, secondQuarter))).toBe('2018-04..2018-11');
  expect(formatTimeRange(toggleSpan({ from: '2017-01-01', to: '2017-12-31' }, november))).toBe('2017-01..2018-11');
  expect(toggleSpan(one, november)).toEqual(none);
});

test('one inside the range is what remains; an open range gives way', () => {
  expect(formatTimeRange(toggleSpan({ from: '2018-01-01', to: '2018-12-31' }, november))).toBe('2018-11');
  expect(formatTimeRange(toggleSpan({ from: '2019-01-01', to: null }, november))).toBe('2018-11');
});

test.each([
  [none, 'none'],
  [{ from: '2018-11-01', to: '2018-11-30' }, 'all'],
  [{ from: null, to: '2018-11-15' }, 'some'],
  [{ from: '2018-12-01', to: null }, 'none'],
  [{ from: '2017-01-01', to: null }, 'all'],
])('a range %j holds November 2018: %s', (range, held) => {
  expect(spanIn(range, november)).toBe(held);
});
