import type { AreaTree } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Observation } from '../../model/observation';
import { parseSubject } from '../parseSubject';
import type { Subject } from '../query';
import type { Entry, ReportEntry, Resolved } from '../resolved';
import { buildSheets, type Making } from './buildSheet';
import { buildCoverage, namedPeriods, type CoverageSheet, type NamedPeriods } from './coverageSheet';
import { facetsMaker, type FacetColumns } from './facetColumns';
import { factMaker, type Fact } from './facts';
import { sheetKey, type FlowSheet } from './flowSheet';
import { isDecided, joinOthers, listAims, listOthers, mergeAims, type Aims, type Others } from './otherColumns';
import { placeCoverage } from './placeCoverage';
import { placeOrder, type PlaceOrder } from './placeOrder';
import { addSpoken, packReports, type ReportColumns, type SpokenYears } from './reportColumns';

/** Everything that tiles and series need, without the observations that were decided: plain, to be stored. */
export interface Columns {
  /** Codes of places and names of units, by the numbers that sheets call them. */
  places: string[];
  units: string[];
  reports: ReportColumns;
  sheets: FlowSheet[];
  coverage: CoverageSheet[];
  /** What is not an actual flow, by subject. */
  others: Others[];
  aims: Aims;
  observationCount: number;
  /** Whether some observation is a part of another report's: then a change may reach further than its own report. */
  isLinked: boolean;
  facets: FacetColumns;
  /** The same of what a person rejected: nothing offers it, but a source lists it. */
  rejected: FacetColumns;
}

/** Some reports with all that they say. No other report speaks for or about a place that one of them does. */
type Batch = Pick<Resolved, 'reports' | 'entries' | 'byId'> & { observations: readonly Observation[] };

type Beside = Pick<Dataset, 'areas' | 'indicators'>;

/** How sheets of several batches become one. */
export interface Joining<P> {
  /** What is kept of a sheet until all are there. */
  partOf: (sheet: FlowSheet) => P;
  /** `spans` are those of the last part, which has the others'; at least one part is there. */
  join: (parts: readonly P[], spans: string[], places: number) => FlowSheet | undefined;
}

/** What is gathered over all batches. */
export class Gathered<P> {
  readonly #beside: Beside;
  readonly #tree: AreaTree;
  readonly #reports: readonly ReportEntry[];
  readonly #rankOf: ReadonlyMap<string, number>;
  readonly #others = new Map<string, Others[]>();
  readonly #sheets = new Map<string, { parts: P[]; spans: string[] }>();
  readonly #joining: Joining<P>;
  readonly #units = new Map<string, number>();
  readonly #spoken: SpokenYears = { years: [], digests: [] };
  readonly #named: NamedPeriods = new Map();
  readonly #spans = new Set<string>();
  readonly #facets = facetsMaker();
  readonly #rejected = facetsMaker();
  #order: PlaceOrder;
  #count = 0;
  #isLinked = false;
  #aims: Aims = {};

  constructor(
    { dataset, tree, reports }: Pick<Resolved, 'tree' | 'reports'> & { dataset: Beside },
    joining: Joining<P>,
  ) {
    [this.#beside, this.#tree, this.#reports, this.#joining] = [dataset, tree, reports, joining];
    this.#rankOf = new Map(reports.map(({ id, rank }) => [id, rank]));
    this.#order = placeOrder(
      tree,
      reports.map(({ place }) => place),
    );
  }

