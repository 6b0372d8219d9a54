import { categoryCodes } from '../../../src/model/categories';
import type { Dataset } from '../../../src/model/dataset';
import type { Observation, Status } from '../../../src/model/observation';
import { isIsoDate } from '../../../src/model/period';
import type { Report } from '../../../src/model/report';
import type { CellAddress, Filter, Queries, Split } from '../../../src/statistics/query';
import { packSources } from '../../../src/statistics/sources';
import { cellAt, totalOf, type Figure, type Scope, type Shown } from './cells';
import {
  coverage,
  figureBuckets,
  isCoarser,
  isLive,
  isOf,
  naturalBucket,
  period,
  reportOf,
  spanOf,
  subjectOf,
  tellsBefore,
  touches,
  worldOf,
  type World,
} from './world';

export function totalScope(world: World, filter: Filter): Scope {
  const { tree } = world;
  const chosen = tree.places
    .map(({ place }) => place)
    .filter((place) => filter.areas.some((code) => tree.placeOf(code) === place));
  const top = chosen.filter((place) => !chosen.some((other) => other !== place && tree.contains(other, place)));
  return { places: filter.areas.length === 0 ? [...tree.roots] : top, categories: filter.categories };
}

export function scopesOf(world: World, filter: Filter, split: Split): { key: string; scope: Scope }[] {
  const { tree } = world;
  const whole = totalScope(world, filter);
  if (split === 'category') {
    const shown =
      filter.categories.length === 0 ? categoryCodes : categoryCodes.filter((c) => filter.categories.includes(c));
    return shown.map((code) => ({ key: code, scope: { ...whole, categories: [code] } }));
  }
  if (split === 'none') return [{ key: 'total', scope: whole }];
  const chosen = tree.places
    .map(({ place }) => place)
    .filter((place) => filter.areas.some((code) => tree.placeOf(code) === place));
  const counties = tree.places.filter(({ level }) => level === 'county' || level === 'functional-zone');
  let shown = chosen;
  if (chosen.length === 0) shown = counties.map(({ place }) => place);
  if (chosen.length === 1 && chosen[0] !== undefined) {
    const children = [...tree.children(chosen[0])];
    if (children.length > 0) shown = children;
  }
  return shown.map((place) => ({ key: place, scope: { places: [place], categories: filter.categories } }));
}

export function series(dataset: Dataset, request: Queries['series']['request']): Queries['series']['answer'] {
  const { filter, split } = request;
  const world = worldOf(dataset, filter.reports);
  const subject = subjectOf(dataset, request.subject);
  const buckets = figureBuckets(world, filter);
  const counted: Observation[] = [];
  const draw = (key: string, scope: Scope, status: Status) => {
    const figure: Figure = { subject, status, granularity: filter.granularity };
    const parts = buckets.map((bucket) => cellAt(world, figure, bucket, scope));
    const isShown = status === 'actual' || parts.some(({ cell }) => cell.state === 'value');
    if (isShown) counted.push(...parts.flatMap((part) => part.counted));
    const cells = parts.map(({ cell }) => cell);
    return { isShown, series: { key, status, cells, total: totalOf(world, figure, parts, scope).cell } };
  };
  const scopes = scopesOf(world, filter, split);
  const actual = scopes.map(({ key, scope }) => draw(key, scope, 'actual').series);
  const targets = scopes.map(({ key, scope }) => draw(key, scope, 'target')).filter(({ isShown }) => isShown);
  const drawn = [...counted];
  const overall = draw('total', totalScope(world, filter), 'actual').series;
  counted.splice(0, counted.length, ...drawn);
  const beyond = beyondOf(world, { subject, status: 'actual', granularity: filter.granularity }, buckets, filter);
  counted.push(...beyond.flatMap((one) => one.counted));
  const sources = world.reports.filter(({ id }) => counted.some(({ reportId }) => reportId === id));
  sources.sort((a, b) => (tellsBefore(a, b) ? 1 : -1));
  return {
    subject,
    buckets,
    series: [...actual, ...targets.map((target) => target.series)],
    overall,
    beyond: beyond.map(({ bucket, cell }) => ({ bucket, cell })),
    sources: packSources(sources.map(({ id }) => id)),
    asOf:
      sources
        .map(({ coverageEnd }) => coverageEnd)
        .sort()
        .at(-1) ?? null,
  };
}

function beyondOf(world: World, figure: Figure, buckets: string[], filter: Filter): Shown[] {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined || figure.subject.kind === 'stock') return [];
  const range = { start: spanOf(first).start, end: spanOf(last).end };
  const natural = world.observations.flatMap((o) => {
    const when = period(o);
    return when ? [naturalBucket(when)] : [];
  });
  const coarser = [...new Set(natural)].filter(
    (bucket) => isCoarser(bucket, figure.granularity) && touches(spanOf(bucket), range),
  );
  const inTime = (bucket: string) => `${spanOf(bucket).start} ${spanOf(bucket).end}`;
  coarser.sort((a, b) => (inTime(a) < inTime(b) ? -1 : 1));
  const shown = coarser.map((bucket) => cellAt(world, figure, bucket, totalScope(world, filter)));
  return shown.filter(({ cell }) => cell.state === 'value');
}

export interface TwinExplanation {
  cell: Shown['cell'];
  counted: Observation[];
  leftOut: { observation: Observation; reason: string }[];
}

