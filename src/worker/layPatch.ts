import type { Granularity } from '../model/period';
import type { Report } from '../model/report';
import type { FacetColumns } from '../statistics/columns/facetColumns';
import type { FlowSheet } from '../statistics/columns/flowSheet';
import { patchOthers, type Others } from '../statistics/columns/otherColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import { patchFacets } from '../statistics/columns/patchFacets';
import { patchSheet } from '../statistics/columns/patchSheet';

interface Wanted {
  subject: string;
  granularity: Granularity | null;
  /** How many places there are. */
  places: number;
}

/** A sheet under a patch, also one that the patch brings into being. */
export function laySheet(sheet: FlowSheet | null, wanted: Wanted, patch: ColumnsPatch): FlowSheet | null {
  const { subject, granularity, places } = wanted;
  const mine = patch.sheets.find(({ cells }) => cells.subject === subject && cells.granularity === granularity);
  const isNone = !mine || (!sheet && mine.cells.bucket.length === 0);
  const laid = isNone ? sheet : patchSheet(sheet, mine, patch.places, places);
  return laid && sheet?.summed && granularity ? withStale(laid, sheet, patch.buckets[granularity]) : laid;
}

/** A sheet with the sums of the one before, as far as they hold: reports of other subjects too tell who speaks for a place. */
function withStale(laid: FlowSheet, before: FlowSheet, buckets: ReadonlySet<number>): FlowSheet {
  const { summed, ...sheet } = laid;
  const known = summed ?? before.summed;
  const isAlike = laid.shift === before.shift && (laid.big === null) === (before.big === null);
  return known && isAlike ? { ...sheet, summed: { ...known, stale: [...known.stale, ...buckets] } } : sheet;
}

/** What columns do not decide of a subject, under a patch. */
export function layOthers(others: Others | null, subject: string, patch: ColumnsPatch): Others | null {
  const added = patch.others.find((one) => one.subject === subject);
  return others || added ? patchOthers(others ?? undefined, subject, new Set(patch.without), added) : null;
}

/** Facets under a patch. */
export function layFacets(facets: FacetColumns, patch: ColumnsPatch): FacetColumns {
  return patchFacets(facets, patch.withoutIds, patch.facets);
}

/** The way to reports' words, under a patch. */
export function layWords(read: (number: number) => Report, { reports }: ColumnsPatch): (number: number) => Report {
  const changed = new Map(reports.map(({ number, report }) => [number, report]));
  return (number) => changed.get(number) ?? read(number);
}
