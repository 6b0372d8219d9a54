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
/** Gives the report of a number; undefined of one that was removed, or that there is not. */
export type OpenReport = (number: number) => PackedReport | undefined;

/** What all reports of the same columns share. */
interface Shared {
  columns: ReportColumns;
  places: readonly string[];
  periods: readonly (Dated | null)[];
  wordsOf: WordsOf;
  open: OpenReport;
}

/** A report of which all is read off columns when it is asked for: there are thousands. */
export class PackedReport implements ReportEntry {
  readonly number: number;
  readonly rank: number;
  readonly #shared: Shared;

  constructor(number: number, shared: Shared) {
    this.number = number;
    this.rank = shared.columns.rank[number] ?? gone;
    this.#shared = shared;
  }

  get id(): string {
    return this.#shared.columns.ids[this.number] ?? '';
  }

  get report(): Report {
    return this.#shared.wordsOf(this.number);
  }

  get place(): string {
    const { columns, places } = this.#shared;
    return places[columns.place[this.number] ?? 0] ?? '';
  }

  get coverage(): Dated | null {
    const { columns, periods } = this.#shared;
    return periods[columns.period[this.number] ?? -1] ?? null;
  }

  get supersededBy(): PackedReport | null {
    const { columns, open } = this.#shared;
    return open(columns.supersededBy[this.number] ?? -1) ?? null;
  }
}

/** The way to the reports of columns, each made once, when it is asked for; `wordsOf` gives what a report itself says. */
export function openReports(columns: ReportColumns, places: readonly string[], wordsOf: WordsOf): OpenReport {
  const dated = dating();
  const periods = columns.periods.map(({ start, end }) => dated(start, end));
  const made: (PackedReport | undefined)[] = [];
  const open: OpenReport = (number) => {
    if ((columns.rank[number] ?? gone) === gone) return undefined;
    return (made[number] ??= new PackedReport(number, shared));
  };
  const shared: Shared = { columns, places, periods, wordsOf, open };
  return open;
}

const inOrder = new WeakMap<ReportColumns, Uint32Array>();

/** Numbers of reports in the order of their ranks, each of which one has. */
export function numbersByRank(columns: ReportColumns): Uint32Array {
  const known = inOrder.get(columns);
  if (known) return known;
  const order = new Uint32Array(columns.rank.length);
  let count = 0;
  columns.rank.forEach((rank, number) => {
    if (rank === gone) return;
    order[rank] = number;
    count++;
  });
  const made = order.subarray(0, count);
  inOrder.set(columns, made);
  return made;
}

/** All reports in the order of their ranks. */
export function inOrderOfIssue(columns: ReportColumns, open: OpenReport): PackedReport[] {
  return Array.from(numbersByRank(columns)).flatMap((number) => open(number) ?? []);
}

/** First and last day that any report covers; null where none covers anything. */
export function rangeOfReports({ periods, period, rank }: ReportColumns): Period | null {
  const isUsed = new Uint8Array(periods.length);
  period.forEach((one, number) => {
    if (one >= 0 && rank[number] !== gone) isUsed[one] = 1;
  });
  const used = periods.filter((_, one) => isUsed[one] === 1);
  const [first] = used;
  if (!first) return null;
  return used.reduce((range, { start, end }) => ({
    start: start < range.start ? start : range.start,
    end: end > range.end ? end : range.end,
  }));
}

/** How many reports speak of each place that any speaks of, by the place's code; `places` are codes by number. */
export function countByPlace({ place, rank }: ReportColumns, places: readonly string[]): Record<string, number> {
  const counts = new Uint32Array(places.length);
  for (let number = 0; number < place.length; number++) {
    const one = place[number] as number;
    if (rank[number] !== gone) counts[one] = (counts[one] as number) + 1;
  }
  const byCode: Record<string, number> = {};
  for (const [one, code] of places.entries()) if (counts[one]) byCode[code] = counts[one];
  return byCode;
}
