import type { Observation } from '../../model/observation';
import { granularities, type Granularity } from '../../model/period';
import type { Coverage } from '../coverage';
import { coverageOf } from '../coverage';
import { spanOf } from '../buckets';
import { parseSubject } from '../parseSubject';
import type { Entry, Resolved } from '../resolved';
import { buildSheet, type Units } from './buildSheet';
import { buildFacetColumns, type FacetColumns } from './facetColumns';
import { sheetKey, type FlowSheet } from './flowSheet';
import { placeOrder } from './placeOrder';

/** Everything that tiles and series need, without the observations that were decided: plain, to be stored. */
export interface Columns {
  /** Codes of places by number, as the sheets number them. */
  places: string[];
  units: string[];
  sheets: FlowSheet[];
  /** Places whose own reports speak, by bucket, for each granularity and each span of years. */
  own: Record<string, [bucket: string, places: string[]][]>;
  /** What is not an actual flow, and the wholes of its parts. */
  observations: Observation[];
  observationCount: number;
  facets: FacetColumns;
}

/** Resolves the rules once for all: decides every actual flow at every granularity and packs it. */
export function buildColumns(resolved: Resolved): Columns {
  const { entries, reports, tree } = resolved;
  const order = placeOrder(tree, [...reports.map(({ place }) => place), ...entries.map(({ place }) => place)]);
  const units: Units = new Map();
  const sheets: FlowSheet[] = [];
  for (const code of resolved.bySubject.keys()) {
    const subject = parseSubject(code, resolved.dataset.indicators);
    if (subject?.kind !== 'flow') continue;
    for (const granularity of [...granularities, null]) {
      const sheet = buildSheet(resolved, { subject, granularity, order, units });
      if (sheet.bucket.length > 0) sheets.push(sheet);
    }
  }
  const years = new Set(sheets.flatMap(({ spans }) => spans.filter((id) => spanOf(id).granularity === null)));
  return {
    places: [...order.codes],
    units: [...units.keys()],
    sheets,
    own: Object.fromEntries([...granularities, ...years].map((key) => [key, ownBy(resolved, key)])),
    observations: notFlows(resolved),
    observationCount: resolved.dataset.observations.length,
    facets: buildFacetColumns(resolved),
  };
}

/** A bucket that makes `coverageOf` work a granularity out. */
const anyBucket: Record<Granularity, string> = { M: '2000-01', Q: '2000-Q1', S: '2000-S1', A: '2000' };
const isGranularity = (key: string): key is Granularity => Object.hasOwn(anyBucket, key);

/** Who reports by bucket, worked out if need be. */
export function coverageByBucket(resolved: Resolved, key: string): ReadonlyMap<string, Coverage> {
  coverageOf(resolved, spanOf(isGranularity(key) ? anyBucket[key] : key));
  return resolved.remembered.coverage.get(key) ?? new Map<string, Coverage>();
}

function ownBy(resolved: Resolved, key: string): [string, string[]][] {
  return Array.from(coverageByBucket(resolved, key), ([bucket, { own }]) => [bucket, [...own]]);
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

/** Sheets by subject and granularity. */
export function sheetFinder(sheets: readonly FlowSheet[]) {
  const byKey = new Map(sheets.map((sheet) => [sheetKey(sheet.subject, sheet.granularity), sheet]));
  return (subject: string, granularity: Granularity | null) => byKey.get(sheetKey(subject, granularity)) ?? null;
}
