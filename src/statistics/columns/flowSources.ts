import { isWithin, type Period } from '../../model/period';
import { isCoarser, naturalSpan, spanOf } from '../buckets';
import { makeTotal, type Made } from '../cell';
import { cellAt } from '../cellAt';
import { shownSpans, type Asked } from '../queries/explain';
import type { Resolved, Span } from '../resolved';
import type { Granularity } from '../../model/period';
import { reportsThatSpeak } from './reportsThatSpeak';
import type { FacetColumns } from './facetColumns';

/** A bucket of a question with what columns say of it and the reports that speak in it. */
export interface BucketSources {
  bucket: string;
  /** How many numbers count, and are left out. */
  counted: number;
  left: number;
  reports: ReadonlySet<string>;
}

/** What columns know of the sources of a flow before any observation is read. */
export interface FlowSources {
  cell: Made['cell'];
  /** The newest first. */
  buckets: BucketSources[];
  /** Reports that name something longer than the buckets. */
  longer: ReadonlySet<string>;
}

/** The steps of the sheets that tell the cells of some buckets in a figure of a granularity. */
export function stepsOf(asked: Pick<Asked, 'buckets' | 'filter'>): (Granularity | null)[] {
  const { filter, buckets } = asked;
  return [
    ...new Set(
      buckets.map((bucket) => {
        const span = spanOf(bucket);
        return isCoarser(span, filter.granularity) ? null : span.granularity;
      }),
    ),
  ];
}

/** Whether the buckets of a question are of one step and share no days, as those of a figure: then columns add them up. */
export function areApart(asked: Pick<Asked, 'buckets' | 'filter'>): boolean {
  const spans = newestFirst(asked.buckets);
  return stepsOf(asked).length <= 1 && spans.every((span, i) => i === 0 || span.end < (spans[i - 1]?.start ?? ''));
}

/** Ids of all reports behind an actual flow, with those that name something longer than its buckets. */
export function allSources(opened: Resolved, asked: Asked, lists: readonly FacetColumns[]): ReadonlySet<string> {
  const spans = asked.buckets.map(spanOf);
  const touches = (period: Period) => spans.some(({ start, end }) => period.start <= end && period.end >= start);
  const { what, scope } = asked;
  const wanted = { subject: what.subject.code, places: scope.places, groups: 1 };
  const [all] = reportsThatSpeak(lists, opened.tree, { ...wanted, groupOf: (period) => (touches(period) ? 0 : -1) });
  return all ?? new Set();
}

/** Finds the reports behind an actual flow, bucket by bucket; the buckets must be apart. `lists` are the facets of all observations, rejected ones too. */
export function flowSources(opened: Resolved, asked: Asked, lists: readonly FacetColumns[]): FlowSources {
  const { what, scope, filter } = asked;
  const spans = newestFirst(asked.buckets);
  const parts = spans.map(({ id }) => cellOfColumns(opened, asked, id));
  const { cell } = makeTotal(opened, what.subject, [...parts].reverse(), scope.places);
  const inBucket = (period: Period) => spans.findIndex((span) => isWithin(period, span));
  const spoken = (groupOf: (period: Period) => number, groups: number) =>
    reportsThatSpeak(lists, opened.tree, { subject: what.subject.code, places: scope.places, groupOf, groups });
  const reports = spoken(inBucket, spans.length);
  const shown = shownSpans(asked);
  const isLonger = (period: Period) =>
    isCoarser(naturalSpan(period), filter.granularity) &&
    shown.some(({ start, end }) => period.start <= end && period.end >= start);
  const [longer = new Set<string>()] = spoken((period) => (isLonger(period) ? 0 : -1), 1);
  const buckets = spans.map(({ id }, i) => ({
    bucket: id,
    counted: parts[i]?.cell.counted ?? 0,
    left: parts[i]?.cell.leftOut ?? 0,
    reports: reports[i] ?? new Set<string>(),
  }));
  return { cell, buckets, longer };
}

function cellOfColumns(opened: Resolved, { what, scope }: Asked, bucket: string): Made {
  const span = spanOf(bucket);
  const granularity = isCoarser(span, what.granularity) ? what.granularity : (span.granularity ?? what.granularity);
  return cellAt(opened, { ...what, granularity }, bucket, scope);
}

const newestFirst = (buckets: readonly string[]): Span[] =>
  buckets.map(spanOf).sort((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : 0));
