import { isWithin, type Granularity, type Period } from '../../model/period';
import { isCoarser, naturalSpan, spanOf } from '../buckets';
import { makeTotal, type Made } from '../cell';
import { cellAt } from '../cellAt';
import { shownSpans, type Asked } from '../queries/explain';
import type { Resolved, Span } from '../resolved';
import type { FacetColumns } from './facetColumns';
import { reportsThatSpeak, type Wanted } from './reportsThatSpeak';
import { reportsOf } from './withObservations';

/** Facets of all observations: of those that count, and of those that a person rejected. */
export interface AllFacets {
  live: FacetColumns;
  rejected: FacetColumns;
}

/** A bucket of a question with what columns say of it and the reports that speak in it. */
export interface BucketSources {
  bucket: string;
  /** How many numbers count, and are left out. */
  counted: number;
  left: number;
  reports: ReadonlySet<string>;
}

/** What is longer than the buckets and ends on a day: how many numbers, and the reports that name them. */
export interface LongerSources {
  end: string;
  count: number;
  reports: ReadonlySet<string>;
}

/** What columns know of the sources of a flow before any observation is read, the newest first. */
export interface FlowSources {
  cell: Made['cell'];
  buckets: BucketSources[];
  longer: LongerSources[];
}

const newestFirst = (buckets: readonly string[]): Span[] =>
  buckets.map(spanOf).sort((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : 0));

/** The steps of the sheets that tell the cells of some buckets in a figure of a granularity. */
export function stepsOf({ filter, buckets }: Pick<Asked, 'buckets' | 'filter'>): (Granularity | null)[] {
  const steps = buckets.map(spanOf).map((span) => (isCoarser(span, filter.granularity) ? null : span.granularity));
  return [...new Set(steps)];
}

/** Whether the buckets of a question are of one step and share no days, as those of a figure: then columns add them up. */
export function areApart(asked: Pick<Asked, 'buckets' | 'filter'>): boolean {
  const spans = newestFirst(asked.buckets);
  return stepsOf(asked).length <= 1 && spans.every((span, i) => i === 0 || span.end < (spans[i - 1]?.start ?? ''));
}

function wantedBy(opened: Resolved, { what, scope }: Asked): Omit<Wanted, 'groupOf' | 'groups'> {
  const reports = reportsOf(opened);
  const isReplaced = (id: string) => (reports.get(id)?.supersededBy ?? null) !== null;
  return { subject: what.subject, places: scope.places, categories: scope.categories, isReplaced };
}

/** Ids of all reports behind an actual flow, with those that name something longer than its buckets. */
export function allSources(opened: Resolved, asked: Asked, { live, rejected }: AllFacets): Set<string> {
  const spans = asked.buckets.map(spanOf);
  const touches = (period: Period) => spans.some(({ start, end }) => period.start <= end && period.end >= start);
  const wanted = { ...wantedBy(opened, asked), groupOf: (period: Period) => (touches(period) ? 0 : -1), groups: 1 };
  const found = [live, rejected].flatMap((columns) => reportsThatSpeak(columns, opened.tree, wanted));
  return new Set(found.flatMap(({ reports }) => [...reports]));
}

/** Finds the reports behind an actual flow, bucket by bucket; the buckets must be apart. */
export function flowSources(opened: Resolved, asked: Asked, { live, rejected }: AllFacets): FlowSources {
  const { what, scope } = asked;
  const spans = newestFirst(asked.buckets);
  const parts = spans.map(({ id }) => cellOfColumns(opened, asked, id));
  const { cell } = makeTotal(opened, what.subject, [...parts].reverse(), scope.places);
  const isLonger = longerTest(asked);
  const ends = [...new Set(live.periods.flatMap((period) => (period && isLonger(period) ? period.end : [])))];
  const groups = ends.sort().reverse();
  const groupOf = (period: Period) => {
    const bucket = spans.findIndex((span) => isWithin(period, span));
    return bucket < 0 && isLonger(period) ? spans.length + groups.indexOf(period.end) : bucket;
  };
  const wanted = { ...wantedBy(opened, asked), groupOf, groups: spans.length + groups.length };
  const found = reportsThatSpeak(live, opened.tree, wanted);
  const others = reportsThatSpeak(rejected, opened.tree, wanted);
  const buckets = spans.map(({ id }, i) => ({
    bucket: id,
    counted: parts[i]?.cell.counted ?? 0,
    left: parts[i]?.cell.leftOut ?? 0,
    reports: new Set([...(found[i]?.reports ?? []), ...(others[i]?.reports ?? [])]),
  }));
  const longer = groups.map((end, i) => {
    const { count = 0, reports = new Set<string>() } = found[spans.length + i] ?? {};
    return { end, count, reports };
  });
  return { cell, buckets, longer };
}

/** Tests whether a period fits no bucket of a figure and touches one that is shown. */
function longerTest(asked: Asked): (period: Period) => boolean {
  const shown = shownSpans(asked);
  return (period) =>
    shown.some(({ start, end }) => period.start <= end && period.end >= start) &&
    isCoarser(naturalSpan(period), asked.filter.granularity);
}

function cellOfColumns(opened: Resolved, { what, scope }: Asked, bucket: string): Made {
  const span = spanOf(bucket);
  const granularity = isCoarser(span, what.granularity) ? what.granularity : (span.granularity ?? what.granularity);
  return cellAt(opened, { ...what, granularity }, bucket, scope);
}
