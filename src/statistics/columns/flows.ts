import type { Granularity } from '../../model/period';
import type { ReportEntry, Span } from '../resolved';
import type { Speakers } from './speakers';
import type { FlowSheet, RollUp } from './flowSheet';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';

/** A sheet with its sums over children. */
export interface OpenSheet {
  sheet: FlowSheet;
  rolled: RollUp;
}

/** All actual flows as decided, with what their numbers stand for. */
export interface Flows {
  order: PlaceOrder;
  units: readonly string[];
  open: (subject: string, granularity: Granularity | null) => OpenSheet | null;
  coverage: (span: Span) => PlaceCoverage;
  /** The report of a number. */
  report: (number: number) => ReportEntry | undefined;
  /** First and last month of a report's coverage; -1 without. */
  monthsOf: (number: number) => readonly [number, number];
  /** Who speaks for some places, by their codes, then by bucket id; worked out once. */
  speakers: Map<string, Map<string, Speakers>>;
  /** Digests of all reports, by id: see the query of that name. */
  digest: () => Record<string, string>;
}
