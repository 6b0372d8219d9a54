import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureNames, readFixture, readGold, score } from './scorer';

interface Floor {
  f1: number;
  record: number;
  /** `doc@start` of what was right when the floor was last raised. */
  right: string[];
}

const floorsPath = join(import.meta.dirname, 'floors.json');
const floors = JSON.parse(readFileSync(floorsPath, 'utf8')) as Record<string, Floor>;
const goldSets = ['dev', 'held', 'opened'];
/** Set to write higher floors; lower ones are never written. */
const raise = process.env['RAISE_FLOORS'] === '1';

test.each(goldSets)('the invented reports of set %s are read no worse than before', (set) => {
  const result = score(readGold(set));
  const floor = floors[set] ?? { f1: 0, record: 0, right: [] };
  const gained = result.right.filter((key) => !floor.right.includes(key));
  const lost = floor.right.filter((key) => !result.right.includes(key));
  const { mistakes } = result;
  const figures = { ...result, right: result.right.length, mistakes: [] };
  const report = JSON.stringify({ set, ...figures, gained, lost, mistakes }, null, 1);
  expect(result.f1, report).toBeGreaterThanOrEqual(floor.f1);
  expect(result.record, report).toBeGreaterThanOrEqual(floor.record);
  if (raise) {
    floors[set] = { f1: result.f1, record: result.record, right: result.right };
    writeFileSync(floorsPath, JSON.stringify(floors, null, 2) + '\n');
    process.stdout.write(report + '\n');
  }
});

test('gold points at what is printed', () => {
  for (const row of goldSets.flatMap((set) => readGold(set))) {
    expect(readFixture(row.doc).text.slice(row.start, row.end)).toBe(row.surface);
  }
});

test('every fixture is marked as invented and has gold', () => {
  const told = new Set(goldSets.flatMap((set) => readGold(set).map((row) => row.doc)));
  expect(fixtureNames().filter((name) => !told.has(name))).toEqual([]);
});
