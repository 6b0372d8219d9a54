import { rangeOfData } from '../buckets';
import { filterTests, type FilterTests } from '../filterTests';
import type { Queries } from '../query';
import type { Entry, Resolved } from '../resolved';
import { facetsFromColumns } from '../columns/facetColumns';
import { yearsOf } from './yearsOf';

type Question = Queries['facets'];

/**
 * How many observations each choice of the filter bar would leave, the other parts of the filter applied.
 * Rejected observations offer nothing. An observation counts for every year that it touches, for its place and all that
 * contain it, and for its measure and indicator.
 */
export function facets(resolved: Resolved, { filter, subjects }: Question['request']): Question['answer'] {
  if (resolved.facets) return facetsFromColumns(resolved, resolved.facets, { filter, subjects });
  const tests = filterTests(resolved, filter, subjects);
  const years = new Map<string, number>();
  const areas = new Map<string, number>();
  const categories = new Map<string, number>();
  const codes = new Map<string, number>();
  const reports = new Map<string, number>();
  for (const entry of resolved.entries) {
    if (entry.observation.review === 'rejected') continue;
    const failed = failures(tests, entry);
    if (failed.length > 1) continue;
    const [only] = failed;
    const offers = (facet: keyof FilterTests) => only === undefined || only === facet;
    if (offers('time')) tally(years, yearsOf(entry.period));
    if (offers('areas')) tally(areas, entry.within);
    if (offers('categories')) tally(categories, [entry.observation.category]);
    if (offers('subjects')) tally(codes, entry.codes);
    if (offers('reports')) tally(reports, [entry.report.id]);
  }
  const range = rangeOfData(resolved);
  return {
    years: Object.fromEntries(years),
    areas: Object.fromEntries(areas),
    categories: Object.fromEntries(categories),
    subjects: Object.fromEntries(codes),
    reports: Object.fromEntries(reports),
    from: range?.start ?? null,
    to: range?.end ?? null,
  };
}

/** Counts each key once more. */
function tally(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

const facetNames = ['time', 'areas', 'categories', 'subjects', 'reports'] as const satisfies (keyof FilterTests)[];

function failures(tests: FilterTests, entry: Entry): (keyof FilterTests)[] {
  return facetNames.filter((name) => !tests[name](entry));
}
