import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/statistics/answer';
import { buildColumns, sheetFinder } from '../../src/statistics/columns/buildColumns';
import { readGrid } from '../../src/statistics/columns/grid';
import { openColumns } from '../../src/statistics/columns/openColumns';
import type { Split } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';
import * as twin from '../support/twin/answers';

const split = fc.constantFrom<Split[]>('none', 'area', 'category');
const subject = fc.constantFrom(...subjectCodes);
const runs = {
  seed: Number(process.env['TWIN_SEED'] ?? 20260104),
  numRuns: Number(process.env['TWIN_RUNS'] ?? 300),
};
/** Restrictions to reports are not the columns' business. */
const filters = arbitraryFilter.map((filter) => ({ ...filter, reports: [] }));
const dataWithColumns = arbitraryDataset.map((dataset) => {
  const resolved = resolveDataset(dataset);
  const columns = structuredClone(buildColumns(resolved));
  return { dataset, resolved, opened: openColumns(columns, dataset, sheetFinder(columns.sheets)) };
});

describe('columns', { timeout: 600_000 }, () => {
  test('series equal those of the observations and of the slow twin', () => {
    fc.assert(
      fc.property(dataWithColumns, filters, subject, split, ({ dataset, resolved, opened }, filter, code, by) => {
        const request = { filter, subject: code, split: by };
        const ours = answer(opened, 'series', request);
        expect(ours).toEqual(answer(resolved, 'series', request));
        expect(ours).toEqual(twin.series(dataset, request));
      }),
      runs,
    );
  });

  test('tiles equal those of the observations', () => {
    fc.assert(
      fc.property(dataWithColumns, filters, ({ resolved, opened }, filter) => {
        const request = { filter, subjects: subjectCodes };
        expect(answer(opened, 'tiles', request)).toEqual(answer(resolved, 'tiles', request));
      }),
      runs,
    );
  });

  test('facets equal those of the observations, restricted to reports too', () => {
    fc.assert(
      fc.property(
        dataWithColumns,
        arbitraryFilter,
        fc.subarray(subjectCodes),
        ({ resolved, opened }, filter, subjects) => {
          const request = { filter, subjects };
          expect(answer(opened, 'facets', request)).toEqual(answer(resolved, 'facets', request));
        },
      ),
      runs,
    );
  });

  test('a refresh says what tiles and series of the observations say', () => {
    fc.assert(
      fc.property(dataWithColumns, filters, subject, ({ resolved, opened }, filter, code) => {
        const shown = answer(opened, 'refresh', { filter, subjects: subjectCodes, subject: code });
        expect(shown.tiles).toEqual(answer(resolved, 'tiles', { filter, subjects: subjectCodes }));
        for (const by of ['area', 'category'] as const) {
          const expected = answer(resolved, 'series', { filter, subject: code, split: by });
          const grid = by === 'area' ? shown.byArea : shown.byCategory;
          expect(shown.buckets).toEqual(expected.buckets);
          expect(shown.overall).toEqual(expected.overall.cells);
          const actual = expected.series.filter(({ status }) => status === 'actual');
          expect(grid.rows).toEqual(actual.map(({ key }) => key));
          const cells = actual.flatMap(({ cells: row }) => row);
          expect(cells.map((_, i) => readGrid(grid, Math.floor(i / grid.width), i % grid.width))).toEqual(
            cells.map(({ state, value, qualifier, unit, months, counted, leftOut }) => ({
              ...{ state, value, qualifier, unit, months: months.covered, counted, leftOut },
            })),
          );
        }
      }),
      runs,
    );
  });
});
