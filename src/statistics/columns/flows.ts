import { monthIndex } from '../../model/period';
import type { Granularity } from '../../model/period';
import type { ReportEntry } from '../resolved';
import type { CoveredPlaces } from './coveredPlaces';
import type { Speakers } from './flowCells';
import type { FlowSheet } from './flowSheet';
import type { PlaceOrder } from './placeOrder';

/** All actual flows as decided, with what their numbers stand for. */
export interface Flows {
  order: PlaceOrder;
  units: readonly string[];
  sheet: (subject: string, granularity: Granularity | null) => FlowSheet | null;
  reports: ReportColumns;
  /** What has been worked out, by bucket id. */
  covered: Map<string, CoveredPlaces>;
  /** Likewise, by bucket and places. */
  speakers: Map<string, Speakers>;
}

/** By rank: number of the report's place, first and last month of its coverage (-1 without). */
export interface ReportColumns {
  place: Uint32Array<ArrayBuffer>;
  firstMonth: Int32Array<ArrayBuffer>;
  lastMonth: Int32Array<ArrayBuffer>;
}

/** The columns of reports in the order of their ranks. */
export function reportColumns(reports: readonly ReportEntry[], { numberOf }: PlaceOrder): ReportColumns {
  return {
    place: Uint32Array.from(reports, ({ place }) => numberOf.get(place) ?? 0),
    firstMonth: Int32Array.from(reports, ({ coverage }) => (coverage ? monthIndex(coverage.start) : -1)),
    lastMonth: Int32Array.from(reports, ({ coverage }) => (coverage ? monthIndex(coverage.end) : -1)),
  };
}
