import { categoryCodes } from '../../model/categories';
import type { Observation, Status } from '../../model/observation';
import type { Period } from '../../model/period';
import { newestReports, type Queries } from '../query';
import { rangeOfData } from '../buckets';
import { newestFirst } from '../newestFirst';
import { monthsOf } from '../queries/monthsOf';
import { yearsOf } from '../queries/yearsOf';
import type { Entry, Resolved } from '../resolved';
import { narrowWholes, type Whole } from './column';

/** What the filter bar counts, one row an observation that nobody rejected; each column numbers values of a list. */
export interface FacetColumns {
  periods: (Period | null)[];
  places: string[];
  codes: string[][];
  /** By number of codes: what is hoped for is numbered apart. */
  statuses: Status[];
  /** Report ids. */
  reports: string[];
  period: Whole;
  place: Whole;
  category: Uint8Array<ArrayBuffer>;
  code: Whole;
  report: Whole;
}

/** Numbers values in order of appearance by a key. */
function numbering<T>() {
  const list: T[] = [];
  const known = new Map<string, number>();
  const numberOf = (key: string, value: T) => {
    const number = known.get(key) ?? list.push(value) - 1;
    known.set(key, number);
    return number;
  };
  return { list, numberOf };
}

/** Packs what `facets` asks of observations. */
export function buildFacetColumns({ entries }: Pick<Resolved, 'entries'>): FacetColumns {
  const maker = facetsMaker();
  maker.add(entries.filter(({ observation }) => observation.review !== 'rejected'));
  return maker.finish();
}

/** Packs the same of what `facets` passes over. */
export function rejectedFacets({ entries }: Pick<Resolved, 'entries'>): FacetColumns {
  const maker = facetsMaker();
  maker.add(entries.filter(({ observation }) => observation.review === 'rejected'));
  return maker.finish();
}

/** Gathers observations into columns, some at a time. */
export function facetsMaker() {
  const periods = numbering<Period | null>();
  const places = numbering<string>();
  const codes = numbering<Pick<Observation, 'status'> & Pick<Entry, 'codes'>>();
  const reports = numbering<string>();
  const parts: Pick<FacetColumns, 'period' | 'place' | 'category' | 'code' | 'report'>[] = [];
  const periodNumber = lastOne((period: Entry['period']) =>
    periods.numberOf(period ? `${period.start} ${period.end}` : '', period && { start: period.start, end: period.end }),
  );
  const placeNumber = lastOne((place: string) => places.numberOf(place, place));
  const reportNumber = lastOne((report: Entry['report']) => reports.numberOf(report.id, report.id));
  const codeNumber = (status: Status, own: readonly string[]) =>
    codes.numberOf(`${status}\n${own.join('\n')}`, { status, codes: own });
  return {
    add: (live: readonly Entry[]) =>
      void parts.push({
        period: numbers(live, ({ period }) => periodNumber(period)),
        place: numbers(live, ({ place }) => placeNumber(place)),
        category: Uint8Array.from(numbers(live, ({ observation }) => categoryCodes.indexOf(observation.category))),
        code: numbers(live, ({ codes: own, observation: { status } }) => codeNumber(status, own)),
        report: numbers(live, ({ report }) => reportNumber(report)),
      }),
    finish: (): FacetColumns => ({
      period: narrowWholes(joined(parts.map(({ period }) => period))),
      place: narrowWholes(joined(parts.map(({ place }) => place))),
      category: Uint8Array.from(joined(parts.map(({ category }) => category))),
      code: narrowWholes(joined(parts.map(({ code }) => code))),
      report: narrowWholes(joined(parts.map(({ report }) => report))),
      periods: periods.list,
      places: places.list,
      codes: codes.list.map((one) => [...one.codes]),
      statuses: codes.list.map(({ status }) => status),
      reports: reports.list,
    }),
  };
}

function numbers(entries: readonly Entry[], numberOf: (entry: Entry) => number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(entries.length);
  for (let i = 0; i < made.length; i++) made[i] = numberOf(entries[i] as Entry);
  return made;
}

/** The same function, asked for what it was asked for last without work. */
function lastOne<T>(make: (value: T) => number): (value: T) => number {
  let last: { value: T; made: number } | null = null;
  return (value) => {
    if (last?.value !== value) last = { value, made: make(value) };
    return last.made;
  };
}

function joined(parts: readonly (Whole | Uint8Array)[]): Uint32Array<ArrayBuffer> {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Question = Queries['facets'];
const at = (column: ArrayLike<number>, index: number) => column[index] as number;
/** By number: 1 where a value does not pass; without a test all do. */
const flags = <T>(list: readonly T[], test: ((value: T) => boolean) | null) =>
  test ? Uint8Array.from(list, (value) => (test(value) ? 0 : 1)) : new Uint8Array(list.length);

/** Answers `facets` from its columns: one pass, as the query of the same name does over observations. */
export function facetsFromColumns(
  resolved: Resolved,
  columns: FacetColumns,
  request: Question['request'],
): Question['answer'] {
  const [periods, areas, categories, codes, reports] = countColumns(resolved, columns, request);
  const range = rangeOfData(resolved);
  return {
    years: spread(periods, columns.periods, yearsOf),
    months: spread(periods, columns.periods, monthsOf),
    areas: spread(areas, columns.places, (place) => [place, ...resolved.tree.ancestors(place)]),
    categories: named(categories, categoryCodes),
    subjects: spread(codes, columns.codes, (list) => list),
    reportCount: reports.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0),
    newest: newestOf(resolved, columns, reports),
    from: range?.start ?? null,
    to: range?.end ?? null,
  };
}

