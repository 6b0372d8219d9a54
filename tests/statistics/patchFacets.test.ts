import { expect, test } from 'vitest';
import type { FacetColumns } from '../../src/statistics/columns/facetColumns';
import { patchFacets } from '../../src/statistics/columns/patchFacets';

const columnsOf = (reports: string[]): FacetColumns => ({
  ...{ periods: [null], places: ['421000'], codes: [['participants']], statuses: ['actual'], reports },
  period: new Uint16Array(reports.length),
  place: new Uint16Array(reports.length),
  category: new Uint8Array(reports.length),
  code: new Uint16Array(reports.length),
  report: Uint16Array.from(reports, (_, number) => number),
});

test('a report more than narrow numbers can tell makes them wider', () => {
  const many = Array.from({ length: 0x10000 }, (_, number) => `r${String(number)}`);
  const patched = patchFacets(columnsOf(many), [], columnsOf(['new']));
  expect(patched.reports[patched.report.at(-1) ?? -1]).toBe('new');
  expect(patched.report.length).toBe(many.length + 1);
  const without = patchFacets(patched, ['r7', 'new'], columnsOf(['newer']));
  const told = Array.from(without.report, (number) => without.reports[number]);
  expect(told).toEqual([...many.filter((id) => id !== 'r7'), 'newer']);
});
