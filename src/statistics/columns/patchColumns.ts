import type { AreaTree } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Observation } from '../../model/observation';
import type { Report } from '../../model/report';
import { dating } from '../dated';
import { entryMaker } from '../entryMaker';
import { nothingRemembered } from '../nothingRemembered';
import type { Entry, ReportEntry, Resolved } from '../resolved';
import { treeOf } from '../treeOf';
import type { Making } from './buildSheet';
import { buildCoverage, namedPeriods } from './coverageSheet';
import { buildFacetColumns, rejectedFacets, type FacetColumns } from './facetColumns';
import { factMaker } from './facts';
import type { ColumnsHead } from './openColumns';
import { nothing } from './flowSheet';
import { indexObservations } from './indexObservations';
import { listAims, listOthers, mergeAims, type Others } from './otherColumns';
import { patchFacets } from './patchFacets';
import { patchCoverage } from './patchCoverage';
import { patchReports, type PatchedReports, type ReportChange, type Reported } from './patchReports';
import type { SheetPatch } from './patchSheet';
import { patchSheets } from './patchSheets';
import { placeCoverage } from './placeCoverage';
import { placeOrder, type PlaceOrder } from './placeOrder';
import { gone, openReports, PackedReport, yearsSpoken, type OpenReport } from './reportColumns';
import { touchedBy, type Told, type Touched } from './touched';

/** What a change of reports makes of what comes by subject; sheets and others not named stay as they are. */
export interface ColumnsPatch {
  /** Numbers of the places that were decided anew, rising. */
  places: Uint32Array<ArrayBuffer>;
  /** Numbers of the buckets in which something may count otherwise than before, of whatever subject. */
  buckets: Touched['buckets'];
  sheets: SheetPatch[];
  /** Numbers of the reports whose observations are taken out of `others`, and what comes in. */
  without: Uint32Array<ArrayBuffer>;
  others: Others[];
  /** Likewise of the facets, by id. */
  withoutIds: string[];
  facets: FacetColumns;
  /** Words of the reports that changed, by number; null of those that are gone. */
  reports: { number: number; report: Report | null }[];
}

/** The columns that a change starts from. */
export interface Patchable {
  head: ColumnsHead;
  beside: Pick<Dataset, 'areas' | 'indicators'>;
  wordsOf: (number: number) => Report;
  /** Observations of reports as they are after the change, by id. */
  read: (reports: readonly string[]) => Promise<ReadonlyMap<string, readonly Observation[]>>;
}

/**
 * Works out what a change of some reports makes of the columns: only the places that they speak for or about, in the
 * buckets that they touch, are decided again, from the reports of those places that speak of the same years.
 * Null where all must be built anew: an observation is a part of another report's, or is the first to speak about its
 * span of several years.
 */
export async function patchColumns(
  current: Patchable,
  changes: readonly ReportChange[],
): Promise<{ head: ColumnsHead; patch: ColumnsPatch } | null> {
  const { head, beside } = current;
  const tree = treeOf(beside.areas);
  const changed = changes.flatMap(({ before, after }) => [before, after].filter((one) => one !== null));
  if (head.isLinked || changed.some(isLinkedElsewhere)) return null;
  const order = placeOrder(tree, [...head.places, ...changed.flatMap((one) => codesOf(one, tree))]);
  const reader = toldReader(tree);
  const reports = patchReports(head.reports, changes, {
    wordsOf: current.wordsOf,
    placeOf: (code) => order.numberOf.get(tree.placeOf(code)) ?? 0,
    yearsOf: (reported) => {
      const { coverage, entries } = reader(reported);
      return yearsSpoken(coverage, entries);
    },
  });
  const idOf = (number: number) => reports.columns.ids[number] ?? '';
  const flipped = await current.read(reports.flipped.map(idOf));
  const flippedTold = reports.flipped.map((number) =>
    reader({ report: reports.wordsOf(number), observations: flipped.get(idOf(number)) ?? [] }),
  );
  const longSpans = head.coverage.map(({ key }) => key).filter((key) => key.includes('/'));
  const told = changed.map(reader);
  if (told.some(({ entries }) => entries.some((entry) => isFirstOfSpan(entry, longSpans)))) return null;
  const touched = touchedBy([...told, ...flippedTold], order, longSpans);
  const numbers = reportsAbout(touched, reports);
  const read = await current.read(numbers.map(idOf));
  const after = changes.flatMap((change) => change.after?.observations ?? []);
  const observations = [...numbers.flatMap((number) => read.get(idOf(number)) ?? []), ...after];
  const speaking = new Set([...told, ...flippedTold].map(({ place }) => order.numberOf.get(place) ?? 0));
  const known = [...numbers, ...reports.numbers, ...numbersAt(speaking, reports.columns)];
  const resolved = resolveSome({ beside, tree, order, reports, observations, known });
  const patching: Patching = { current, changes, tree, order, reports, touched, resolved, reader, longSpans };
  return finish(patching, speaking);
}

interface Patching {
  current: Patchable;
  changes: readonly ReportChange[];
  tree: AreaTree;
  order: PlaceOrder;
  reports: PatchedReports;
  touched: Touched;
  resolved: Resolved;
  reader: (reported: Reported) => Told;
  longSpans: readonly string[];
}

