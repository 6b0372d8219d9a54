import { Big } from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../src/model/decimal';

/** Numbers as reports print them and as they come of dividing; sizes that a double holds to the last digit, and beyond. */
const numbers = fc.oneof(
  fc.integer(),
  fc.tuple(fc.integer(), fc.integer({ min: -8, max: 12 })).map(([digits, power]) => Number(`${digits}e${power}`)),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.constantFrom(0, -0, 0.1, 0.2, 0.005, -0.005, 1.005, 2.675, 1e21, 5e-7, 1e-20),
);

const same = (made: Decimal, expected: Big) => {
  // Big keeps the sign of a zero, which nothing prints.
  const wanted = expected.eq(0) ? new Big(0) : expected;
  expect(String(made)).toBe(wanted.toFixed());
  expect(made.toNumber()).toBe(wanted.toNumber());
};

test('adds, subtracts and multiplies to the last digit', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      same(Decimal.of(a), new Big(a));
      same(Decimal.of(a).plus(b), new Big(a).plus(b));
      same(Decimal.of(a).minus(b), new Big(a).minus(b));
      same(Decimal.of(a).times(b), new Big(a).times(b));
      same(Decimal.of(a).abs(), new Big(a).abs());
      expect(Decimal.of(a).isAtLeast(b)).toBe(new Big(a).gte(b));
      expect(Decimal.of(a).isZero()).toBe(a === 0);
    }),
    { seed: 20261121 },
  );
});

test('divides to twenty places, rounds and shifts half up in size', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 0, max: 8 }), (a, b, places) => {
      if (b !== 0) same(Decimal.of(a).over(b), new Big(a).div(b));
      same(Decimal.of(a).round(places), new Big(a).round(places, Big.roundHalfUp));
      const shifted = new Big(a).times(new Big(10).pow(places)).round(0, Big.roundHalfUp).toFixed();
      expect(String(Decimal.of(a).shifted(places))).toBe(shifted === '-0' ? '0' : shifted);
    }),
    { seed: 20261121 },
  );
});

test('what is no number and what has no ratio is refused', () => {
  expect(() => Decimal.of(Number.NaN)).toThrow();
  expect(() => Decimal.of(Number.POSITIVE_INFINITY)).toThrow();
  expect(() => Decimal.of(1).over(0)).toThrow(RangeError);
});