/** Counts by facet and number, which the queries of the filter bar share. */
export function countColumns(
  resolved: Resolved,
  columns: FacetColumns,
  request: Question['request'],
): Each<Uint32Array> {
  return countRows(columns, failures(resolved, columns, request));
}

const inOrder = new WeakMap<FacetColumns, number[]>();

/** Numbers of reports, the newest first: there are thousands, which stay in order while the columns do. */
function newestNumbers({ reports }: Resolved, columns: FacetColumns): number[] {
  const known = inOrder.get(columns);
  if (known) return known;
  // An id that stands twice is of a report that has changed: the later number has its rows.
  const numbers = new Map(columns.reports.map((id, number) => [id, number]));
  const made = [...reports].sort(newestFirst).flatMap(({ id }) => numbers.get(id) ?? []);
  inOrder.set(columns, made);
  return made;
}

/** The newest of the reports that count. */
function newestOf(resolved: Resolved, columns: FacetColumns, counts: ArrayLike<number>): Question['answer']['newest'] {
  const newest: Question['answer']['newest'] = [];
  for (const number of newestNumbers(resolved, columns)) {
    const count = at(counts, number);
    if (count > 0) newest.push({ id: columns.reports[number] as string, count });
    if (newest.length === newestReports) break;
  }
  return newest;
}

/** Something of each facet: of periods, places, categories, codes and reports. */
type Each<T> = readonly [T, T, T, T, T];

/**
 * Counts rows by facet and number: those that no facet shuts out count in all, those that one does in that one. Written
 * out, since it goes over all there is: what a report says stands together, mostly of one period and place, so those and
 * the report are looked at once for many rows; and without lists, which cost most while the code has just begun to run.
 */
function countRows(columns: FacetColumns, failed: Each<Uint8Array>): Each<Uint32Array> {
  const { period, place, category, code, report } = columns;
  const [noPeriod, noPlace, noCategory, noCode, noReport] = failed;
  const made = ({ length }: Uint8Array) => new Uint32Array(length);
  const counted: Each<Uint32Array> = [made(noPeriod), made(noPlace), made(noCategory), made(noCode), made(noReport)];
  const [periods, places, categories, codes, reports] = counted;
  for (let row = 0, end: number; row < period.length; row = end) {
    const a = period[row] as number;
    const b = place[row] as number;
    const e = report[row] as number;
    end = row + 1;
    while (end < period.length && report[end] === e && period[end] === a && place[end] === b) end++;
    const isA = noPeriod[a] as number;
    const isB = noPlace[b] as number;
    const isE = noReport[e] as number;
    const outer = isA + isB + isE;
    if (outer > 1) continue;
    let passing = 0;
    for (let at = row; at < end; at++) {
      const c = category[at] as number;
      const d = code[at] as number;
      const inner = (noCategory[c] as number) + (noCode[d] as number);
      if (inner === 0) passing++;
      if (outer > 0 || inner > 1) continue;
      // Where one of the two shuts the row out, that one alone counts it.
      if (inner === noCategory[c]) categories[c] = (categories[c] as number) + 1;
      if (inner === noCode[d]) codes[d] = (codes[d] as number) + 1;
    }
    if (outer === isA) periods[a] = (periods[a] as number) + passing;
    if (outer === isB) places[b] = (places[b] as number) + passing;
    if (outer === isE) reports[e] = (reports[e] as number) + passing;
  }
  return counted;
}

/** By facet and number: 1 where the filter shuts the value out. */
function failures(
  resolved: Resolved,
  columns: FacetColumns,
  { filter, subjects }: Question['request'],
): Each<Uint8Array> {
  const areas = new Set(filter.areas.map((code) => resolved.tree.placeOf(code)));
  const [codes, reports] = [new Set(subjects), new Set(filter.reports)];
  const { from, to } = filter;
  return [
    flags(columns.periods, (period) =>
      period ? (from ?? '') <= period.end && (to === null || period.start <= to) : from === null && to === null,
    ),
    flags(
      columns.places,
      areas.size === 0 ? null : (place) => [place, ...resolved.tree.ancestors(place)].some((one) => areas.has(one)),
    ),
    flags(categoryCodes, filter.categories.length === 0 ? null : (code) => filter.categories.includes(code)),
    flags(columns.codes, codes.size === 0 ? null : (list) => list.some((code) => codes.has(code))),
    flags(columns.reports, reports.size === 0 ? null : (id) => reports.has(id)),
  ];
}

/** Counts of numbers by their names, of which each that counts has one of its own. */
export function named(counts: ArrayLike<number>, names: readonly string[]): Record<string, number> {
  const all: Record<string, number> = {};
  names.forEach((name, number) => {
    const count = at(counts, number);
    if (count > 0) all[name] = count;
  });
  return all;
}

/** Counts of numbers as counts of what the numbers stand for. */
function spread<T>(
  counts: ArrayLike<number>,
  list: readonly T[],
  keysOf: (value: T) => readonly string[],
): Record<string, number> {
  const all: Record<string, number> = {};
  list.forEach((value, number) => {
    const count = at(counts, number);
    if (count > 0) for (const key of keysOf(value)) all[key] = (all[key] ?? 0) + count;
  });
  return all;
}
