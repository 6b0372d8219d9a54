import { describe, expect, test } from 'vitest';
import { clockText, elapsedText } from '../../src/app/present/clockText';
import { indexAfter, stepOfKey } from '../../src/app/present/slideSteps';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  stepOfKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('keys of a presentation', () => {
  test.each([
    ['next', ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter']],
    ['previous', ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace']],
    ['first', ['Home']],
    ['last', ['End']],
    ['blank', ['b', 'B', '.']],
    ['window', ['p', 'P']],
  ])('%s', (step, keys) => {
    for (const key of keys) expect(press(key), key).toBe(step);
  });

  test('keys of other use are left alone', () => {
    for (const key of ['Escape', 'Tab', 'F5', 'x', 'toString']) expect(press(key), key).toBeNull();
    expect(press('p', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });

  test('steps stay within the slides', () => {
    expect(indexAfter('next', 0, 3)).toBe(1);
    expect(indexAfter('next', 2, 3)).toBe(2);
    expect(indexAfter('previous', 0, 3)).toBe(0);
    expect(indexAfter('last', 0, 3)).toBe(2);
    expect(indexAfter('first', 2, 3)).toBe(0);
    expect(indexAfter('blank', 1, 3)).toBe(1);
  });
});

test('clock and elapsed time', () => {
  expect(clockText(new Date(2026, 2, 4, 9, 5, 7))).toBe('09:05:07');
  expect([-5, 0, 65_999, 3_599_000, 3_723_000].map(elapsedText)).toEqual([
    '00:00',
    '00:00',
    '01:05',
    '59:59',
    '1:02:03',
  ]);
});
