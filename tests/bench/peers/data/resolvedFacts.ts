import { categoryCodes } from '../../../../src/model/categories';
import type { Dataset } from '../../../../src/model/dataset';
import { bucketOf, monthIndex } from '../../../../src/model/period';
import { qualifiers } from '../../../../src/model/qualifier';
import { spanOf } from '../../../../src/statistics/buckets';
import { coverageOf } from '../../../../src/statistics/coverage';
import { decide } from '../../../../src/statistics/decide';
import { parseSubject } from '../../../../src/statistics/parseSubject';
import { resolveDataset } from '../../../../src/statistics/resolveDataset';
import type { Entry, Resolved } from '../../../../src/statistics/resolved';
import { bucketed, makeSlot } from '../../../../src/statistics/slot';
import { factSubjects } from '../factSubjects';
import { coveredSubject, factsOf, noCounty, type FactRow, type Facts } from '../facts';
import type { Known } from '../world';

/** What facts say where an observation counts. */
type Where = Pick<FactRow, 'area' | 'root'>;

/**
 * What counts for a county or for the total over all areas, month by month, as our statistics decide: of every measure's
 * flows, those that are asked for first; then which counties' months reports cover.
 */
export function resolvedFacts(dataset: Dataset, known: Known): Facts {
  const resolved = resolveDataset(dataset);
  const numberOf = new Map(known.counties.map((code, i) => [code, i]));
  const rows = factSubjects(known.subjects).flatMap((code, subject) =>
    countedRows(resolved, numberOf, code).map((row) => ({ ...row, subject })),
  );
  const all = [...rows, ...coveredRows(resolved, numberOf)];
  return factsOf(all.map((row) => ({ ...row, month: row.month - known.firstMonth })));
}

/** What counts of one measure's flows; months since year 0. */
function countedRows(resolved: Resolved, numberOf: ReadonlyMap<string, number>, code: string): FactRow[] {
  const places = resolved.tree.places.flatMap(({ place }) => (numberOf.has(place) ? [place] : []));
  const subject = parseSubject(code, []);
  if (!subject) throw new Error(`unknown subject: ${code}`);
  const rows: FactRow[] = [];
  for (const [bucket, pool] of bucketed(resolved, subject, 'actual', 'M')) {
    const span = spanOf(bucket);
    const slot = makeSlot(resolved, { subject, status: 'actual', span }, pool);
    const counted = new Map<Entry, Where>();
    for (const place of places)
      for (const entry of decide(resolved, slot, place).counted)
        counted.set(entry, { area: numberOf.get(place) ?? noCounty, root: 0 });
    for (const root of resolved.tree.roots)
      for (const entry of decide(resolved, slot, root).counted)
        counted.set(entry, { area: counted.get(entry)?.area ?? noCounty, root: 1 });
    for (const [entry, where] of counted) rows.push(rowOf(entry, where, monthIndex(span.start)));
  }
  return rows;
}

const rowOf = ({ observation }: Entry, where: Where, month: number): FactRow => ({
  value: observation.value,
  ...where,
  month,
  subject: 0,
  category: categoryCodes.indexOf(observation.category),
  qualifier: qualifiers.indexOf(observation.qualifier),
});

/** Counties and months that a report lies in, whatever it names: what it does not name there is 未提及. */
function coveredRows(resolved: Resolved, numberOf: ReadonlyMap<string, number>): FactRow[] {
  const nothing = { value: 0, subject: coveredSubject, category: 0, root: 0, qualifier: 0 };
  const buckets = new Set(resolved.reports.flatMap(({ coverage }) => (coverage ? bucketOf(coverage.start, 'M') : [])));
  return [...buckets].flatMap((bucket) => {
    const span = spanOf(bucket);
    const covered = [...coverageOf(resolved, span).within.keys()];
    const areas = covered.flatMap((place) => numberOf.get(place) ?? []);
    return areas.map((area) => ({ ...nothing, area, month: monthIndex(span.start) }));
  });
}
