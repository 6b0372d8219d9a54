import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/statistics/answer';
import type { Dataset } from '../../src/model/dataset';
import { buildColumns, type Columns } from '../../src/statistics/columns/buildColumns';
import { readCodes } from '../../src/statistics/columns/codeText';
import { readGrid } from '../../src/statistics/columns/grid';
import { often } from '../../src/statistics/columns/onceAskedOften';
import { openColumns, sheetFinder } from '../../src/statistics/columns/openColumns';
import { coverageStates, type Cell, type Cells, type Coverage, type Split } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import type { Resolved } from '../../src/statistics/resolved';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';
import * as twin from '../support/twin/answers';

const split = fc.constantFrom<Split[]>('none', 'area', 'category');
const subject = fc.constantFrom(...subjectCodes);
const runs = {
  seed: Number(process.env['TWIN_SEED'] ?? 20260104),
  numRuns: Number(process.env['TWIN_RUNS'] ?? 300),
};
/** Columns opened with all that they have. */
function openAll(beside: Dataset, columns: Columns): Resolved {
  const { resolved, addOthers } = openColumns(columns, { beside, sheet: sheetFinder(columns.sheets) });
  columns.others.forEach(addOthers);
  return { ...resolved, facets: columns.facets };
}

/** Restrictions to reports are not the columns' business. */
const filters = arbitraryFilter.map((filter) => ({ ...filter, reports: [] }));
const dataWithColumns = arbitraryDataset.map((dataset) => {
  const resolved = resolveDataset(dataset);
  const columns = structuredClone(buildColumns(resolved));
  return { dataset, resolved, opened: openAll(dataset, columns) };
});

const plain = ({ state, value, qualifier, unit, months, counted, leftOut }: Cell) => ({
  ...{ state, value, qualifier, unit, months: months.covered, counted, leftOut },
});
const coverageCells = ({ first, bucket, state, months }: Coverage) =>
  Array.from(first.subarray(1), (end, row) =>
    Array.from(bucket.subarray(first[row], end), (at, i) => {
      const cell = (first[row] ?? 0) + i;
      return { row, bucket: at, state: coverageStates[state[cell] ?? -1], months: months[cell] };
    }),
  ).flat();
const cellsOf = (grid: Cells) =>
  Array.from(grid.state, (_, i) => readGrid(grid, Math.floor(i / grid.width), i % grid.width));

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
        const request = { filter, subjects: subjectCodes, subject: code };
        const first = answer(opened, 'refresh', request);
        // Whoever asks often is answered from cells that are sorted by bucket then.
        for (let asked = 1; asked <= 2 * often; asked++) expect(answer(opened, 'refresh', request)).toEqual(first);
        const shown = answer(opened, 'refresh', request);
        expect(shown).toEqual(first);
        const tiles = answer(resolved, 'tiles', { filter, subjects: subjectCodes });
        expect(shown.tiles).toEqual(
          tiles.map(({ subject, bucket, cell, yearOnYear, periodOnPeriod, target }) => ({
            ...{ subject, bucket, cell, yearOnYear, periodOnPeriod, target },
          })),
        );
        expect(shown.sparklines.map(cellsOf)).toEqual(tiles.map(({ sparkline }) => sparkline.map(plain)));
        const area = answer(resolved, 'series', { filter, subject: code, split: 'area' });
        const category = answer(resolved, 'series', { filter, subject: code, split: 'category' });
        expect(shown.buckets).toEqual(area.buckets);
        expect(cellsOf(shown.overall)).toEqual(area.overall.cells.map(plain));
        const actual = (result: typeof area) => result.series.filter(({ status }) => status === 'actual');
        expect(shown.byCategory.rows).toEqual(actual(category).map(({ key }) => key));
        expect(cellsOf(shown.byCategory)).toEqual(actual(category).flatMap(({ cells }) => cells.map(plain)));
        const places = actual(area).filter(
          ({ cells, total }) => total.leftOut > 0 || cells.some(({ state }) => state !== 'unreported'),
        );
        expect(readCodes(shown.places)).toEqual(places.map(({ key }) => key));
        expect(cellsOf(shown.byArea)).toEqual(places.map(({ total }) => plain(total)));
        const known = places.flatMap(({ cells }, row) =>
          cells.flatMap((cell, bucket) =>
            cell.state === 'unreported' ? [] : { row, bucket, state: cell.state, months: cell.months.covered },
          ),
        );
        expect(coverageCells(shown.coverage)).toEqual(known);
        expect(shown.coverage.width).toBe(shown.buckets.length);
      }),
      runs,
    );
  });
});
