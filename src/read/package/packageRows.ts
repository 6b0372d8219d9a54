import type { Annotation } from '../../model/annotation';
import type { Area } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Indicator } from '../../model/indicator';
import type { Observation } from '../../model/observation';
import type { Report } from '../../model/report';
import type { packageSchema, PackageTable } from './packageSchema';
import type { RowOf, TableRow } from './tableSchema';

type Row<T extends PackageTable> = RowOf<(typeof packageSchema)[T]>;

const toReport = (row: Row<'reports'>): Report => ({ ...row, implied: [...(row.implied ?? [])] });
const toIndicator = (row: Row<'indicators'>): Indicator => ({ ...row, aliases: [...(row.aliases ?? [])] });
const toArea = (row: Row<'areas'>): Area => ({ ...row });

/** What is published has been read by a person: it is accepted, with full confidence. */
const toObservation = (row: Row<'observations'>): Observation => ({
  ...row,
  section: row.section ?? '',
  implied: [...(row.implied ?? [])],
  confidence: 1,
  review: 'accepted',
});

/**
 * Turns rows that have been checked against `packageSchema` without a problem into the objects of the model.
 * Rows that have not been checked give objects that lie about their types: check first.
 */
export function toDataset(rows: Record<Exclude<PackageTable, 'annotations'>, TableRow[]>): Dataset {
  return {
    areas: (rows.areas as Row<'areas'>[]).map(toArea),
    indicators: (rows.indicators as Row<'indicators'>[]).map(toIndicator),
    reports: (rows.reports as Row<'reports'>[]).map(toReport),
    observations: (rows.observations as Row<'observations'>[]).map(toObservation),
  };
}

/** The same for the remarks that a package attaches to its data. */
export function toAnnotations(rows: TableRow[]): Annotation[] {
  return (rows as Row<'annotations'>[]).map((row) => ({ ...row }));
}
