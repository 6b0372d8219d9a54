import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brushedOf, stepsOf, timeOf } from '../../src/app/components/trend/timeSteps';
import { wholeYears } from '../../src/app/url/wholeYears';
import { granularities } from '../../src/model/period';
import { aFilter } from '../support/datasets';

const months = stepsOf({ start: '2018-01-01', end: '2020-05-31' }, 'M');

describe('a brush', () => {
  test('spans all steps while the time is open', () => {
    expect(brushedOf(months, { from: null, to: null })).toEqual({ first: 0, last: 28 });
    expect(timeOf(months, { first: 0, last: 28 })).toEqual({ from: null, to: null });
  });

  test('stands at the steps that a time touches', () => {
    expect(brushedOf(months, { from: '2018-11-01', to: '2019-03-31' })).toEqual({ first: 10, last: 14 });
    expect(timeOf(months, { first: 10, last: 14 })).toEqual({ from: '2018-11-01', to: '2019-03-31' });
  });

  test('stays within the data when the time does not', () => {
    expect(brushedOf(months, { from: '2030-01-01', to: null })).toEqual({ first: 28, last: 28 });
    expect(brushedOf(months, { from: null, to: '1990-12-31' })).toEqual({ first: 0, last: 0 });
    expect(brushedOf([], { from: '2018-01-01', to: null })).toEqual({ first: 0, last: 0 });
  });

  test('comes back to where it was set, at every granularity', () => {
    fc.assert(
      fc.property(fc.constantFrom(...granularities), fc.nat(60), fc.nat(60), (granularity, a, b) => {
        const steps = stepsOf({ start: '2016-03-01', end: '2021-02-28' }, granularity);
        const [first, last] = [a % steps.length, b % steps.length].sort((x, y) => x - y);
        const brushed = { first: first ?? 0, last: last ?? 0 };
        expect(brushedOf(steps, timeOf(steps, brushed))).toEqual(brushed);
      }),
      { seed: 7 },
    );
  });
});

test('years laid over each other are asked for whole', () => {
  expect(wholeYears(aFilter({ from: '2018-11-01', to: '2019-03-31' }))).toMatchObject({
    from: '2018-01-01',
    to: '2019-12-31',
  });
  expect(wholeYears(aFilter())).toMatchObject({ from: null, to: null });
});
