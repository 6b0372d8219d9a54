import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/sourceFiles';

const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;

/** Longer files, each with its reason. Tables of data are exempt by folder. */
const exceptions: Record<string, string> = {};
const tables = /^src\/(extract\/vocabulary|app\/locales)\//;

describe('files stay small', () => {
  it.each([
    ['src', /\.ts$/, 300],
    ['src', /\.vue$/, 250],
    ['tests', /\.(ts|mjs)$/, 400],
  ] as const)('%s %s: at most %i lines', (folder, pattern, limit) => {
    const long = sourceFiles(folder, pattern).filter(
      (path) => lines(path) > limit && !tables.test(path) && !(path in exceptions),
    );
    expect(long.map((path) => `${path}: ${String(lines(path))}`)).toEqual([]);
  });

  it('lists no exception that is no longer needed', () => {
    expect(Object.keys(exceptions).filter((path) => lines(path) <= 300)).toEqual([]);
  });
});
