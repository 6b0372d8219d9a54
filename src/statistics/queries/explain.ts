import { figureBuckets, isCoarser, spanOf } from '../buckets';
import { makeTotal, type Scope } from '../cell';
import { cellAt, requireSubject } from '../cellAt';
import { isLive } from '../coverage';
import type { Left } from '../decide';
import type { CellAddress, Filter, Queries, Subject } from '../query';
import { byNewestPeriod, reportsNewestFirst } from '../readingOrder';
import { restrictTo } from '../resolveDataset';
import type { Entry, Resolved } from '../resolved';
import { scopeOf } from '../scopes';
import { entriesOf } from '../slot';

type Question = Queries['explain'];

/**
 * 来源: the observations behind a cell or a total, and those left out with the reason, newest first.
 * The cell is the one that `series` shows. After those it counts as left out come the numbers longer than the bucket,
 * which `series` shows beside the figure. `reports` are those of everything listed, newest first.
 * Errors: throws on an unknown subject, category or bucket.
 */
export function explain(data: Resolved, { filter: asked, cell: address }: Question['request']): Question['answer'] {
  const filter = address.categories ? { ...asked, categories: address.categories } : asked;
  const resolved = restrictTo(data, filter.reports);
  const subject = requireSubject(resolved, address.subject);
  const scope = scopeOf(resolved, filter, address.split, address.key);
  const buckets = address.buckets.length > 0 ? address.buckets : figureBuckets(resolved, filter);
  const what = { subject, status: address.status, granularity: filter.granularity };
  const parts = buckets.map((bucket) => cellAt(resolved, what, bucket, scope));
  const { cell, counted, left } = makeTotal(resolved, subject, parts, scope.places);
  const listed = [...left].sort((a, b) => byNewestPeriod(a.entry, b.entry));
  const leftOut = [...listed, ...longerThan(resolved, { filter, address, subject, scope, buckets })];
  const entries = [...counted].sort(byNewestPeriod);
  return {
    cell,
    counted: entries.map(({ observation }) => observation),
    leftOut: leftOut.map(({ entry, ...why }) => ({ observation: entry.observation, ...why })),
    reports: reportsNewestFirst([...entries, ...leftOut.map(({ entry }) => entry)]).map(({ report }) => report),
  };
}

interface Asked {
  filter: Filter;
  address: CellAddress;
  subject: Subject;
  scope: Scope;
  buckets: readonly string[];
}

/** What touches the buckets, would count, and fits no bucket of the figure. */
function longerThan(resolved: Resolved, { filter, address, subject, scope, buckets }: Asked): Left[] {
  const spans = buckets.map(spanOf).filter((span) => !isCoarser(span, filter.granularity));
  if (subject.kind === 'stock' || spans.length === 0) return [];
  const touches = ({ period }: Entry) =>
    spans.some((span) => period && period.start <= span.end && period.end >= span.start);
  return entriesOf(resolved, subject, address.status)
    .filter((entry) => entry.period && isCoarser(entry.period.natural, filter.granularity) && isLive(entry))
    .filter(({ within }) => scope.places.some((place) => within.includes(place)))
    .filter(({ observation: { category } }) => scope.categories.length === 0 || scope.categories.includes(category))
    .filter(touches)
    .sort(byNewestPeriod)
    .map((entry) => ({ entry, reason: 'longer-than-bucket', by: null }));
}
