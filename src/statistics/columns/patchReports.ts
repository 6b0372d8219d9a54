import type { Observation } from '../../model/observation';
import type { Report } from '../../model/report';
import { dating } from '../dated';
import { addToDigest, emptyDigest } from '../reportDigest';
import { byIssue, linkRevisions } from '../revisions';
import type { ReportEntry } from '../resolved';
import { gone, numbersByRank, type ReportColumns } from './reportColumns';

/** A report with what it says. */
export interface Reported {
  report: Report;
  observations: readonly Observation[];
}

/** A report before and after a change; null where it was not there, or is not any more. */
export interface ReportChange {
  id: string;
  before: Reported | null;
  after: Reported | null;
}

/** Reports after some changes. */
export interface PatchedReports {
  columns: ReportColumns;
  /** Numbers of the changed reports, in the order of the changes. */
  numbers: number[];
  /** Numbers of other reports that are replaced now and were not, or the other way round. */
  flipped: number[];
  wordsOf: (number: number) => Report;
}

const grown = <T extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(column: T, length: number): T => {
  const longer = new (column.constructor as new (length: number) => T)(length);
  longer.set(column);
  return longer;
};

/**
 * Applies changes to the columns of reports: numbers stay, new reports come last.
 * `placeOf` gives the number of an area's place, `years` what a report covers and speaks about.
 */
export function patchReports(
  old: ReportColumns,
  changes: readonly ReportChange[],
  {
    wordsOf: oldWordsOf,
    placeOf,
    yearsOf,
  }: {
    wordsOf: (number: number) => Report;
    placeOf: (code: string) => number;
    yearsOf: (reported: Reported) => [first: number, last: number];
  },
): PatchedReports {
  const numbers: number[] = [];
  const ids = [...old.ids];
  for (const { id } of changes) {
    const known = ids.indexOf(id);
    numbers.push(known >= 0 ? known : ids.push(id) - 1);
  }
  const words = new Map(numbers.flatMap((number, i) => (changes[i]?.after ? [[number, changes[i].after.report]] : [])));
  const wordsOf = (number: number) => words.get(number) ?? oldWordsOf(number);
  const columns: ReportColumns = {
    ids,
    periods: [...old.periods],
    period: grown(old.period, ids.length),
    place: grown(old.place, ids.length),
    rank: grown(old.rank, ids.length),
    supersededBy: grown(old.supersededBy, ids.length),
    firstYear: grown(old.firstYear, ids.length),
    lastYear: grown(old.lastYear, ids.length),
    count: grown(old.count, ids.length),
    mark: grown(old.mark, ids.length),
  };
  const touched: Group[] = [];
  const groupOf = (number: number): Group => ({ place: columns.place[number], period: columns.period[number] });
  numbers.forEach((number, i) => {
    const change = changes[i];
    if (change?.before) touched.push(groupOf(number));
    writeReport(columns, number, change?.after ?? null, { placeOf, yearsOf });
    if (change?.after) touched.push(groupOf(number));
  });
  rankAnew(old, columns, numbers, wordsOf);
  const flipped = relink(columns, numbersIn(columns, touched), wordsOf);
  return { columns, numbers, flipped: flipped.filter((number) => !numbers.includes(number)), wordsOf };
}

/** Reports of one place with the same coverage, of which one may replace another. */
interface Group {
  place: number | undefined;
  period: number | undefined;
}

function numbersIn({ place, period, rank }: ReportColumns, groups: readonly Group[]): number[] {
  const numbers: number[] = [];
  place.forEach((at, number) => {
    if (rank[number] === gone) return;
    if (groups.some((group) => group.place === at && group.period === period[number])) numbers.push(number);
  });
  return numbers;
}

function writeReport(
  columns: ReportColumns,
  number: number,
  after: Reported | null,
  { placeOf, yearsOf }: { placeOf: (code: string) => number; yearsOf: (reported: Reported) => [number, number] },
): void {
  if (!after) {
    columns.rank[number] = gone;
    columns.supersededBy[number] = -1;
    [columns.count[number], columns.mark[number]] = [0, 0];
    return;
  }
  const { report, observations } = after;
  const coverage = dating()(report.coverageStart, report.coverageEnd);
  const known = columns.periods.findIndex(({ start, end }) => start === coverage?.start && end === coverage.end);
  const { start = '', end = '' } = coverage ?? {};
  columns.period[number] = !coverage ? -1 : known >= 0 ? known : columns.periods.push({ start, end }) - 1;
  columns.place[number] = placeOf(report.refArea);
  columns.rank[number] = 0;
  columns.supersededBy[number] = -1;
  [columns.firstYear[number], columns.lastYear[number]] = yearsOf(after);
  const digest = emptyDigest();
  for (const observation of observations) addToDigest(digest, observation);
  [columns.count[number], columns.mark[number]] = [digest.count, digest.mark];
}

/** Puts changed reports where they belong in the order of issue. */
function rankAnew(
  old: ReportColumns,
  columns: ReportColumns,
  changed: readonly number[],
  wordsOf: (number: number) => Report,
): void {
  const order = Array.from(numbersByRank(old)).filter((number) => !changed.includes(number));
  const endOf = (number: number) => columns.periods[columns.period[number] ?? -1]?.end;
  const compare = (a: number, b: number) => {
    const [x, y] = [endOf(a), endOf(b)];
    if (x !== undefined && y !== undefined && x !== y) return x < y ? -1 : 1;
    return byIssue(wordsOf(a), wordsOf(b));
  };
  for (const number of changed) {
    if (columns.rank[number] === gone) continue;
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(order[middle] ?? 0, number) < 0) low = middle + 1;
      else high = middle;
    }
    order.splice(low, 0, number);
  }
  order.forEach((number, rank) => (columns.rank[number] = rank));
}

/** Links the revisions of some reports again; gives those that are replaced now and were not, or the other way round. */
function relink(columns: ReportColumns, numbers: readonly number[], wordsOf: (number: number) => Report): number[] {
  const entries = numbers.map((number): ReportEntry => ({
    id: columns.ids[number] ?? '',
    report: wordsOf(number),
    place: String(columns.place[number]),
    coverage: null,
    rank: number,
    supersededBy: null,
  }));
  linkRevisions(entries);
  return entries.flatMap(({ rank: number, supersededBy }) => {
    const before = columns.supersededBy[number] ?? -1;
    columns.supersededBy[number] = supersededBy?.rank ?? -1;
    return before >= 0 === (supersededBy !== null) ? [] : [number];
  });
}
