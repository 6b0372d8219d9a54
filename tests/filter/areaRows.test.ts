import { expect, test } from 'vitest';
import { areaRows, openAtFirst, rowsInOpen } from '../../src/app/components/filter/areaRows';
import type { Area } from '../../src/model/area';
import { areaTree } from '../../src/model/area';

const area = (code: string, parent: string | null, order: number): Area => ({
  code,
  name: code,
  nameEn: code,
  shortName: code,
  parent,
  level: 'county',
  validFrom: null,
  validTo: null,
  place: code,
  order,
});
const tree = areaTree([
  area('p', null, 1),
  area('a', 'p', 2),
  area('b', 'p', 1),
  area('a1', 'a', 1),
  area('a2', 'a', 2),
]);
const all = () => true;

test('stands in administrative order, children below their parent', () => {
  expect(areaRows(tree, new Set(), all).map(({ place, depth }) => `${String(depth)}${place}`)).toEqual([
    '0p',
    '1b',
    '1a',
    '2a1',
    '2a2',
  ]);
});

test('a parent of a chosen place is indeterminate; a chosen one is checked, whatever lies below', () => {
  const marks = (...chosen: string[]) =>
    areaRows(tree, new Set(chosen), all)
      .map(({ checked, indeterminate }) => (checked ? 'x' : indeterminate ? '-' : '.'))
      .join('');
  expect(marks()).toBe('.....');
  expect(marks('a1')).toBe('-.-x.');
  expect(marks('a', 'a1')).toBe('-.xx.');
  expect(marks('p')).toBe('x....');
  expect(marks('unknown')).toBe('.....');
});

test('says when every child is chosen', () => {
  const row = (chosen: string[]) => areaRows(tree, new Set(chosen), all).find(({ place }) => place === 'a');
  expect(row(['a1'])?.allChildren).toBe(false);
  expect(row(['a1', 'a2'])?.allChildren).toBe(true);
  expect(areaRows(tree, new Set(['b']), all).find(({ place }) => place === 'b')?.allChildren).toBe(false);
});

test('a search keeps what stands above its finds', () => {
  expect(areaRows(tree, new Set(), (place) => place === 'a2').map(({ place }) => place)).toEqual(['p', 'a', 'a2']);
  expect(areaRows(tree, new Set(), () => false)).toEqual([]);
});

test('shows of a large tree the rows whose branch is open, first those above what is chosen', () => {
  const rows = areaRows(tree, new Set(), all);
  const shown = (open: string[]) => rowsInOpen(rows, tree, new Set(open)).map(({ place }) => place);
  expect(shown([])).toEqual(['p']);
  expect(shown(['p'])).toEqual(['p', 'b', 'a']);
  // A branch below a closed one stays shut.
  expect(shown(['a'])).toEqual(['p']);
  expect([...openAtFirst(tree, ['a2'])].sort()).toEqual(['a', 'p']);
  expect([...openAtFirst(areaTree([area('x', null, 1), area('y', null, 2)]), [])]).toEqual([]);
});
