import { areaTree } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Granularity } from '../../model/period';
import type { Report } from '../../model/report';
import { byPlaceInText, entryMaker } from '../entryMaker';
import { printDigest } from '../reportDigest';
import { nothingRemembered } from '../nothingRemembered';
import type { Entry, Resolved } from '../resolved';
import type { Columns } from './buildColumns';
import { ownPlaces } from './coverageSheet';
import type { Flows, OpenSheet } from './flows';
import { sheetKey, type FlowSheet, type RollUp } from './flowSheet';
import type { Others } from './otherColumns';
import { placeCoverage, type KnownCoverage } from './placeCoverage';
import { placeOrder, type PlaceOrder } from './placeOrder';
import { inOrderOfIssue, numbersByRank, openReports, rangeOfReports } from './reportColumns';
import { rollUp } from './rollUp';
import { rollUpAgain } from './rollUpAgain';

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
  /** What coverage is known to say of some buckets. */
  known?: KnownCoverage;
}

/** Columns that answer `tiles`, `series`, `refresh` and `digest`; `addOthers` before a subject that has some is asked for. */
export interface OpenedColumns {
  resolved: Resolved;
  /** A sheet with its sums over children as they are now; or, where nobody has asked for them, as they were. */
  rolledUp: (sheet: FlowSheet) => FlowSheet;
  withKnownSums: (sheet: FlowSheet) => FlowSheet;
  /** What has been worked out of coverage so far. */
  coverage: KnownCoverage;
  addOthers: (others: Others) => void;
}

const noWords = (): never => {
  throw new Error('columns answer without the words of reports');
};

/**
 * Makes columns answer, equal to the data that they were built from. Questions about single observations (`explain` of flows,
 * `rows`, `table`) and restrictions to reports need observations beside them.
 */
export function openColumns(
  columns: ColumnsHead,
  { beside, sheet, wordsOf = noWords, known = new Map() }: ColumnSources,
): OpenedColumns {
  const tree = areaTree(beside.areas);
  const order = placeOrder(tree, columns.places);
  const covered = new Map(known);
  const coverage = placeCoverage(columns.coverage, order, covered);
  const report = openReports(columns.reports, columns.places, wordsOf);
  const sheets = opener(sheet, (found) => rolledSums(found, order, coverage));
  const flows: Flows = {
    order,
    units: columns.units,
    open: sheets.open,
    coverage,
    report,
    monthsOf: (number) => {
      const { firstMonth = -1, lastMonth = -1 } = report(number)?.coverage ?? {};
      return [firstMonth, lastMonth];
    },
    speakers: new Map(),
    digest: () =>
      Object.fromEntries(
        Array.from(numbersByRank(columns.reports), (number) => {
          const [count = 0, mark = 0] = [columns.reports.count[number], columns.reports.mark[number]];
          return [columns.reports.ids[number] ?? '', printDigest({ count, mark })];
        }),
      ),
  };
  const [byId, bySubject] = [new Map<string, Entry>(), new Map<string, readonly Entry[]>()];
  const resolved: Resolved = {
    dataset: { ...beside, reports: [], observations: [] },
    tree,
    reports: [],
    entries: [],
    byId,
    bySubject,
    flows,
    own: (key) => ownPlaces(columns.coverage, order, key),
    facets: null,
    remembered: { ...nothingRemembered(), range: rangeOfReports(columns.reports) },
  };
  // Few questions ask for all reports.
  let reports: Resolved['reports'] | null = null;
  Object.defineProperty(resolved, 'reports', {
    get: () => (reports ??= inOrderOfIssue(columns.reports, report)),
    enumerable: true,
  });
  const entryOf = entryMaker(tree);
  const addOthers = ({ subject, observations, report: numbers }: Others) => {
    const entries = observations.flatMap((observation, i) => {
      const from = flows.report(numbers[i] ?? -1);
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
  const withSums = (one: FlowSheet, sums: RollUp) => ({ ...one, rolled: { sums, stale: null } });
  const withKnownSums = (one: FlowSheet) => {
    const sums = sheets.known(one)?.rolled;
    return sums ? withSums(one, sums) : one;
  };
  const rolledUp = (one: FlowSheet) => withSums(one, rolledSums(one, order, coverage));
  return { resolved, rolledUp, withKnownSums, coverage: covered, addOthers };
}

const textBase = 2 ** 32;

/** A place in the reading order that is right among entries of whatever subject. */
function readingIndex({ report, observation }: Entry, before: Entry | undefined): number {
  const index = report.rank * textBase + observation.start;
  return before && Math.floor(before.index) === index ? before.index + 2 ** -8 : index;
}

/** Sums over children: those that a sheet brings, brought up to date. */
function rolledSums(sheet: FlowSheet, order: PlaceOrder, coverage: Flows['coverage']): RollUp {
  const { rolled } = sheet;
  if (!rolled) return rollUp(sheet, order, coverage);
  const { sums, stale } = rolled;
  return stale ? rollUpAgain(sheet, { sums, stale }, order, coverage) : sums;
}

interface Opener {
  open: Flows['open'];
  /** What has been opened. */
  known: (sheet: FlowSheet) => OpenSheet | undefined;
}

/** Rolls a sheet up when it is first asked for, and again when another has taken its place. */
function opener(find: FindSheet, roll: (sheet: FlowSheet) => RollUp): Opener {
  const opened = new WeakMap<FlowSheet, OpenSheet>();
  const open: Flows['open'] = (subject, granularity) => {
    const sheet = find(subject, granularity);
    if (!sheet) return null;
    const found = opened.get(sheet) ?? { sheet, rolled: roll(sheet) };
    opened.set(sheet, found);
    return found;
  };
  return { open, known: (sheet) => opened.get(sheet) };
}
