import type { Granularity } from '../../model/period';
import type { ReportEntry, Span } from '../resolved';
import type { Speakers } from './speakers';
import type { FlowSheet, RollUp } from './flowSheet';
import type { Covered } from './coverageSheet';
import type { PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';

/** Numbers of cells, bucket by bucket. */
export interface CellsByBucket {
  /** Number of the first bucket that has some. */
  least: number;
  /** By bucket from that one on: where its cells begin; one more at the end. */
  first: Uint32Array;
  cell: Uint32Array;
}

/** A sheet with its sums over children, worked out once when they are asked for. */
export interface OpenSheet {
  sheet: FlowSheet;
  /** Of a place. */
  rolled: (place: number) => RollUp;
  /** Of all places that lie in no other, together. */
  whole: () => RollUp;
  /** Its cells that count for those. */
  cellsInWhole: () => CellsByBucket;
}

/** All actual flows as decided, with what their numbers stand for. */
export interface Flows {
  order: PlaceOrder;
  units: readonly string[];
  open: (subject: string, granularity: Granularity | null) => OpenSheet | null;
  coverage: (span: Span) => PlaceCoverage;
  /** Where reports cover something, at a granularity or in a span of several years. */
  covered: (key: string) => Covered;
  /** Codes of all places that lie in no other: asked for by this very list, they are summed beforehand. */
  roots: readonly string[];
  /** Numbers of the places of a list, -1 of unknown ones; remembered by list. */
  numbersOf: (places: readonly string[]) => readonly number[];
  /** How many reports have numbers, also such as are gone. */
  reportCount: number;
  /** The report of a number. */
  report: (number: number) => ReportEntry | undefined;
  /** First and last month of a report's coverage; -1 without. */
  monthsOf: (number: number) => readonly [number, number];
  /** Who speaks for the places of a list, by bucket id; worked out once. */
  speakers: WeakMap<readonly string[], Map<string, Speakers>>;
  /** Digests of all reports: see the query of that name. */
  digest: () => string;
}
