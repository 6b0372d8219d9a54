import type { Status } from '../../model/observation';
import type { Granularity } from '../../model/period';
import { figureBuckets } from '../buckets';
import { makeTotal, type Made, type Scope } from '../cell';
import { bucketsBeyond, cellAt, cellsAt, flowsFor, reportsBehind, requireSubject } from '../cellAt';
import type { Queries, Series, Subject } from '../query';
import { restrictTo } from '../resolveDataset';
import type { ReportEntry, Resolved } from '../resolved';
import { scopesOf, totalKey, totalScope } from '../scopes';
import { bucketed, entriesOf } from '../slot';
import { packSources } from '../sources';
import type { byTotal as ByTotal } from './byTotal';
import { placesShown, type PlaceScope } from './placesShown';

type Question = Queries['series'];

/**
 * One subject over the buckets of a range, split by area, category or not at all.
 * The series of actual numbers come first, then those of targets, where any bucket has one. `overall` is the figure
 * unsplit and is not the sum of an area split. `beyond` holds what is longer than the figure's buckets.
 * `byTotal` is what orders a page of places by value; without it they stand in their own order.
 */
export function series(
  data: Resolved,
  { filter, subject: code, split, places: asked }: Question['request'],
  byTotal?: typeof ByTotal,
): Question['answer'] {
  const resolved = restrictTo(data, filter.reports);
  const subject = requireSubject(resolved, code);
  const buckets = figureBuckets(resolved, filter);
  const used = new Set<ReportEntry>();
  const what = { subject, granularity: filter.granularity };
  const use = (status: Status, ids: readonly string[], scope: Scope, parts: readonly Made[]) => {
    for (const report of reportsBehind(resolved, { ...what, status }, ids, scope, parts)) used.add(report);
  };
  /** Columns name the reports of all cells at once; cells made of observations name theirs. */
  const areNamedAtOnce = (status: Status) => flowsFor(resolved, { subject, status }) !== null;
  const drawing = (status: Status, isSource = true) => {
    return ({ key, scope }: { key: string; scope: Scope }) => {
      const parts = cellsAt(resolved, { ...what, status }, buckets, scope);
      if (isSource && !areNamedAtOnce(status)) use(status, buckets, scope, parts);
      return seriesOf(resolved, { key, status, subject, scope, parts });
    };
  };
  const all = scopesOf(resolved, filter, split);
  const order = (some: readonly PlaceScope[]) =>
    byTotal?.(resolved, { ...what, status: 'actual' }, buckets, some) ?? some;
  const { scopes, places } = asked ? placesShown(all, asked, order) : { scopes: all };
  const actual = scopes.map(drawing('actual'));
  const aimedAt = placesAimedAt(resolved, what, buckets);
  const isAimed = ({ scope }: { scope: Scope }) => scope.places.some((place) => aimedAt.has(place));
  const targets = scopes.filter(isAimed).map(drawing('target')).filter(hasValue);
  const whole = totalScope(resolved, filter);
  // What is said about the whole alone is no source of a figure by area, and in any other the series hold it all.
  const overall = drawing('actual', false)({ key: totalKey, scope: whole });
  const shown = { ...whole, ...(split === 'area' && { places: scopes.map(({ key }) => key) }) };
  if (areNamedAtOnce('actual')) use('actual', buckets, shown, []);
  const beyond = bucketsBeyond(resolved, { ...what, status: 'actual' }, buckets)
    .map((bucket) => ({ bucket, made: cellAt(resolved, { ...what, status: 'actual' }, bucket, whole) }))
    .filter(({ made }) => made.cell.state === 'value');
  for (const { bucket, made } of beyond) use('actual', [bucket], whole, [made]);
  const sources = newestFirst(used);
  return {
    subject,
    buckets,
    series: [...actual, ...targets],
    overall,
    beyond: beyond.map(({ bucket, made }) => ({ bucket, cell: made.cell })),
    sources: packSources(sources.map(({ id }) => id)),
    asOf: sources.reduce<string | null>(
      (last, { coverage }) => (coverage && coverage.end > (last ?? '') ? coverage.end : last),
      null,
    ),
    ...(places && { places }),
  };
}

/** Reports by rank, of which each has one of its own: sorting thousands would take longer than finding them. */
function newestFirst(reports: ReadonlySet<ReportEntry>): ReportEntry[] {
  const byRank: ReportEntry[] = [];
  for (const report of reports) byRank[report.rank] = report;
  // Ranks of which there is none are left out.
  return byRank.flat().reverse();
}

/** Places of which a target may stand in some of the buckets: those it is about, and those above. */
function placesAimedAt(
  resolved: Resolved,
  { subject, granularity }: { subject: Subject; granularity: Granularity },
  buckets: readonly string[],
): ReadonlySet<string> {
  const entries =
    subject.kind === 'stock'
      ? entriesOf(resolved, subject, 'target')
      : buckets.flatMap((id) => bucketed(resolved, subject, 'target', granularity).get(id) ?? []);
  return new Set(entries.flatMap(({ within }) => within));
}

function hasValue(one: Series): boolean {
  return one.cells.some(({ state }) => state === 'value');
}

function seriesOf(
  resolved: Resolved,
  from: { key: string; status: Status; subject: Subject; scope: Scope; parts: Made[] },
): Series {
  const total = makeTotal(resolved, from.subject, from.parts, from.scope.places);
  return { key: from.key, status: from.status, cells: from.parts.map(({ cell }) => cell), total: total.cell };
}
