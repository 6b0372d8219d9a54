import type { Area } from '../model/area';
import type { Indicator } from '../model/indicator';
import type { Observation } from '../model/observation';
import type { Report } from '../model/report';
import type { RowColumns } from '../statistics/columns/rowColumns';
import type { Filed } from './columnsFile';
import type { Segment } from './segment';

/** Who brought a row: package rows give way to newer packages, a person's never do. */
export type Source = 'package' | 'user';

type Sourced<T> = T & { source: Source };

/** What a person has decided about an observation, laid over the stored one when it is read. */
export interface Edit {
  observationId: string;
  reportId: string;
  observation: Observation;
  /** The stored observation at the time of the first edit. */
  base: Observation;
  /** ISO date and time. */
  at: string;
  reason: string;
}

export type ChangeAction =
  | 'load-package'
  | 'save-report'
  | 'edit-observation'
  | 'reject-observation'
  | 'revert-observation'
  | 'remove-report'
  | 'save-view'
  | 'remove-view';

/** A line of the log, never changed nor removed. */
export interface Change {
  action: ChangeAction;
  /** Id of what changed: an observation, a report, a view, or the name of a package. */
  subject: string;
  before: unknown;
  after: unknown;
  /** ISO date and time. */
  at: string;
  reason: string;
}

/** How far the database has come; one row. */
export interface State {
  /** Grows with every commit. */
  revision: number;
  /** The revision of the last commit that changed what statistics read. */
  dataRevision: number;
  /** Null before the first load. */
  packageVersion: string | null;
  /** The package must be loaded again although its version is the same: an upgrade made room for more of it. */
  reloadPackage: boolean;
}

export interface BoundariesRow {
  place: string;
  geojson: string;
}

/** `block` is the number of the block that holds what it says, where that is the package's. */
export type ReportRow = Sourced<Report> & { block?: number };
export type SegmentRow = Sourced<Segment>;
export type IndicatorRow = Sourced<Indicator>;
export type AreaRow = Sourced<Area>;
export type ChangeRow = Change & { sequence: number };
export type MetaRow = State & { key: 'state' };

/** Some reports of a package with all that they say, in the order of their text; see `blocks.ts`. */
export interface BlockRow {
  /** Tells blocks of one loading from those of another; only those of the active one are believed. */
  load: number;
  number: number;
  format: number;
  rows: RowColumns;
}

/** A piece of the packed form of the data. */
export interface PackedRow extends Filed {
  key: string;
  format: number;
  /** Of the rows that it was made from. */
  dataRevision: number;
}
