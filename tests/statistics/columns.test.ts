import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf, granularities } from '../../src/model/period';
import { answer } from '../../src/statistics/answer';
import { spanOf } from '../../src/statistics/buckets';
import type { Dataset } from '../../src/model/dataset';
import { buildColumns, type Columns } from '../../src/statistics/columns/buildColumns';
import { readCodes } from '../../src/statistics/columns/codeText';
import { often } from '../../src/statistics/columns/onceAskedOften';
import { openColumns, sheetFinder } from '../../src/statistics/columns/openColumns';
import { coverageOf, type Coverage } from '../../src/statistics/coverage';
import type { Cell, Split } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import type { Resolved } from '../../src/statistics/resolved';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';
import { aDataset, aFilter, anObservation, aReport } from '../support/datasets';
import { cellsOf, coverageCells } from '../support/plainRefresh';
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

  test('who reports on a bucket is told as the observations tell it, reports in their order', () => {
    const plainCoverage = ({ own, ownBelow, within, withinBelow }: Coverage) => ({
      ...{ own, ownBelow, withinBelow },
      within: new Map(Array.from(within, ([place, reports]) => [place, reports.map(({ id }) => id)])),
    });
    fc.assert(
      fc.property(dataWithColumns, ({ resolved, opened }) => {
        const periods = [
          ...resolved.reports.map(({ coverage }) => coverage),
          ...resolved.entries.map((one) => one.period),
        ];
        const starts = periods.flatMap((period) =>
          period ? [...granularities.map((step) => bucketOf(period.start, step)), period.natural.id] : [],
        );
        for (const id of new Set(starts)) {
          const span = spanOf(id);
          expect(plainCoverage(coverageOf(opened, span))).toEqual(plainCoverage(coverageOf(resolved, span)));
        }
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
        ({ dataset, resolved, opened }, filter, subjects) => {
          const request = { filter, subjects };
          const facets = answer(opened, 'facets', request);
          expect(facets).toEqual(answer(resolved, 'facets', request));
          expect(facets).toEqual(twin.facets(dataset, filter, subjects));
          const counts = answer(opened, 'reportCounts', request);
          expect(counts).toEqual(answer(resolved, 'reportCounts', request));
          expect(counts).toEqual(twin.reportCounts(dataset, filter, subjects));
          // What is remembered of one question holds for the next.
          const everything = { filter: aFilter(), subjects: [] };
          expect(answer(opened, 'facets', everything)).toEqual(answer(resolved, 'facets', everything));
        },
      ),
      runs,
    );
  });

  test('of more reports than are named the newest are, those that cover nothing last', () => {
    const months = Array.from({ length: 7 }, (_, i) => aReport('421000', `2018-0${String(i + 1)}`));
    const odd = aReport('421000', '', { id: 'odd', coverageStart: '2019-12-31', coverageEnd: '2019-01-01' });
    const same = aReport('421002', '2018-07');
    const reports = [odd, ...months, same];
    const dataset = aDataset(
      reports,
      reports.map((report) => anObservation(report, 1)),
    );
    const resolved = resolveDataset(dataset);
    const opened = openAll(dataset, structuredClone(buildColumns(resolved)));
    const newest = (chosen: Parameters<typeof aFilter>[0]) => {
      const request = { filter: aFilter(chosen), subjects: [] };
      const ours = answer(opened, 'facets', request);
      expect(ours).toEqual(answer(resolved, 'facets', request));
      expect(ours.newest).toEqual(twin.facets(dataset, request.filter, []).newest);
      expect(ours.newest.every(({ count }) => count === 1)).toBe(true);
      return [ours.reportCount, ...ours.newest.map(({ id }) => id)];
    };
    const july = ['421000-2018-07', '421002-2018-07'];
    const before = (last: number) => Array.from({ length: last }, (_, i) => `421000-2018-0${String(last - i)}`);
    expect(newest({})).toEqual([9, ...july, ...before(6).slice(0, 4)]);
    expect(newest({ areas: ['421002'], reports: ['odd'] })).toEqual([1, '421002-2018-07']);
    expect(newest({ to: '2018-03-31' })).toEqual([3, ...before(3)]);
    const few = aDataset([odd, same], dataset.observations);
    expect(answer(resolveDataset(few), 'facets', { filter: aFilter(), subjects: [] }).newest).toEqual([
      { id: same.id, count: 1 },
      { id: 'odd', count: 1 },
    ]);
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
