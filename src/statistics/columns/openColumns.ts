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
import { sheetKey, type FlowSheet } from './flowSheet';
import type { Others } from './otherColumns';
import { placeCoverage } from './placeCoverage';
import { placeOrder } from './placeOrder';
import { inOrderOfIssue, openReports } from './reportColumns';
import { rollUp } from './rollUp';

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
  /** A sheet with its sums over children as they are now. */
  rolledUp: (sheet: FlowSheet) => FlowSheet;
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
  const tree = areaTree(beside.areas);
  const order = placeOrder(tree, columns.places);
  const coverage = placeCoverage(columns.coverage, order);
  const numbered = openReports(columns.reports, columns.places, wordsOf);
  const flows: Flows = {
    order,
    units: columns.units,
    open: opener(sheet, (found) => rollUp(found, order, coverage)),
    coverage,
    report: (number) => numbered[number],
    monthsOf: (number) => {
      const { firstMonth = -1, lastMonth = -1 } = numbered[number]?.coverage ?? {};
      return [firstMonth, lastMonth];
    },
    speakers: new Map(),
    digest: () =>
      Object.fromEntries(
        numbered.flatMap((entry, number) => {
          if (!entry) return [];
          const [count = 0, mark = 0] = [columns.reports.count[number], columns.reports.mark[number]];
          return [[columns.reports.ids[number] ?? '', printDigest({ count, mark })]];
        }),
      ),
  };
  const [byId, bySubject] = [new Map<string, Entry>(), new Map<string, readonly Entry[]>()];
  const resolved: Resolved = {
    dataset: { ...beside, reports: [], observations: [] },
    tree,
    reports: inOrderOfIssue(numbered),
    entries: [],
    byId,
    bySubject,
    flows,
    own: (key) => ownPlaces(columns.coverage, order, key),
    facets: null,
    remembered: nothingRemembered(),
  };
  const entryOf = entryMaker(tree);
  const addOthers = ({ subject, observations, report }: Others) => {
    const entries = observations.flatMap((observation, i) => {
      const from = numbered[report[i] ?? -1];
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
  const rolledUp = (one: FlowSheet) => ({ ...one, rolled: { sums: rollUp(one, order, coverage), stale: [] } });
  return { resolved, rolledUp, addOthers };
}

const textBase = 2 ** 32;

/** A place in the reading order that is right among entries of whatever subject. */
function readingIndex({ report, observation }: Entry, before: Entry | undefined): number {
  const index = report.rank * textBase + observation.start;
  return before && Math.floor(before.index) === index ? before.index + 2 ** -8 : index;
}

/** Rolls a sheet up when it is first asked for, and again when another has taken its place. */
function opener(find: FindSheet, roll: (sheet: FlowSheet) => OpenSheet['rolled']): Flows['open'] {
  const opened = new WeakMap<FlowSheet, OpenSheet>();
  return (subject, granularity) => {
    const sheet = find(subject, granularity);
    if (!sheet) return null;
    const open = opened.get(sheet) ?? { sheet, rolled: roll(sheet) };
    opened.set(sheet, open);
    return open;
  };
}
