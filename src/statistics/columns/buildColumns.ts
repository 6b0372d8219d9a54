import type { Observation } from '../../model/observation';
import { parseSubject } from '../parseSubject';
import type { Entry, Resolved } from '../resolved';
import { buildSheet, type Making } from './buildSheet';
import { buildCoverage, type CoverageSheet } from './coverageSheet';
import { buildFacetColumns, rejectedFacets, type FacetColumns } from './facetColumns';
import { sheetSteps, type FlowSheet } from './flowSheet';
import { listOthers, type Others } from './otherColumns';
import { placeCoverage } from './placeCoverage';
import { placeOrder } from './placeOrder';
import { packReports, type ReportColumns } from './reportColumns';

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
  observationCount: number;
  /** Whether some observation is a part of another report's: then a change may reach further than its own report. */
  isLinked: boolean;
  facets: FacetColumns;
  /** The same of what a person rejected: nothing offers it, but a source lists it. */
  rejected: FacetColumns;
}

/** Resolves the rules once for all: decides every actual flow at every granularity and packs it. */
export function buildColumns(resolved: Resolved): Columns {
  const { entries, reports, tree } = resolved;
  const order = placeOrder(tree, [...reports.map(({ place }) => place), ...entries.map(({ place }) => place)]);
  const coverage = buildCoverage(resolved, order, longSpans(entries));
  const making: Making = {
    resolved,
    order,
    units: new Map(),
    coverage: placeCoverage(coverage, order).at,
    reportNumber: ({ rank }) => rank,
  };
  const sheets: FlowSheet[] = [];
  for (const code of resolved.bySubject.keys()) {
    const subject = parseSubject(code, resolved.dataset.indicators);
    if (subject?.kind !== 'flow') continue;
    for (const granularity of sheetSteps) {
      const sheet = buildSheet(making, { subject, granularity });
      if (sheet.bucket.length > 0) sheets.push(sheet);
    }
  }
  return {
    places: [...order.codes],
    units: [...making.units.keys()],
    reports: packReports(resolved, order),
    sheets,
    coverage,
    others: listOthers(resolved, making.reportNumber),
    observationCount: resolved.dataset.observations.length,
    isLinked: entries.some(({ observation }) => isPartElsewhere(observation, resolved.byId)),
    facets: buildFacetColumns(resolved),
    rejected: rejectedFacets(resolved),
  };
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
