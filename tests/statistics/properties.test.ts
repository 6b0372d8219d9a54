import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import { granularities, isWithin, parseBucket } from '../../src/model/period';
import { answer } from '../../src/statistics/answer';
import type { Cell, Explanation, Filter, Split } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';
import { aFilter, anObservation, aReport } from '../support/datasets';

const runs = { seed: 20190401, numRuns: 300 };
const subject = fc.constantFrom(...subjectCodes);

function seriesOf(dataset: Dataset, filter: Filter, code: string, split: Split = 'none') {
  return answer(resolveDataset(dataset), 'series', { filter, subject: code, split });
}

function explain(dataset: Dataset, filter: Filter, code: string, buckets: string[] = []): Explanation {
  const cell = { subject: code, key: 'total', split: 'none', status: 'actual', buckets } as const;
  return answer(resolveDataset(dataset), 'explain', { filter, cell });
}

/** A cell without what only its own extent decides. */
const said = ({ state, value, unit, reason, qualifier, basis }: Cell) => ({
  state,
  value,
  unit,
  reason,
  qualifier,
  basis,
});

describe('what holds for any data', { timeout: 120_000 }, () => {
  test('the order of rows does not matter, nor does a row that stands twice', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryFilter, subject, (dataset, filter, code) => {
        const turned: Dataset = {
          ...dataset,
          reports: [...dataset.reports].reverse(),
          observations: [...dataset.observations].reverse(),
        };
        const doubled: Dataset = {
          ...dataset,
          reports: [...dataset.reports, ...dataset.reports],
          observations: [...dataset.observations, ...dataset.observations],
        };
        const figure = seriesOf(dataset, filter, code, 'area');
        expect(seriesOf(turned, filter, code, 'area')).toEqual(figure);
        expect(seriesOf(doubled, filter, code, 'area')).toEqual(figure);
      }),
      runs,
    );
  });

  test('asking changes nothing: answers do not depend on what was asked before', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryFilter, arbitraryFilter, subject, (dataset, filter, other, code) => {
        const resolved = resolveDataset(dataset);
        const before = JSON.stringify(dataset);
        for (const split of ['area', 'category', 'none'] as const) {
          answer(resolved, 'series', { filter: other, subject: code, split });
        }
        answer(resolved, 'tiles', { filter: other, subjects: subjectCodes });
        const request = { filter, subject: code, split: 'area' as const };
        expect(answer(resolved, 'series', request)).toEqual(answer(resolveDataset(dataset), 'series', request));
        expect(JSON.stringify(dataset)).toBe(before);
      }),
      runs,
    );
  });

  test('a report of another place does not change what a county says itself', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryFilter,
        subject,
        fc.constantFrom('421087', '420704'),
        (dataset, filter, code, place) => {
          const asked = { ...filter, areas: ['421002'], from: '2018-01-01', to: '2019-12-31', reports: [] };
          const more = aReport(place, '2018', { id: 'more' });
          const facts = [1, 2].map((value) => anObservation(more, value, { refArea: '421002' }));
          const bigger: Dataset = {
            ...dataset,
            reports: [...dataset.reports, more],
            observations: [...dataset.observations, ...facts],
          };
          const [before, after] = [dataset, bigger].map((data) => seriesOf(data, asked, code).overall.cells.map(said));
          expect(after).toEqual(before);
        },
      ),
      runs,
    );
  });

  test('parts never change a total', () => {
    fc.assert(
      fc.property(arbitraryDataset, fc.constantFrom(...granularities), (dataset, granularity) => {
        const filter = aFilter({ granularity, areas: ['421000'] });
        const counted = explain(dataset, filter, 'participants').counted;
        const parts = counted.map((whole, i) => ({
          ...whole,
          id: `part${String(i)}`,
          label: `其中${String(i)}`,
          value: 7,
          partOf: whole.id,
          indicator: null,
          start: 1000 + i,
        }));
        const bigger = { ...dataset, observations: [...dataset.observations, ...parts] };
        const value = (data: Dataset) => seriesOf(data, filter, 'participants').overall.total.value;
        expect(value(bigger)).toBe(value(dataset));
      }),
      runs,
    );
  });

  test('categories add up to the total', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryFilter,
        fc.constantFrom('participants', 'lectures', 'members.stock'),
        (dataset, filter, code) => {
          const { series, overall } = seriesOf(dataset, filter, code, 'category');
          const actual = series.filter(({ status }) => status === 'actual');
          overall.cells.forEach((cell, i) => {
            const values = actual.map(({ cells }) => cells[i]?.value ?? 0);
            expect(values.reduce((sum, value) => sum + Math.round(value * 100), 0)).toBe(
              Math.round((cell.value ?? 0) * 100),
            );
            const counted = actual.reduce((sum, { cells }) => sum + (cells[i]?.counted ?? 0), 0);
            expect(counted).toBe(cell.counted);
          });
        },
      ),
      runs,
    );
  });

  test('a value is the exact sum of what counts', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryFilter,
        fc.constantFrom('participants', 'lectures', 'members.stock'),
        (dataset, filter, code) => {
          const { cell, counted, leftOut } = explain(dataset, filter, code);
          const sum = counted.reduce((all, { value }) => all + Math.round(value * 100), 0) / 100;
          expect(cell.value).toBe(counted.length > 0 ? sum : null);
          expect(cell.counted).toBe(counted.length);
          expect(cell.leftOut).toBe(leftOut.filter(({ reason }) => reason !== 'longer-than-bucket').length);
        },
      ),
      runs,
    );
  });

  test('nothing is lost: each number about the place is counted, left out or longer than the buckets, once', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        fc.constantFrom(...granularities),
        fc.constantFrom('participants', 'lectures', 'rate'),
        (dataset, granularity, code) => {
          const filter = aFilter({ granularity, from: '2018-01-01', to: '2019-12-31' });
          const { counted, leftOut } = explain(dataset, filter, code);
          const listed = [...counted, ...leftOut.map(({ observation }) => observation)].map(({ id }) => id);
          const rows = answer(resolveDataset(dataset), 'rows', { filter, subjects: [code] });
          const expected = rows.filter(({ status, periodStart, periodEnd, review, reportId }) => {
            if (status !== 'actual' || periodStart === null || periodEnd === null) return false;
            const buckets = seriesOf(dataset, filter, code).buckets.map(parseBucket);
            const fits = buckets.some((days) => days && isWithin({ start: periodStart, end: periodEnd }, days));
            const superseded = explain(dataset, { ...filter, granularity: 'A' }, code).leftOut;
            const isDead =
              review === 'rejected' ||
              superseded.some((one) => one.reason === 'superseded' && one.observation.reportId === reportId);
            return fits || !isDead;
          });
          expect(new Set(listed).size).toBe(listed.length);
          for (const { id } of expected) expect(listed).toContain(id);
        },
      ),
      { ...runs, numRuns: 100 },
    );
  });
});
