import type { Filter } from './query';
import type { Entry, Resolved } from './resolved';

/** One test for each part of the filter bar, on a single observation, unresolved. */
export type FilterTests = Record<'time' | 'areas' | 'categories' | 'subjects' | 'reports', (entry: Entry) => boolean>;

/** Tests of a filter and some subjects. An empty list lets everything through; an undated entry only an open range. */
export function filterTests(resolved: Resolved, filter: Filter, subjects: readonly string[]): FilterTests {
  const areas = new Set(filter.areas.map((code) => resolved.tree.placeOf(code)));
  const [categories, reports, codes] = [new Set(filter.categories), new Set(filter.reports), new Set(subjects)];
  const { from, to } = filter;
  return {
    time: ({ period }) =>
      period ? (from ?? '') <= period.end && (to === null || period.start <= to) : from === null && to === null,
    areas: ({ within }) => areas.size === 0 || within.some((place) => areas.has(place)),
    categories: ({ observation }) => categories.size === 0 || categories.has(observation.category),
    subjects: ({ codes: own }) => codes.size === 0 || own.some((code) => codes.has(code)),
    reports: ({ report }) => reports.size === 0 || reports.has(report.id),
  };
}