export function explain(dataset: Dataset, filter: Filter, address: CellAddress): TwinExplanation {
  const world = worldOf(dataset, filter.reports);
  const subject = subjectOf(dataset, address.subject);
  const figure: Figure = { subject, status: address.status, granularity: filter.granularity };
  const found = scopesOf(world, filter, address.split).find(({ key }) => key === address.key);
  const scope = address.key === 'total' ? totalScope(world, filter) : found?.scope;
  if (!scope) throw new Error(address.key);
  const buckets = address.buckets.length > 0 ? address.buckets : figureBuckets(world, filter);
  const parts = buckets.map((bucket) => cellAt(world, figure, bucket, scope));
  const { cell, counted, leftOut } = totalOf(world, figure, parts, scope);
  const longer = world.observations.filter((o) => {
    const when = period(o);
    if (!when || subject.kind === 'stock' || o.status !== address.status) return false;
    return (
      isOf(o, subject) &&
      isLive(world, o) &&
      isCoarser(naturalBucket(when), filter.granularity) &&
      scope.places.some((place) => world.tree.contains(place, o.refArea)) &&
      (scope.categories.length === 0 || scope.categories.includes(o.category)) &&
      buckets.some((bucket) => !isCoarser(bucket, filter.granularity) && touches(spanOf(bucket), when))
    );
  });
  const beyond = longer.map((observation) => ({ observation, reason: 'longer-than-bucket' }));
  return {
    cell,
    counted,
    leftOut: [...leftOut.map(({ observation, reason }) => ({ observation, reason })), ...beyond],
  };
}

const codesOf = (observation: Observation): string[] => {
  const isRate = observation.measure === 'rate' || observation.kind === 'rate';
  const measure = observation.kind === 'stock' ? `${observation.measure}.stock` : observation.measure;
  const code = isRate ? 'rate' : measure;
  return observation.indicator === null ? [code] : [code, observation.indicator];
};

export function rows(dataset: Dataset, filter: Filter, subjects: string[]): Observation[] {
  const world = worldOf(dataset, []);
  const { tree } = world;
  const found = world.observations.filter((o) => {
    const when = period(o);
    const inTime = when
      ? (filter.from === null || when.end >= filter.from) && (filter.to === null || when.start <= filter.to)
      : filter.from === null && filter.to === null;
    return (
      inTime &&
      (filter.areas.length === 0 || filter.areas.some((place) => tree.contains(place, o.refArea))) &&
      (filter.categories.length === 0 || filter.categories.includes(o.category)) &&
      (filter.reports.length === 0 || filter.reports.includes(o.reportId)) &&
      (subjects.length === 0 || codesOf(o).some((code) => subjects.includes(code)))
    );
  });
  return found.sort((a, b) => {
    const [x, y] = [period(a)?.end ?? '', period(b)?.end ?? ''];
    if (x !== y) return x < y ? 1 : -1;
    if (a.reportId === b.reportId) return a.start - b.start;
    return tellsBefore(reportOf(world, a), reportOf(world, b)) ? 1 : -1;
  });
}

/** How many observations that nobody rejected each key has. */
function countBy(dataset: Dataset, filter: Filter, subjects: string[], keys: (o: Observation) => string[]) {
  const counts: Record<string, number> = {};
  for (const o of rows(dataset, filter, subjects)) {
    if (o.review === 'rejected') continue;
    for (const key of new Set(keys(o))) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

export function reportCounts(dataset: Dataset, filter: Filter, subjects: string[]): Record<string, number> {
  return countBy(dataset, { ...filter, reports: [] }, subjects, ({ reportId }) => [reportId]);
}

function newest(dataset: Dataset, counts: Record<string, number>): Queries['facets']['answer']['newest'] {
  const endOf = ({ coverageStart, coverageEnd }: Report) =>
    isIsoDate(coverageStart) && isIsoDate(coverageEnd) && coverageStart <= coverageEnd ? coverageEnd : '';
  const counted = dataset.reports.filter(({ id }) => (counts[id] ?? 0) > 0);
  const byId = counted.sort((a, b) => (a.id < b.id ? -1 : 1));
  const ends = [...new Set(byId.map(endOf))].sort().reverse();
  const inOrder = ends.flatMap((end) => byId.filter((report) => endOf(report) === end));
  return inOrder.slice(0, 6).map(({ id }) => ({ id, count: counts[id] ?? 0 }));
}

export function facets(dataset: Dataset, filter: Filter, subjects: string[]): Queries['facets']['answer'] {
  const world = worldOf(dataset, []);
  const count = (partOfFilter: Partial<Filter>, keys: (o: Observation) => string[], codes = subjects) =>
    countBy(dataset, { ...filter, ...partOfFilter }, codes, keys);
  const yearsOf = (o: Observation) => {
    const when = period(o);
    if (!when) return [];
    const years = [];
    for (let year = Number(when.start.slice(0, 4)); year <= Number(when.end.slice(0, 4)); year++)
      years.push(String(year));
    return years;
  };
  const monthsOf = (o: Observation) => {
    const when = period(o);
    const months = [];
    const last = when?.end.slice(0, 7) ?? '';
    for (let month = when?.start.slice(0, 7) ?? '-'; month <= last;) {
      months.push(month);
      const [year = 0, number = 0] = month.split('-').map(Number);
      month = number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
    }
    return months;
  };
  const ofReports = reportCounts(dataset, filter, subjects);
  const spans = world.reports.map(coverage);
  return {
    months: count({ from: null, to: null }, monthsOf),
    years: count({ from: null, to: null }, yearsOf),
    areas: count({ areas: [] }, ({ refArea }) => [world.tree.placeOf(refArea), ...world.tree.ancestors(refArea)]),
    categories: count({ categories: [] }, ({ category }) => [category]),
    subjects: count({}, codesOf, []),
    reportCount: Object.keys(ofReports).length,
    newest: newest(dataset, ofReports),
    from: spans.map(({ start }) => start).sort()[0] ?? null,
    to:
      spans
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? null,
  };
}
