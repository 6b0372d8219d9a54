import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowShift } from '../../src/app/components/table/rowShift';

const list = { rowHeightPx: 40, windowPx: 700, headPx: 40 };

test('a list that can be drawn stands as it is', () => {
  const { places, shiftAt, placeOf } = rowShift({ ...list, count: 100_000 });
  expect(places).toBe(100_000);
  expect(shiftAt(54_321)).toBe(0);
  expect(placeOf(54_321)).toBe(54_321);
});

test('a longer one shows its first row at the top, its last at the bottom, and every row somewhere', () => {
  const count = 1_021_885;
  const { places, shiftAt, placeOf } = rowShift({ ...list, count });
  expect(places * list.rowHeightPx).toBeLessThanOrEqual(17_000_000);
  expect(shiftAt(0)).toBe(0);
  const lastFirst = Math.floor((list.headPx + places * list.rowHeightPx - list.windowPx) / list.rowHeightPx);
  expect(places - 1 + shiftAt(lastFirst)).toBe(count - 1);
  fc.assert(
    fc.property(fc.nat(count - 20), (row) => {
      const place = placeOf(row);
      // Within a few rows, that is on screen.
      expect(Math.abs(place + shiftAt(place) - row)).toBeLessThanOrEqual(3);
    }),
    { seed: 3 },
  );
});
