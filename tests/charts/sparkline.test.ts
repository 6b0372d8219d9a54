import { expect, it } from 'vitest';
import { sparklinePath } from '../../src/charts/sparkline';
import { aCell } from '../support/charts/sampleAnswers';

const cells = (...values: (number | null)[]) => values.map((value) => aCell(value));

it('runs from corner to corner and ends in a dot', () => {
  const { line, area, dots } = sparklinePath(cells(0, 10), 106, 26);
  expect(line).toBe('M3,23L103,3');
  expect(area).toBe('M3,23L103,3L103,23L3,23Z');
  expect(dots).toEqual([{ x: 103, y: 3, bucket: 1 }]);
});

it('breaks at gaps and keeps isolated values as dots', () => {
  const { line, dots } = sparklinePath(cells(5, null, 5, 5, null, 7, null), 120, 20);
  expect(line.match(/M/g)).toHaveLength(1);
  expect(dots.map(({ bucket }) => bucket)).toEqual([0, 5]);
});

it('draws no line to or from a value of a part of its months', () => {
  const part = aCell(2, { months: { covered: 1, total: 12 } });
  const { line, dots } = sparklinePath([...cells(10, 12), part, ...cells(11)], 120, 20);
  expect(line.match(/[ML]/g)).toEqual(['M', 'L']);
  expect(dots.map(({ bucket }) => bucket)).toEqual([2, 3]);
});

it('is empty without values and stands still with one or with zeros', () => {
  expect(sparklinePath([], 100, 20)).toEqual({ line: '', area: '', dots: [] });
  expect(sparklinePath(cells(null, null), 100, 20)).toEqual({ line: '', area: '', dots: [] });
  expect(sparklinePath(cells(4), 100, 20).dots).toEqual([{ x: 50, y: 3, bucket: 0 }]);
  expect(sparklinePath(cells(0, 0), 100, 20).line).toBe('M3,17L97,17');
});

it('never leaves its box, whatever the values', () => {
  const wild = [-1e12, 5, null, 1e15, Number.NaN, Infinity, 0].map((value) => aCell(value));
  const { line, dots } = sparklinePath(wild, 90, 30);
  const numbers = line.match(/-?[\d.]+/g)?.map(Number) ?? [];
  for (const n of [...numbers, ...dots.flatMap(({ x, y }) => [x, y])]) {
    expect(n).toBeGreaterThanOrEqual(0);
    expect(n).toBeLessThanOrEqual(90);
  }
});