const isFirstOfSpan = ({ period }: Entry, longSpans: readonly string[]) =>
  period?.natural.granularity === null && !longSpans.includes(period.natural.id);

const isLinkedElsewhere = ({ observations }: Reported) => {
  const ids = new Set(observations.map(({ id }) => id));
  return observations.some(({ partOf }) => partOf !== null && !ids.has(partOf));
};

const codesOf = ({ report, observations }: Reported, tree: AreaTree) =>
  [report.refArea, ...observations.map(({ refArea }) => refArea)].map((code) => tree.placeOf(code));

/** Reads reports outside the columns, for what they touch. */
function toldReader(tree: AreaTree): (reported: Reported) => Told {
  const [entryOf, periodOf] = [entryMaker(tree), dating()];
  return ({ report, observations }) => {
    const place = tree.placeOf(report.refArea);
    const coverage = periodOf(report.coverageStart, report.coverageEnd);
    const from: ReportEntry = { id: report.id, report, place, coverage, rank: 0, supersededBy: null };
    const finite = observations.filter(({ value }) => Number.isFinite(value));
    return { place, coverage, entries: finite.map((observation) => entryOf(observation, from)) };
  };
}

/** Reports of the touched places that speak about the touched years; those of the change itself are known. */
function reportsAbout({ places, years }: Touched, { columns, numbers }: PatchedReports): number[] {
  const found: number[] = [];
  columns.rank.forEach((rank, number) => {
    if (rank === gone || numbers.includes(number) || !places.has(columns.place[number] ?? -1)) return;
    const [first, last] = [columns.firstYear[number] ?? 1, columns.lastYear[number] ?? 0];
    for (const year of years) {
      if (year < first || year > last) continue;
      found.push(number);
      return;
    }
  });
  return found;
}

/** Reports of some places. */
function numbersAt(places: ReadonlySet<number>, { place }: PatchedReports['columns']): number[] {
  const found: number[] = [];
  place.forEach((at, number) => {
    if (places.has(at)) found.push(number);
  });
  return found;
}

/** The data as if only some reports were there, and only some observations had been read. */
function resolveSome({
  beside,
  tree,
  order,
  reports,
  observations,
  known,
}: Pick<Patching, 'tree' | 'order' | 'reports'> & {
  beside: Patchable['beside'];
  observations: readonly Observation[];
  /** Numbers of the reports. */
  known: readonly number[];
}): Resolved {
  const open: OpenReport = openReports(reports.columns, order.codes, reports.wordsOf);
  const opened = [...new Set(known)].flatMap((number) => open(number) ?? []);
  const byReportId = new Map(opened.map((entry) => [entry.id, entry]));
  return {
    dataset: { ...beside, reports: [], observations: [] },
    tree,
    reports: opened.sort((a, b) => a.rank - b.rank),
    ...indexObservations(observations, byReportId, tree),
    flows: null,
    coverage: null,
    isAimed: null,
    facets: null,
    remembered: nothingRemembered(),
  };
}

const numberOf = (report: ReportEntry) => (report instanceof PackedReport ? report.number : nothing);

function finish(patching: Patching, speaking: ReadonlySet<number>): { head: ColumnsHead; patch: ColumnsPatch } {
  const { current, changes, order, reports, touched, resolved, longSpans } = patching;
  const { head } = current;
  const known = {
    reports: resolved.reports.filter(({ place }) => speaking.has(order.numberOf.get(place) ?? -1)),
    named: namedPeriods(resolved.entries),
  };
  const coverage = patchCoverage(head.coverage, buildCoverage(known, order, longSpans), speaking, touched, order);
  const units = new Map(head.units.map((unit, number) => [unit, number]));
  const making: Making = {
    byId: resolved.byId,
    order,
    coverage: placeCoverage(coverage, order).at,
    factOf: factMaker({ order, units, reportNumber: numberOf }),
  };
  const places = Uint32Array.from(touched.places).sort();
  const sheets = patchSheets({ ...patching, places, indicators: current.beside.indicators, making });
  const changed = new Set(reports.numbers);
  const mine = resolved.entries.filter(({ report }) => changed.has(numberOf(report)));
  const withoutIds = changes.map(({ id }) => id);
  const delta = changes.reduce(
    (sum, { before, after }) => sum + (after?.observations.length ?? 0) - (before?.observations.length ?? 0),
    0,
  );
  return {
    head: {
      ...head,
      places: [...order.codes],
      units: [...units.keys()],
      reports: reports.columns,
      coverage,
      aims: mergeAims(head.aims, listAims({ entries: mine })),
      rejected: patchFacets(head.rejected, withoutIds, rejectedFacets({ entries: mine })),
      observationCount: head.observationCount + delta,
    },
    patch: {
      places,
      buckets: touched.buckets,
      sheets,
      without: Uint32Array.from(changed),
      others: listOthers({ entries: mine, byId: resolved.byId }, numberOf),
      withoutIds,
      facets: buildFacetColumns({ entries: mine }),
      reports: reports.numbers.map((number, i) => ({ number, report: changes[i]?.after?.report ?? null })),
    },
  };
}
