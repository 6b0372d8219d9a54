import type { Dataset } from '../../model/dataset';
import type { Granularity } from '../../model/period';
import type { Report } from '../../model/report';
import { spanOf } from '../buckets';
import { treeOf } from '../treeOf';
import { byPlaceInText, entryMaker } from '../entryMaker';
import { digestLine } from '../reportDigest';
import { nothingRemembered } from '../nothingRemembered';
import type { Entry, Resolved } from '../resolved';
import { bucketId } from './bucketNumber';
import type { Columns } from './buildColumns';
import type { CellsByBucket, Flows, OpenSheet } from './flows';
import { sheetKey, type FlowSheet, type RollUp } from './flowSheet';
import type { Others } from './otherColumns';
import { placeCoverage } from './placeCoverage';
import { placeOrder, type PlaceOrder } from './placeOrder';
import { inOrderOfIssue, numbersByRank, openReports, rangeOfReports } from './reportColumns';
import { cellsThatCount } from './cellsThatCount';
import { spanCoverage } from './spanCoverage';
import { rollUp } from './rollUp';
import { wholeOf } from './sumUp';

/** The way to a sheet, which is null where there is none. */
export type FindSheet = (subject: string, granularity: Granularity | null) => FlowSheet | null;

/** Sheets by subject and granularity. */
export function sheetFinder(sheets: readonly FlowSheet[]): FindSheet {
  const byKey = new Map(sheets.map((sheet) => [sheetKey(sheet.subject, sheet.granularity), sheet]));
  return (subject, granularity) => byKey.get(sheetKey(subject, granularity)) ?? null;
}

/** Columns without what comes by subject, and when it is asked for. */
export type ColumnsHead = Omit<Columns, 'sheets' | 'others' | 'facets'>;

/** What columns stand beside, and the ways to what is not in their head. */
export interface ColumnSources {
  beside: Pick<Dataset, 'areas' | 'indicators'>;
  sheet: FindSheet;
  /** Gives a report itself, where an answer names some. */
  wordsOf?: (number: number) => Report;
}

/** Columns that answer `tiles`, `series`, `refresh` and `digest`; `addOthers` before a subject that has some is asked for. */
export interface OpenedColumns {
  resolved: Resolved;
  addOthers: (others: Others) => void;
}

const noWords = (): never => {
  throw new Error('columns answer without the words of reports');
};

/**
 * Makes columns answer, equal to the data that they were built from. Questions about single observations (`explain` of flows,
 * `rows`, `table`) and restrictions to reports need observations beside them.
 */
export function openColumns(columns: ColumnsHead, { beside, sheet, wordsOf = noWords }: ColumnSources): OpenedColumns {
  const tree = treeOf(beside.areas);
  const order = placeOrder(tree, columns.places);
  const coverage = placeCoverage(columns.coverage, order);
  const reportOf = openReports(columns.reports, columns.places, wordsOf);
  // Thousands of them, which few questions look at one by one.
  const inOrder = once(() => inOrderOfIssue(columns.reports, reportOf));
  const flows: Flows = {
    order,
    units: columns.units,
    open: opener(sheet, order, coverage.at, tree.roots),
    coverage: coverage.at,
    covered: coverage.covered,
    roots: tree.roots,
    numbersOf: numbering(order),
    reportCount: columns.reports.ids.length,
    report: reportOf,
    monthsOf: (number) => {
      const { firstMonth = -1, lastMonth = -1 } = reportOf(number)?.coverage ?? {};
      return [firstMonth, lastMonth];
    },
    speakers: new WeakMap(),
    digest: () =>
      Array.from(numbersByRank(columns.reports), (number) => {
        const [count = 0, mark = 0] = [columns.reports.count[number], columns.reports.mark[number]];
        return digestLine(columns.reports.ids[number] ?? '', { count, mark });
      }).join(''),
  };
  const [byId, bySubject] = [new Map<string, Entry>(), new Map<string, readonly Entry[]>()];
  const resolved: Resolved = {
    dataset: { ...beside, reports: [], observations: [] },
    tree,
    get reports() {
      return inOrder();
    },
    entries: [],
    byId,
    bySubject,
    flows,
    coverage: spanCoverage({ sheets: columns.coverage, reports: columns.reports, order, tree, open: reportOf }),
    isAimed: (subject, granularity) => columns.aims[subject]?.includes(granularity) ?? false,
    facets: null,
    remembered: { ...nothingRemembered(), range: rangeOfReports(columns.reports) },
  };
  const entryOf = entryMaker(tree);
  const addOthers = ({ subject, observations, report }: Others) => {
    const entries = observations.flatMap((observation, i) => {
      const from = reportOf(report[i] ?? -1);
      const entry = byId.get(observation.id) ?? (from && entryOf(observation, from));
      if (entry) byId.set(observation.id, entry);
      return entry ?? [];
    });
    entries.sort((a, b) => a.report.rank - b.report.rank || byPlaceInText(a, b));
    entries.forEach((entry, i) => (entry.index = readingIndex(entry, entries[i - 1])));
    bySubject.set(
      subject,
      entries.filter(({ codes }) => codes.includes(subject)),
    );
  };
  return { resolved, addOthers };
}

/** Makes something when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

const textBase = 2 ** 32;

/** A place in the reading order that is right among entries of whatever subject. */
function readingIndex({ report, observation }: Entry, before: Entry | undefined): number {
  const index = report.rank * textBase + observation.start;
  return before && Math.floor(before.index) === index ? before.index + 2 ** -8 : index;
}

/** Opens sheets, each once; another that has taken its place is another. */
function opener(
  find: FindSheet,
  order: PlaceOrder,
  coverage: Flows['coverage'],
  roots: readonly string[],
): Flows['open'] {
  const opened = new WeakMap<FlowSheet, OpenSheet>();
  const rootNumbers = roots.map((code) => order.numberOf.get(code) ?? 0);
  const open = (sheet: FlowSheet): OpenSheet => {
    const { granularity, spans } = sheet;
    const spanIn = (bucket: number) =>
      spanOf(granularity === null ? (spans[bucket] ?? '') : bucketId(granularity, bucket));
    const coverageOf = (bucket: number) => coverage(spanIn(bucket));
    const known = new Map<number, RollUp>();
    let whole: RollUp | null = null;
    let counting: CellsByBucket | null = null;
    return {
      sheet,
      rolled: (place) => {
        const made = known.get(place) ?? rollUp(sheet, [place], order, coverageOf);
        known.set(place, made);
        return made;
      },
      whole: () => (whole ??= wholeOf(sheet, rootNumbers, order, coverageOf)),
      cellsInWhole: () => (counting ??= cellsThatCount(sheet, rootNumbers, order, coverageOf)),
    };
  };
  return (subject, granularity) => {
    const sheet = find(subject, granularity);
    if (!sheet) return null;
    const made = opened.get(sheet) ?? open(sheet);
    opened.set(sheet, made);
    return made;
  };
}

/** Numbers the places of lists, each list once. */
function numbering({ numberOf }: PlaceOrder): Flows['numbersOf'] {
  const known = new WeakMap<readonly string[], number[]>();
  return (places) => {
    const numbers = known.get(places) ?? places.map((place) => numberOf.get(place) ?? -1);
    known.set(places, numbers);
    return numbers;
  };
}
