import type { AreaTree } from '../model/area';
import { bucketOf, isWithin, type Period } from '../model/period';
import type { Entry, ReportEntry, Resolved, Span } from './resolved';

/** Who reports on a bucket. */
export interface Coverage {
  /** Places whose own reports lie in the bucket, or name something that happened wholly in it. */
  own: Set<string>;
  /** Places above those. */
  ownBelow: Set<string>;
  /** Reports that lie in the bucket, by their place. A report that is longer does not cover it. */
  within: Map<string, ReportEntry[]>;
  /** Places above those of `within`. */
  withinBelow: Set<string>;
}

const emptyCoverage = (): Coverage => ({
  own: new Set(),
  ownBelow: new Set(),
  within: new Map(),
  withinBelow: new Set(),
});

const nobody = emptyCoverage();

/** Whether an observation may count at all: not rejected, and its report not replaced. */
export function isLive(entry: Entry): boolean {
  return entry.observation.review !== 'rejected' && entry.report.supersededBy === null;
}

/** Whether an observation stands in a report of a place's own federation and speaks about that place. */
export function isOwn(entry: Entry, place: string): boolean {
  return entry.report.place === place && entry.within.includes(place);
}

/** Who reports on a bucket, from all measures: worked out once a granularity. */
export function coverageOf(resolved: Resolved, span: Span): Coverage {
  if (resolved.coverage) return resolved.coverage(span);
  const key = span.granularity ?? span.id;
  let byBucket = resolved.remembered.coverage.get(key);
  if (!byBucket) {
    byBucket = index(resolved, span);
    resolved.remembered.coverage.set(key, byBucket);
  }
  return byBucket.get(span.id) ?? nobody;
}

function index(resolved: Resolved, { granularity, ...years }: Span): Map<string, Coverage> {
  const idOf = (period: Period): string | null => {
    if (granularity === null) return isWithin(period, years) ? years.id : null;
    const id = bucketOf(period.start, granularity);
    return bucketOf(period.end, granularity) === id ? id : null;
  };
  const byBucket = new Map<string, Coverage>();
  const at = (id: string) => {
    const made = byBucket.get(id) ?? emptyCoverage();
    byBucket.set(id, made);
    return made;
  };
  for (const report of resolved.reports) {
    const id = report.coverage && report.supersededBy === null ? idOf(report.coverage) : null;
    if (id === null) continue;
    const { own, within } = at(id);
    own.add(report.place);
    within.set(report.place, [...(within.get(report.place) ?? []), report]);
  }
  for (const entry of resolved.entries) {
    if (!entry.period || entry.observation.status !== 'actual' || !isLive(entry)) continue;
    const id = isOwn(entry, entry.report.place) ? idOf(entry.period) : null;
    if (id !== null) at(id).own.add(entry.report.place);
  }
  for (const coverage of byBucket.values()) {
    coverage.ownBelow = placesAbove(resolved.tree, coverage.own);
    coverage.withinBelow = placesAbove(resolved.tree, coverage.within.keys());
  }
  return byBucket;
}

/** All ancestors of some places. */
export function placesAbove(tree: AreaTree, places: Iterable<string>): Set<string> {
  const above = new Set<string>();
  for (const place of places) for (const ancestor of tree.ancestors(place)) above.add(ancestor);
  return above;
}

/** Reports that cover a bucket for a place: its own, else those of the places below it. */
export function coveringReports(resolved: Resolved, span: Span, place: string): ReportEntry[] {
  const { within, withinBelow } = coverageOf(resolved, span);
  const own = within.get(place);
  if (own || !withinBelow.has(place)) return own ?? [];
  return [...within].flatMap(([at, reports]) => (resolved.tree.contains(place, at) ? reports : []));
}
