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
    expect(files).toHaveLength(Math.ceil(world.observations / 51_000));
    const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
    expect(lines).toHaveLength(world.observations + 1);
  });
});
