import type { Annotation } from '../../model/annotation';
import type { Area } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Indicator } from '../../model/indicator';
import type { Observation } from '../../model/observation';
import type { Report } from '../../model/report';
import type { packageSchema, PackageTable } from './packageSchema';
import { rowsOf, type CheckedTable } from './checkTable';
import type { RowOf } from './tableSchema';

type Row<T extends PackageTable> = RowOf<(typeof packageSchema)[T]>;

const toReport = (row: Row<'reports'>): Report => ({ ...row, implied: [...(row.implied ?? [])] });
const toIndicator = (row: Row<'indicators'>): Indicator => ({ ...row, aliases: [...(row.aliases ?? [])] });
const toArea = (row: Row<'areas'>): Area => ({ ...row });

/** Of each of their fields the cells in order. */
type ColumnsOf<T extends PackageTable> = { [F in keyof Row<T>]: readonly Row<T>[F][] };

/**
 * What is published has been read by a person: it is accepted, with full confidence. Field by field, since there may be a
 * million of them.
 */
function toObservations(lines: readonly number[], columns: ColumnsOf<'observations'>): Observation[] {
  const at = <F extends keyof Row<'observations'>>(field: F, index: number) =>
    columns[field][index] as Row<'observations'>[F];
  return lines.map((_, i) => ({
    id: at('id', i),
    reportId: at('reportId', i),
    doc: at('doc', i),
    section: at('section', i) ?? '',
    label: at('label', i),
    indicator: at('indicator', i),
    value: at('value', i),
    unit: at('unit', i),
    qualifier: at('qualifier', i),
    measure: at('measure', i),
    category: at('category', i),
    refArea: at('refArea', i),
    periodStart: at('periodStart', i),
    periodEnd: at('periodEnd', i),
    kind: at('kind', i),
    status: at('status', i),
    partOf: at('partOf', i),
    start: at('start', i),
    end: at('end', i),
    surface: at('surface', i),
    implied: [...(at('implied', i) ?? [])],
    confidence: 1,
    review: 'accepted',
  }));
}

/**
 * Turns tables that have been checked against `packageSchema` without a problem into the objects of the model.
 * Tables that have not been checked give objects that lie about their types: check first.
 */
export function toDataset(tables: Record<Exclude<PackageTable, 'annotations'>, CheckedTable>): Dataset {
  const { lines, columns } = tables.observations;
  return {
    areas: (rowsOf(tables.areas) as Row<'areas'>[]).map(toArea),
    indicators: (rowsOf(tables.indicators) as Row<'indicators'>[]).map(toIndicator),
    reports: (rowsOf(tables.reports) as Row<'reports'>[]).map(toReport),
    observations: toObservations(lines, Object.fromEntries(columns) as ColumnsOf<'observations'>),
  };
}

/** The same for the remarks that a package attaches to its data. */
export function toAnnotations(table: CheckedTable): Annotation[] {
  return (rowsOf(table) as Row<'annotations'>[]).map((row) => ({ ...row }));
}
