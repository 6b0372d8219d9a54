import type { Observation } from '../../model/observation';
import type { Period } from '../../model/period';
import type { Report } from '../../model/report';
import { dating, type Dated } from '../dated';
import { addToDigest, emptyDigest, type Digest } from '../reportDigest';
import type { Entry, ReportEntry } from '../resolved';
import type { PlaceOrder } from './placeOrder';

/** Reports by number, without their words: sheets call them by it, and it never changes. */
export interface ReportColumns {
  ids: string[];
  /** Coverages, each once. */
  periods: Period[];
  /** By number: its coverage among those, -1 without. */
  period: Int32Array<ArrayBuffer>;
  place: Uint32Array<ArrayBuffer>;
  /** Place in the order of issue; `gone` of one that was removed. */
  rank: Uint32Array<ArrayBuffer>;
  /** Number of the later issue that replaces it; -1 without. */
  supersededBy: Int32Array<ArrayBuffer>;
  /** First and last year that it covers or speaks about; 1 and 0 of nothing. */
  firstYear: Int32Array<ArrayBuffer>;
  lastYear: Int32Array<ArrayBuffer>;
  /** How many numbers it has, and their mark. */
  count: Uint32Array<ArrayBuffer>;
  mark: Uint32Array<ArrayBuffer>;
}

/** The rank of a report that was removed. */
export const gone = 0xffffffff;

/** Years of months. */
const yearOf = (month: number) => Math.floor(month / 12);

/** First and last year of what a report covers and speaks about. */
export function yearsSpoken(coverage: Dated | null, entries: readonly Entry[]): [first: number, last: number] {
  let [first, last] = coverage ? [yearOf(coverage.firstMonth), yearOf(coverage.lastMonth)] : [1, 0];
  for (const { period } of entries) {
    if (!period) continue;
    const [from, to] = [yearOf(period.firstMonth), yearOf(period.lastMonth)];
    [first, last] = first > last ? [from, to] : [Math.min(first, from), Math.max(last, to)];
  }
  return [first, last];
}

/** What observations tell of their reports, by rank. */
export interface SpokenYears {
  years: ([first: number, last: number] | undefined)[];
  digests: (Digest | undefined)[];
}

/** Gathers what some reports say, all of each at once: `entries` in reading order, and all observations that were read. */
export function addSpoken({ years, digests }: SpokenYears, { entries, observations, rankOf }: SpokenReports): void {
  for (let from = 0; from < entries.length;) {
    const report = entries[from]?.report;
    let to = from + 1;
    while (entries[to]?.report === report && to < entries.length) to++;
    if (report) years[report.rank] = yearsSpoken(report.coverage, entries.slice(from, to));
    from = to;
  }
  for (const one of observations) {
    const rank = rankOf(one.reportId);
    if (rank !== undefined) addToDigest((digests[rank] ??= emptyDigest()), one);
  }
}

interface SpokenReports {
  entries: readonly Entry[];
  observations: readonly Observation[];
  rankOf: (reportId: string) => number | undefined;
}

/** Packs reports, which stand in the order of their ranks: those are their numbers. */
export function packReports(
  reports: readonly ReportEntry[],
  spoken: SpokenYears,
  { numberOf }: PlaceOrder,
): ReportColumns {
  const periods = new Map<Dated, number>();
  const periodOf = (coverage: Dated | null) =>
    coverage ? (periods.get(coverage) ?? periods.set(coverage, periods.size).size - 1) : -1;
  const years = reports.map(({ coverage, rank }) => spoken.years[rank] ?? yearsSpoken(coverage, []));
  const digests = reports.map(({ rank }) => spoken.digests[rank] ?? emptyDigest());
  const period = Int32Array.from(reports, ({ coverage }) => periodOf(coverage));
  return {
    ids: reports.map(({ id }) => id),
    periods: Array.from(periods.keys(), ({ start, end }) => ({ start, end })),
    period,
    place: Uint32Array.from(reports, ({ place }) => numberOf.get(place) ?? 0),
    rank: Uint32Array.from(reports, ({ rank }) => rank),
    supersededBy: Int32Array.from(reports, ({ supersededBy }) => supersededBy?.rank ?? -1),
    firstYear: Int32Array.from(years, ([first]) => first),
    lastYear: Int32Array.from(years, ([, last]) => last),
    count: Uint32Array.from(digests, ({ count }) => count),
    mark: Uint32Array.from(digests, ({ mark }) => mark),
  };
}

type WordsOf = (number: number) => Report;

/** A report whose words are read when they are asked for; a class, since a start makes thousands. */
export class PackedReport implements ReportEntry {
  readonly number: number;
  readonly id: string;
  readonly place: string;
  readonly coverage: Dated | null;
  readonly rank: number;
  supersededBy: PackedReport | null = null;
  readonly #wordsOf: (number: number) => Report;

  constructor(facts: Pick<PackedReport, 'number' | 'id' | 'place' | 'coverage' | 'rank'>, wordsOf: WordsOf) {
    this.number = facts.number;
    this.id = facts.id;
    this.place = facts.place;
    this.coverage = facts.coverage;
    this.rank = facts.rank;
    this.#wordsOf = wordsOf;
  }

  get report(): Report {
    return this.#wordsOf(this.number);
  }
}

/** Reports of columns by number, those that were removed missing; `wordsOf` gives a report itself. */
export function openReports(
  columns: ReportColumns,
  places: readonly string[],
  wordsOf: WordsOf,
): (PackedReport | undefined)[] {
  const dated = dating();
  const periods = columns.periods.map(({ start, end }) => dated(start, end));
  const made = Array.from(columns.period, (period, number) => {
    const rank = columns.rank[number] ?? gone;
    if (rank === gone) return undefined;
    const place = places[columns.place[number] ?? 0] ?? '';
    const coverage = periods[period] ?? null;
    return new PackedReport({ number, id: columns.ids[number] ?? '', place, coverage, rank }, wordsOf);
  });
  columns.supersededBy.forEach((later, number) => {
    const entry = made[number];
    if (entry && later >= 0) entry.supersededBy = made[later] ?? null;
  });
  return made;
}

/** Reports in the order of their ranks, each of which one has. */
export function inOrderOfIssue<T extends ReportEntry>(reports: readonly (T | undefined)[]): T[] {
  const ordered: (T | undefined)[] = [];
  for (const entry of reports) if (entry) ordered[entry.rank] = entry;
  return ordered.filter((entry) => entry !== undefined);
}

/** First and last day that any report covers; null when none covers anything. */
export function rangeOfReports({ periods, period, rank }: ReportColumns): Period | null {
  const isUsed = new Uint8Array(periods.length);
  period.forEach((at, number) => {
    if (at >= 0 && rank[number] !== gone) isUsed[at] = 1;
  });
  let range: Period | null = null;
  periods.forEach(({ start, end }, at) => {
    if (isUsed[at] === 0) return;
    range = range
      ? { start: start < range.start ? start : range.start, end: end > range.end ? end : range.end }
      : { start, end };
  });
  return range;
}