  add({ reports, entries, byId, observations }: Batch): void {
    const { numberOf, codes } = this.#order;
    const unknown = new Set(entries.flatMap(({ place }) => (numberOf.has(place) ? [] : [place])));
    // Codes that no table of areas has come last, so that all others keep their numbers.
    if (unknown.size > 0) this.#order = placeOrder(this.#tree, [...codes, ...unknown]);
    const rankOf = (id: string) => this.#rankOf.get(id);
    addSpoken(this.#spoken, { entries, observations, rankOf });
    this.#count += observations.length;
    this.#isLinked ||= entries.some(({ observation }) => isPartElsewhere(observation, byId));
    this.#facets.add(entries.filter(({ observation }) => observation.review !== 'rejected'));
    this.#rejected.add(entries.filter(({ observation }) => observation.review === 'rejected'));
    for (const list of listOthers({ entries, byId }, ({ rank }) => rank)) pushTo(this.#others, list.subject, list);
    this.#aims = mergeAims(this.#aims, listAims({ entries }));
    this.#decide({ reports, entries, byId });
  }

  #decide({ reports, entries, byId }: Omit<Batch, 'observations'>): void {
    const spans = longSpans(entries);
    for (const id of spans) this.#spans.add(id);
    namedPeriods(entries, this.#named);
    const coverage = buildCoverage({ reports, named: namedPeriods(entries) }, this.#order, spans);
    const making: Making = {
      byId,
      order: this.#order,
      coverage: placeCoverage(coverage, this.#order).at,
      factOf: factMaker({ order: this.#order, units: this.#units, reportNumber: ({ rank }) => rank }),
    };
    for (const { subject, facts } of factsBySubject(entries, making.factOf, this.#beside)) {
      const known = this.#sheets.get(sheetKey(subject.code, null))?.spans ?? [];
      for (const sheet of buildSheets(making, subject, facts, known)) this.#keep(sheet);
    }
  }

  #keep(sheet: FlowSheet): void {
    if (sheet.bucket.length === 0) return;
    const key = sheetKey(sheet.subject, sheet.granularity);
    const { parts } = this.#sheets.get(key) ?? { parts: [] };
    this.#sheets.set(key, { parts: [...parts, this.#joining.partOf(sheet)], spans: sheet.spans });
  }

  finish(): Columns {
    const places = this.#order.codes.length;
    return {
      places: [...this.#order.codes],
      units: [...this.#units.keys()],
      reports: packReports(this.#reports, this.#spoken, this.#order),
      sheets: [...this.#sheets].flatMap(([key, { parts, spans }]) => {
        const sheet = this.#joining.join(parts, spans, places);
        // Of the largest data there is hardly room for both.
        this.#sheets.delete(key);
        return sheet ?? [];
      }),
      coverage: buildCoverage({ reports: this.#reports, named: this.#named }, this.#order, [...this.#spans]),
      others: Array.from(this.#others.values(), joinOthers),
      aims: this.#aims,
      observationCount: this.#count,
      isLinked: this.#isLinked,
      facets: this.#facets.finish(),
      rejected: this.#rejected.finish(),
    };
  }
}

/** Resolves the rules once for all: decides every actual flow at every granularity and packs it. */
export function buildColumns(resolved: Resolved): Columns {
  const gathered = new Gathered<FlowSheet>(resolved, { partOf: (sheet) => sheet, join: ([sheet]) => sheet });
  gathered.add({ ...resolved, observations: resolved.dataset.observations });
  return gathered.finish();
}

/** What is decided, by the flows that it is of: see `entriesOf`. */
function factsBySubject(
  entries: readonly Entry[],
  factOf: (entry: Entry) => Fact,
  { indicators }: Beside,
): Iterable<{ subject: Subject; facts: Fact[] }> {
  const bySubject = new Map<string, { subject: Subject; facts: Fact[] }>();
  const listsOf = ({ codes, measure }: Entry): Fact[][] =>
    codes.flatMap((code) => {
      const subject = bySubject.get(code)?.subject ?? parseSubject(code, indicators);
      if (subject?.kind !== 'flow' || subject.measure !== measure) return [];
      const { facts } = bySubject.get(code) ?? { facts: [] };
      bySubject.set(code, { subject, facts });
      return [facts];
    });
  // Entries of the same subjects share their codes.
  const known = new Map<readonly string[], Fact[][]>();
  for (const entry of entries) {
    if (!isDecided(entry) || !entry.period) continue;
    const mine = known.get(entry.codes) ?? listsOf(entry);
    known.set(entry.codes, mine);
    const fact = factOf(entry);
    for (const list of mine) list.push(fact);
  }
  return bySubject.values();
}

/** Spans of several years that something is said about. */
function longSpans(entries: readonly Entry[]): string[] {
  const ids = new Set<string>();
  for (const { period } of entries) if (period?.natural.granularity === null) ids.add(period.natural.id);
  return [...ids];
}

function isPartElsewhere({ partOf, reportId }: Observation, byId: Resolved['byId']): boolean {
  return partOf !== null && byId.get(partOf)?.observation.reportId !== reportId;
}

/** Appends to the list of a key. */
function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
