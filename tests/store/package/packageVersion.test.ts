import { expect, test } from 'vitest';
import { isNewerVersion, isVersion } from '../../../src/read/package/packageVersion';

/** In the order of the standard's own example, and beyond. */
const ascending = [
  '0.9.9',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '1.2.0',
  '1.10.0',
  '2.0.0',
  '2026.11.21',
];

test('orders versions as the standard does', () => {
  ascending.forEach((a, i) => {
    ascending.forEach((b, j) => expect([a, b, isNewerVersion(a, b)]).toEqual([a, b, i > j]));
  });
});

test('the build does not count', () => {
  expect(isNewerVersion('1.0.0+2', '1.0.0+1')).toBe(false);
  expect(isVersion('1.0.0+2')).toBe(true);
});

test('everything is newer than nothing, and what is no version is never newer', () => {
  expect(isNewerVersion('0.0.0', null)).toBe(true);
  for (const text of ['', '1', '1.0', 'latest', '１.０.０']) expect(isNewerVersion(text, null)).toBe(false);
});
