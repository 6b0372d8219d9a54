import type { Observation } from '../../model/observation';
import { granularities } from '../../model/period';
import { parseSubject } from '../parseSubject';
import type { Entry, ReportEntry, Resolved } from '../resolved';
import { buildSheet, type Making } from './buildSheet';
import { buildCoverage, type CoverageSheet } from './coverageSheet';
import { buildFacetColumns, type FacetColumns } from './facetColumns';
import type { FlowSheet } from './flowSheet';
import { placeCoverage } from './placeCoverage';
import { placeOrder } from './placeOrder';

/** Everything that tiles and series need, without the observations that were decided: plain, to be stored. */
export interface Columns {
  /** Codes of places, units and ids of reports, by the numbers that sheets call them. */
  places: string[];
  units: string[];
  reports: string[];
  sheets: FlowSheet[];
  coverage: CoverageSheet[];
  /** What is not an actual flow, and the wholes of its parts. */
  observations: Observation[];
  observationCount: number;
  facets: FacetColumns;
}

/** Resolves the rules once for all: decides every actual flow at every granularity and packs it. */
export function buildColumns(resolved: Resolved): Columns {
  const { entries, reports, tree } = resolved;
  const order = placeOrder(tree, [...reports.map(({ place }) => place), ...entries.map(({ place }) => place)]);
  const coverage = buildCoverage(resolved, order, longSpans(entries));
  const numbers = new Map<ReportEntry, number>(reports.map((report, number) => [report, number]));
  const making: Making = {
    resolved,
    order,
    units: new Map(),
    coverage: placeCoverage(coverage, order),
    reportNumber: (report) => numbers.get(report) ?? 0,
  };
  const sheets: FlowSheet[] = [];
  for (const code of resolved.bySubject.keys()) {
    const subject = parseSubject(code, resolved.dataset.indicators);
    if (subject?.kind !== 'flow') continue;
    for (const granularity of [...granularities, null]) {
      const sheet = buildSheet(making, { subject, granularity });
      if (sheet.bucket.length > 0) sheets.push(sheet);
    }
  }
  return {
    places: [...order.codes],
    units: [...making.units.keys()],
    reports: reports.map(({ report }) => report.id),
    sheets,
    coverage,
    observations: notFlows(resolved),
    observationCount: resolved.dataset.observations.length,
    facets: buildFacetColumns(resolved),
  };
}

/** Spans of several years that something is said about. */
function longSpans(entries: readonly Entry[]): string[] {
  const ids = new Set<string>();
  for (const { period } of entries) if (period?.natural.granularity === null) ids.add(period.natural.id);
  return [...ids];
}

function notFlows({ entries, byId }: Resolved): Observation[] {
  const kept = new Set<Entry>();
  for (const entry of entries) {
    if (entry.kind === 'flow' && entry.observation.status === 'actual') continue;
    for (let at: Entry | undefined = entry; at && !kept.has(at); at = byId.get(at.observation.partOf ?? ''))
      kept.add(at);
  }
  return entries.filter((entry) => kept.has(entry)).map(({ observation }) => observation);
}
