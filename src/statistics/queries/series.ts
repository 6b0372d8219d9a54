import type { Status } from '../../model/observation';
import { figureBuckets } from '../buckets';
import { makeCell, makeTotal, type Made, type Scope } from '../cell';
import { bucketsBeyond, cellAt, requireSubject, slotAt } from '../cellAt';
import type { Queries, Series, Subject } from '../query';
import { reportsNewestFirst } from '../readingOrder';
import { restrictTo } from '../resolveDataset';
import type { Entry, Resolved } from '../resolved';
import { scopesOf, totalKey, totalScope } from '../scopes';
import { entriesOf } from '../slot';

type Question = Queries['series'];

/**
 * One subject over the buckets of a range, split by area, category or not at all.
 * The series of actual numbers come first, then those of targets, where any bucket has one. `overall` is the figure
 * unsplit and is not the sum of an area split. `beyond` holds what is longer than the figure's buckets.
 */
export function series(data: Resolved, { filter, subject: code, split }: Question['request']): Question['answer'] {
  const resolved = restrictTo(data, filter.reports);
  const subject = requireSubject(resolved, code);
  const buckets = figureBuckets(resolved, filter);
  const used = new Set<Entry>();
  const what = { subject, granularity: filter.granularity };
  const use = ({ counted }: Made) => counted.forEach((entry) => used.add(entry));
  const drawing = (status: Status, note: (made: Made) => void = use) => {
    const slots = buckets.map((bucket) => slotAt(resolved, { ...what, status }, bucket));
    return ({ key, scope }: { key: string; scope: Scope }) => {
      const parts = slots.map((slot) => makeCell(resolved, slot, scope));
      parts.forEach(note);
      return seriesOf(resolved, { key, status, subject, scope, parts });
    };
  };
  const scopes = scopesOf(resolved, filter, split);
  const draw = drawing('actual');
  const actual = scopes.map(draw);
  const isAimed = entriesOf(resolved, subject, 'target').length > 0;
  const targets = isAimed ? scopes.map(drawing('target')).filter(hasValue) : [];
  const whole = totalScope(resolved, filter);
  // What is said about the whole alone is no source of a figure by area, and in any other the series hold it all.
  const overall = drawing('actual', () => undefined)({ key: totalKey, scope: whole });
  const beyond = bucketsBeyond(resolved, { ...what, status: 'actual' }, buckets)
    .map((bucket) => ({ bucket, ...cellAt(resolved, { ...what, status: 'actual' }, bucket, whole) }))
    .filter(({ cell }) => cell.state === 'value');
  for (const { counted } of beyond) counted.forEach((entry) => used.add(entry));
  const sources = reportsNewestFirst(used);
  return {
    subject,
    buckets,
    series: [...actual, ...targets],
    overall,
    beyond: beyond.map(({ bucket, cell }) => ({ bucket, cell })),
    sources: sources.map(({ report }) => report.id),
    asOf: sources.reduce<string | null>(
      (last, { coverage }) => (coverage && coverage.end > (last ?? '') ? coverage.end : last),
      null,
    ),
  };
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
