import { rangeOfData } from '../buckets';
import { filterTests, type FilterTests } from '../filterTests';
import { newestFirst } from '../newestFirst';
import { newestReports, type Queries } from '../query';
import type { Entry, ReportEntry, Resolved } from '../resolved';
import { facetsFromColumns } from '../columns/facetColumns';
import type { Period } from '../../model/period';
import { monthsOf } from './monthsOf';
import { yearsOf } from './yearsOf';

type Question = Queries['facets'];

/**
 * How many observations each choice of the filter bar would leave, the other parts of the filter applied.
 * Rejected observations offer nothing. An observation counts for every year and month that it touches, for its place and all that
 * contain it, and for its measure and indicator.
 */
export function facets(resolved: Resolved, { filter, subjects }: Question['request']): Question['answer'] {
  if (resolved.facets) return facetsFromColumns(resolved, resolved.facets, { filter, subjects });
  const { periods, areas, categories, codes, reports } = countEntries(resolved, { filter, subjects });
  const range = rangeOfData(resolved);
  return {
    years: countsOver(periods, yearsOf),
    months: countsOver(periods, monthsOf),
    areas: Object.fromEntries(areas),
    categories: Object.fromEntries(categories),
    subjects: Object.fromEntries(codes),
    reportCount: reports.size,
    newest: [...reports]
      .sort(([a], [b]) => newestFirst(a, b))
      .slice(0, newestReports)
      .map(([{ id }, count]) => ({ id, count })),
    from: range?.start ?? null,
    to: range?.end ?? null,
  };
}

/** Counts by facet, which the queries of the filter bar share. */
export function countEntries(resolved: Resolved, { filter, subjects }: Question['request']) {
  const tests = filterTests(resolved, filter, subjects);
  const periods = new Map<Period | null, number>();
  const periodOf = onePeriod();
  const areas = new Map<string, number>();
  const categories = new Map<string, number>();
  const codes = new Map<string, number>();
  const reports = new Map<ReportEntry, number>();
  for (const entry of resolved.entries) {
    if (entry.observation.review === 'rejected') continue;
    const failed = failures(tests, entry);
    if (failed.length > 1) continue;
    const [only] = failed;
    const offers = (facet: keyof FilterTests) => only === undefined || only === facet;
    if (offers('time')) tally(periods, [periodOf(entry.period)]);
    if (offers('areas')) tally(areas, entry.within);
    if (offers('categories')) tally(categories, [entry.observation.category]);
    if (offers('subjects')) tally(codes, entry.codes);
    if (offers('reports')) tally(reports, [entry.report]);
  }
  return { periods, areas, categories, codes, reports };
}

/** The one object that stands for all equal periods. */
function onePeriod(): (period: Period | null) => Period | null {
  const known = new Map<string, Period>();
  return (period) => {
    if (!period) return null;
    const key = `${period.start} ${period.end}`;
    const one = known.get(key) ?? period;
    known.set(key, one);
    return one;
  };
}

/** Counts of periods as counts of the years or months that they touch. */
function countsOver(
  periods: ReadonlyMap<Period | null, number>,
  keysOf: (period: Period | null) => readonly string[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [period, count] of periods) for (const key of keysOf(period)) counts[key] = (counts[key] ?? 0) + count;
  return counts;
}

/** Counts each key once more. */
function tally<T>(counts: Map<T, number>, keys: Iterable<T>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

const facetNames = ['time', 'areas', 'categories', 'subjects', 'reports'] as const satisfies (keyof FilterTests)[];

function failures(tests: FilterTests, entry: Entry): (keyof FilterTests)[] {
  return facetNames.filter((name) => !tests[name](entry));
}
