import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeData } from './data/makeData';

const folder = mkdtempSync(join(tmpdir(), 'make-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the data of the benchmark', () => {
  it.each([10_000, 100_000])('has about as many observations as were asked for: %i', (size) => {
    const world = makeData(size, folder);
    expect(Math.abs(world.observations - size)).toBeLessThan(size * 0.05);
    expect(world.counties).toHaveLength((size * 3) / 1000);
    expect(world.months).toBe(240);
    const files = readdirSync(folder).filter((name) => name.startsWith('observations'));
    const lines = files.map((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length);
    expect(lines.reduce((sum, one) => sum + one, 0)).toBe(world.observations + 1);
    // Of all but the last file: some 50,000, and the rest of the report that reaches that far.
    for (const count of lines.slice(0, -1)) expect(Math.abs(count - 50_500)).toBeLessThanOrEqual(500);
  });
});
