import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../src/statistics/answer';
import type { PlaceOrder } from '../../src/statistics/placePages';
import type { SeriesResult } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { sourceIds } from '../../src/statistics/sources';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';

const isActual = ({ status }: { status: string }) => status === 'actual';
const keysOf = ({ series }: SeriesResult) => series.filter(isActual).map(({ key }) => key);

test('pages of places hold together what the whole holds, in their order', { timeout: 120_000 }, () => {
  const order = fc.constantFrom<PlaceOrder[]>('administrative', 'value');
  const cases = [
    arbitraryDataset,
    arbitraryFilter,
    fc.constantFrom(...subjectCodes),
    order,
    fc.integer({ min: 1, max: 3 }),
  ] as const;
  let paged = 0;
  fc.assert(
    fc.property(...cases, (dataset, filter, subject, by, most) => {
      const resolved = resolveDataset(dataset);
      const request = { filter, subject, split: 'area' as const };
      const whole = answer(resolved, 'series', request);
      const pageFrom = (from: number | string) =>
        answer(resolved, 'series', { ...request, places: { order: by, most, from } });
      const keys = keysOf(whole);
      if (keys.length <= most) {
        expect(pageFrom(0)).toEqual(whole);
        return;
      }
      paged++;
      const pages = Array.from({ length: Math.ceil(keys.length / most) }, (_, page) => pageFrom(page * most));
      const total = new Map(
        whole.series.filter(isActual).map(({ key, total: cell }) => [key, cell.value ?? -Infinity]),
      );
      const sorted = keys.toSorted((a, b) => {
        const [left = 0, right = 0] = [total.get(a), total.get(b)];
        return left === right ? 0 : right - left;
      });
      expect(pages.flatMap(keysOf)).toEqual(by === 'value' ? sorted : keys);
      pages.forEach((page, number) => {
        expect(page.places).toEqual({ order: by, most, from: number * most, total: keys.length });
        for (const one of page.series) expect(whole.series).toContainEqual(one);
        expect(page.overall).toEqual(whole.overall);
      });
      expect(pages.flatMap(({ series }) => series)).toHaveLength(whole.series.length);
      expect(new Set(pages.flatMap(({ sources }) => sourceIds(sources)))).toEqual(new Set(sourceIds(whole.sources)));
      // A code names the page that it is on; what lies beyond the last page is the last.
      for (const key of keys) expect(keysOf(pageFrom(key))).toContain(key);
      expect(pageFrom(99_999)).toEqual(pages.at(-1));
    }),
    { seed: 20181211, numRuns: 120 },
  );
  expect(paged).toBeGreaterThan(20);
});
