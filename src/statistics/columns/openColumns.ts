import type { Dataset } from '../../model/dataset';
import { placesAbove, type Coverage } from '../coverage';
import { resolveDataset } from '../resolveDataset';
import type { Resolved } from '../resolved';
import { coverageByBucket, type Columns } from './buildColumns';
import { reportColumns, type Flows } from './flows';
import { placeOrder } from './placeOrder';

/**
 * Makes columns answer `tiles`, `series` and `refresh`, equal to the data that they were built from.
 * Input: columns with the reports, indicators and areas of that data, and the way to a sheet, which is null where there is none. Questions about single observations (`explain`,
 * `rows`, `facets`) and restrictions to reports need all the data resolved.
 */
export function openColumns(
  columns: Omit<Columns, 'sheets'>,
  beside: Omit<Dataset, 'observations'>,
  sheet: Flows['sheet'],
): Resolved {
  const resolved = resolveDataset({ ...beside, observations: columns.observations });
  for (const [key, buckets] of Object.entries(columns.own)) addOwn(resolved, key, buckets);
  const order = placeOrder(resolved.tree, columns.places);
  return {
    ...resolved,
    facets: columns.facets,
    flows: {
      order,
      units: columns.units,
      sheet,
      covered: new Map(),
      speakers: new Map(),
      reports: reportColumns(resolved.reports, order),
    },
  };
}

/** Whose reports name something in a bucket is known from flows too, which are not among the entries any more. */
function addOwn(resolved: Resolved, key: string, buckets: Columns['own'][string]): void {
  const known = new Map(coverageByBucket(resolved, key));
  for (const [bucket, places] of buckets) {
    const coverage: Coverage = known.get(bucket) ?? {
      own: new Set(),
      ownBelow: new Set(),
      within: new Map(),
      withinBelow: new Set(),
    };
    const own = new Set([...coverage.own, ...places]);
    known.set(bucket, { ...coverage, own, ownBelow: placesAbove(resolved, own) });
  }
  resolved.remembered.coverage.set(key, known);
}
