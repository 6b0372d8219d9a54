import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueClasses } from '../../src/charts/valueClasses';

const borders = (values: number[]) => {
  const classes = valueClasses(values, 5);
  return classes.length === 0 ? [] : [classes[0]?.from, ...classes.map(({ to }) => to)];
};

it('steps evenly and roundly from zero', () => {
  expect(borders([47_400, 26_800, 19_900, 13_000, 2848])).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000]);
  expect(borders([3])).toEqual([0, 1, 2, 3]);
  expect(borders([0.4, 0.2])).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
});

it('grows the steps where one value dwarfs the others', () => {
  expect(borders([1_000_000, 21_000, 30_000, 8000])).toEqual([0, 100_000, 200_000, 500_000, 1_000_000]);
});

it('has no class without a positive value', () => {
  expect(valueClasses([], 5)).toEqual([]);
  expect(valueClasses([0, 0], 5)).toEqual([]);
});

it('covers every value with few classes that touch', () => {
  const value = fc.double({ min: 1e-6, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const classes = valueClasses(values, 5);
      expect(classes.length).toBeGreaterThan(0);
      expect(classes.length).toBeLessThanOrEqual(6);
      classes.forEach(({ from, to }, i) => {
        expect(to).toBeGreaterThan(from);
        expect(from).toBe(i === 0 ? 0 : classes[i - 1]?.to);
      });
      expect(Math.max(...values)).toBeLessThanOrEqual((classes.at(-1)?.to ?? 0) * (1 + 1e-9));
    }),
    { seed: 421000, numRuns: 400 },
  );
});
