import type { Dataset } from '../../model/dataset';
import type { Granularity } from '../../model/period';
import { bucketOf, monthsPeriod, bucketMonths } from '../../model/period';
import { spanOf } from '../buckets';
import { resolveDataset } from '../resolveDataset';
import type { Resolved } from '../resolved';
import type { Columns } from './buildColumns';
import { ownPlaces } from './coverageSheet';
import type { Flows, OpenSheet } from './flows';
import { sheetKey, type FlowSheet } from './flowSheet';
import { placeCoverage } from './placeCoverage';
import { placeOrder } from './placeOrder';
import { rollUp } from './rollUp';

/** The way to a sheet, which is null where there is none. */
export type FindSheet = (subject: string, granularity: Granularity | null) => FlowSheet | null;

/** Sheets by subject and granularity. */
export function sheetFinder(sheets: readonly FlowSheet[]): FindSheet {
  const byKey = new Map(sheets.map((sheet) => [sheetKey(sheet.subject, sheet.granularity), sheet]));
  return (subject, granularity) => byKey.get(sheetKey(subject, granularity)) ?? null;
}

/**
 * Makes columns answer `tiles`, `series` and `refresh`, equal to the data that they were built from.
 * Input: columns with the reports, indicators and areas of that data, and the way to a sheet. Questions about single
 * observations (`explain`, `rows`) and restrictions to reports need all the data resolved.
 */
export function openColumns(
  columns: Omit<Columns, 'sheets'>,
  beside: Omit<Dataset, 'observations'>,
  sheet: FindSheet,
): Resolved {
  const resolved = resolveDataset({ ...beside, observations: columns.observations });
  const order = placeOrder(resolved.tree, columns.places);
  const coverage = placeCoverage(columns.coverage, order);
  const reportById = new Map(resolved.reports.map((entry) => [entry.report.id, entry]));
  const report = (number: number) => reportById.get(columns.reports[number] ?? '');
  const flows: Flows = {
    order,
    units: columns.units,
    open: opener(sheet, (found) => rollUp(found, order, (bucket) => coverage(spanIn(found, bucket)))),
    coverage,
    own: (key) => ownPlaces(columns.coverage, order, key),
    report,
    monthsOf: (number) => {
      const { firstMonth = -1, lastMonth = -1 } = report(number)?.coverage ?? {};
      return [firstMonth, lastMonth];
    },
    speakers: new Map(),
  };
  return { ...resolved, facets: columns.facets, flows };
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

function spanIn({ granularity, spans }: FlowSheet, bucket: number) {
  if (granularity === null) return spanOf(spans[bucket] ?? '');
  return spanOf(bucketOf(monthsPeriod(bucket * bucketMonths[granularity], 1).start, granularity));
}
