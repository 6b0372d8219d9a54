import type { Annotation } from '../../model/annotation';
import type { Area } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Indicator } from '../../model/indicator';
import type { Report } from '../../model/report';
import type { packageSchema, PackageTable } from './packageSchema';
import { rowsOf, type CheckedTable } from './checkTable';
import type { RowOf } from './tableSchema';

type Row<T extends PackageTable> = RowOf<(typeof packageSchema)[T]>;

const toReport = (row: Row<'reports'>): Report => ({ ...row, implied: [...(row.implied ?? [])] });
const toIndicator = (row: Row<'indicators'>): Indicator => ({ ...row, aliases: [...(row.aliases ?? [])] });
const toArea = (row: Row<'areas'>): Area => ({ ...row });

/**
 * Turns tables that have been checked against `packageSchema` without a problem, file by file, into the objects of the
 * model. Tables that have not been checked give objects that lie about their types: check first.
 */
export function toHeadDataset(
  partsOf: (table: PackageTable) => readonly CheckedTable[] | undefined,
): Omit<Dataset, 'observations'> {
  const rows = (table: PackageTable) => (partsOf(table) ?? []).flatMap(rowsOf);
  return {
    areas: (rows('areas') as Row<'areas'>[]).map(toArea),
    indicators: (rows('indicators') as Row<'indicators'>[]).map(toIndicator),
    reports: (rows('reports') as Row<'reports'>[]).map(toReport),
  };
}

/** The same for the remarks that a package attaches to its data. */
export function toAnnotations(parts: readonly CheckedTable[]): Annotation[] {
  return (parts.flatMap(rowsOf) as Row<'annotations'>[]).map((row) => ({ ...row }));
}
