import { expect, test } from 'vitest';
import { yearRange } from '../../src/app/url/timeRange';
import { toggleYear } from '../../src/app/url/toggleYear';

const open = { from: null, to: null };

test.each([
  ['nothing chosen', open, 2018, yearRange(2018)],
  ['a year after stretches', yearRange(2018), 2020, yearRange(2018, 2020)],
  ['a year before stretches', yearRange(2018), 2016, yearRange(2016, 2018)],
  ['the only year is taken out', yearRange(2018), 2018, open],
  ['the first is cut off', yearRange(2018, 2020), 2018, yearRange(2019, 2020)],
  ['the last is cut off', yearRange(2018, 2020), 2020, yearRange(2018, 2019)],
  ['one inside is what remains', yearRange(2018, 2020), 2019, yearRange(2019)],
  ['months give way', { from: '2018-11-01', to: '2019-03-31' }, 2019, yearRange(2019)],
  ['an open end gives way', { from: '2018-01-01', to: null }, 2019, yearRange(2019)],
])('%s', (_name, range, year, after) => {
  expect(toggleYear(range, year)).toEqual(after);
});
