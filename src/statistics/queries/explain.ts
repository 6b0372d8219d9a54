import type { Observation } from '../../model/observation';
import { figureBuckets, isCoarser, spanOf } from '../buckets';
import { makeTotal, type Made, type Scope } from '../cell';
import { cellAt, requireSubject, type Counting } from '../cellAt';
import { isLive } from '../coverage';
import type { Left } from '../decide';
import type { Cell, CellAddress, Filter, Queries } from '../query';
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
export function explain(data: Resolved, request: Question['request']): Question['answer'] {
  const resolved = restrictTo(data, request.filter.reports);
  const asked = askedOf(resolved, request);
  const { cell, counted, left } = madeOf(resolved, asked, asked.buckets);
  return explanationOf(cell, { counted, left, longer: longerThan(resolved, asked) }, request.first);
}

/** What a question for sources is about. */
export interface Asked {
  filter: Filter;
  address: CellAddress;
  what: Counting;
  scope: Scope;
  buckets: readonly string[];
}

/** Reads the address of a cell. Errors: as `explain`. */
export function askedOf(resolved: Resolved, { filter: asked, cell: address }: Question['request']): Asked {
  const filter = address.categories ? { ...asked, categories: address.categories } : asked;
  const subject = requireSubject(resolved, address.subject);
  return {
    filter,
    address,
    what: { subject, status: address.status, granularity: filter.granularity },
    scope: scopeOf(resolved, filter, address.split, address.key),
    buckets: address.buckets.length > 0 ? address.buckets : figureBuckets(resolved, filter),
  };
}

/** The cell over some buckets with what it is made of, newest first. */
export function madeOf(
  resolved: Resolved,
  { what, scope }: Asked,
  buckets: readonly string[],
): Pick<Made, 'cell' | 'counted' | 'left'> {
  // Of a stock the last bucket stands: see `makeTotal`.
  const shown = what.subject.kind === 'stock' ? buckets.slice(-1) : buckets;
  const parts = shown.map((bucket) => cellAt(resolved, what, bucket, scope));
  const { cell, counted, left } = makeTotal(resolved, what.subject, parts, scope.places);
  return {
    cell,
    counted: [...counted].sort(byNewestPeriod),
    left: [...left].sort((a, b) => byNewestPeriod(a.entry, b.entry)),
  };
}

/** The shown buckets of a question, which what is longer stands beside. */
export const shownSpans = ({ buckets, filter }: Asked) =>
  buckets.map(spanOf).filter((span) => !isCoarser(span, filter.granularity));

/** What touches the buckets, would count, and fits no bucket of the figure. */
export function longerThan(resolved: Resolved, asked: Asked): Left[] {
  const { filter, what, scope } = asked;
  const spans = shownSpans(asked);
  if (what.subject.kind === 'stock' || spans.length === 0) return [];
  const touches = ({ period }: Entry) =>
    spans.some((span) => period && period.start <= span.end && period.end >= span.start);
  return entriesOf(resolved, what.subject, what.status)
    .filter((entry) => entry.period && isCoarser(entry.period.natural, filter.granularity) && isLive(entry))
    .filter(({ within }) => scope.places.some((place) => within.includes(place)))
    .filter(({ observation: { category } }) => scope.categories.length === 0 || scope.categories.includes(category))
    .filter(touches)
    .sort(byNewestPeriod)
    .map((entry) => ({ entry, reason: 'longer-than-bucket', by: null }));
}

/** What stands behind a cell, newest first; as much of what the cell counts as is to be listed will do. */
export interface Behind {
  counted: readonly Entry[];
  left: readonly Left[];
  longer: readonly Left[];
  /** How many are longer in all, where not all of them are here. */
  longerCount?: number;
}

/** The answer: as many of each list as are wanted first, all without a word about it. */
export function explanationOf(
  cell: Cell,
  { counted, left, longer, longerCount = longer.length }: Behind,
  first: Question['request']['first'] = { counted: Infinity, leftOut: Infinity },
): Question['answer'] {
  const entries = counted.slice(0, first.counted);
  const leftOut = [...left, ...longer].slice(0, first.leftOut);
  const listed = [...entries, ...leftOut.map(({ entry }) => entry)];
  const rest = [
    ...counted.slice(first.counted),
    ...[...left, ...longer].slice(first.leftOut).map(({ entry }) => entry),
  ];
  return {
    cell,
    counted: entries.map(({ observation }) => observation),
    leftOut: leftOut.map(({ entry, ...why }) => ({ observation: entry.observation, ...why })),
    totals: { counted: cell.counted, leftOut: cell.leftOut + longerCount },
    related: relatedTo(
      listed.map(({ observation }) => observation),
      leftOut,
      rest.map(({ observation }) => observation),
    ),
    reports: reportsNewestFirst(listed).map(({ report }) => report),
  };
}

/** Of what is not listed yet: wholes and parts of what is, and what wins over it. */
function relatedTo(
  listed: readonly Observation[],
  leftOut: readonly Left[],
  rest: readonly Observation[],
): Observation[] {
  const ids = new Set(listed.map(({ id }) => id));
  const named = new Set([...listed.map(({ partOf }) => partOf), ...leftOut.map(({ by }) => by)]);
  return rest.filter(({ id, partOf }) => !ids.has(id) && (named.has(id) || ids.has(partOf ?? '')));
}
