import type { Category } from '../model/categories';
import type { Measure } from '../model/measures';
import type { Kind, Observation, Status } from '../model/observation';
import type { Granularity } from '../model/period';
import type { Qualifier } from '../model/qualifier';
import type { Report } from '../model/report';
import type { Sources } from './sources';
import type { PlacesAsked, PlacesShown } from './placePages';

/** What the filter bar holds; empty lists mean "all". Plain and serialisable: it is the URL. */
export interface Filter {
  granularity: Granularity;
  /** ISO dates, inclusive; a bucket is shown when it touches the range. Null is open: the range of the data. */
  from: string | null;
  to: string | null;
  /** Today's codes of places. */
  areas: string[];
  categories: Category[];
  /** Ids of reports; others are as if they had not been read. */
  reports: string[];
}

/**
 * What a figure counts: a measure of one kind, or one indicator.
 * Code: `participants` (flows), `members.stock`, `rate`, or an indicator's code.
 */
export interface Subject {
  code: string;
  measure: Measure;
  kind: Kind;
  /** Null for the whole measure. */
  indicator: string | null;
}

export const cellStates = ['value', 'unmentioned', 'unreported'] as const;
/** `value`: there is one; `unmentioned` 未提及: a report covers the cell and names no such number; `unreported` 未报: none covers it. */
export type CellState = (typeof cellStates)[number];

/** Why a cell with observations has no single value. */
export type UndefinedReason = 'rate-not-additive' | 'mixed-units';

/**
 * Whose reports a cell speaks from: the area's own federation, the sum of its children, what the reports of a higher
 * federation say about it, or nobody.
 */
export type Basis = 'own' | 'children' | 'above' | 'none';

/** One number of a figure, with everything a reader must know beside it. Qualifier, counts and marks travel with it. */
export interface Cell {
  state: CellState;
  /** In the base unit; null unless `state` is `value` and `reason` is null. */
  value: number | null;
  qualifier: Qualifier;
  unit: string;
  reason: UndefinedReason | null;
  basis: Basis;
  /** Months of the bucket that counted reports cover, of all its months: 3/12 个月. */
  months: { covered: number; total: number };
  /** Of a sum over children: how many have a report; null otherwise. */
  children: { reported: number; total: number } | null;
  /** Observations counted into the value, and those left out with a reason (`explain` lists both). */
  counted: number;
  leftOut: number;
  /** Of a stock: the date it stands at. */
  asOf: string | null;
}

/** Why an observation is not in a cell that it speaks about. */
export type LeftOutReason =
  /** A report with a longer coverage inside the bucket includes it (未计入月报). */
  | 'covered-by-longer'
  /** A later issue of the same report replaces it. */
  | 'superseded'
  /** The same total is printed again in the same report. */
  | 'repeated'
  /** It is a part of a counted whole. */
  | 'part'
  /** The area's own federation reports; this is another's. */
  | 'own-federation-wins'
  /** Its period is longer than the bucket (另有全年数). */
  | 'longer-than-bucket'
  /** A later value of the same stock or rate stands. */
  | 'older-value'
  /** A person rejected it. */
  | 'rejected';

/** A flow whose period is longer than the figure's buckets, at its own natural bucket. */
export interface Beyond {
  bucket: string;
  cell: Cell;
}

/** Why there is no comparison. */
export type NoComparisonReason =
  | 'no-base'
  | 'base-unreported'
  | 'base-unmentioned'
  | 'base-zero'
  | 'different-basis'
  | 'no-value'
  /** Base and value are stocks that carry the same observation. */
  | 'no-newer-value';

/** 同比 or 环比 of a cell. `change` is a ratio (0.12 = +12 %), or percentage points when `points`. */
export interface Comparison {
  change: number | null;
  points: boolean;
  /** Bucket compared with; null when there is none. */
  base: string | null;
  baseCell: Cell | null;
  /** True when only the months that both years have were compared; `months` says which (1–12). */
  sameMonths: number[] | null;
  reason: NoComparisonReason | null;
  /** The change is itself approximate because a side is qualified. */
  approximate: boolean;
}

export type Split = 'none' | 'area' | 'category';

/** One line, bar group or row of a figure. */
export interface Series {
  /** `total`, a place code or a category code. */
  key: string;
  status: Status;
  /** One a bucket. */
  cells: Cell[];
  /** Over all buckets: flows summed, stocks latest, rates undefined unless one. */
  total: Cell;
}

/** Answer to a `series` query. */
export interface SeriesResult {
  subject: Subject;
  buckets: string[];
  series: Series[];
  /** Of the whole figure, unsplit. */
  overall: Series;
  beyond: Beyond[];
  /** Reports that counted: the source line. */
  sources: Sources;
  /** Latest day that a counted report covers; null when none counts. */
  asOf: string | null;
  /** Where the series, sources and day are those of one page of the places alone. */
  places?: PlacesShown;
}

/** A headline number with its comparisons, at the latest bucket of the range that has a value. */
export interface Tile {
  subject: Subject;
  bucket: string | null;
  cell: Cell | null;
  yearOnYear: Comparison | null;
  periodOnPeriod: Comparison | null;
  /** Target of the same subject, area and period with the progress (actual over target); null without one. */
  target: { cell: Cell; progress: number | null } | null;
  buckets: string[];
  sparkline: Cell[];
}

/** Address of a cell, for `explain`. Empty bucket list means all buckets of the range. */
export interface CellAddress {
  subject: string;
  /** Key of the series. */
  key: string;
  split: Split;
  status: Status;
  buckets: string[];
  /** Narrows to these categories, where a figure has more dimensions than its split; the filter's own when absent. */
  categories?: Category[];
}

export interface LeftOut {
  observation: Observation;
  reason: LeftOutReason;
  /** Report or observation that wins over it. */
  by: string | null;
}

/** Answer to 来源: the observations behind a cell, and those left out with the reason. */
export interface Explanation {
  cell: Cell;
  counted: Observation[];
  leftOut: LeftOut[];
  /** How many there are of each, also where only the first were asked for. */
  totals: { counted: number; leftOut: number };
  /** Of those that are not listed, as far as known: wholes and parts of listed ones, and what wins over them. */
  related: Observation[];
  reports: Report[];
}

/** So many reports `facets` names at most. */
export const newestReports = 6;

/** How many observations each choice of the filter bar would leave; absent or 0 is greyed. */
export interface Facets {
  years: Record<string, number>;
  /** By bucket id, `2018-11`. */
  months: Record<string, number>;
  areas: Record<string, number>;
  categories: Partial<Record<Category, number>>;
  subjects: Record<string, number>;
  /** How many reports have any under the other parts of the filter, and the newest of those with how many. */
  reportCount: number;
  newest: { id: string; count: number }[];
  /** Range of the data, ignoring the filter. */
  from: string | null;
  to: string | null;
}

/**
 * Cells without objects, row by row (bucket + row × number of buckets), to cross the worker border at once: each is what
 * `series` says of it. `readGrid` gives one back. All columns lie in one buffer.
 */
export interface Cells {
  /** How many cells a row has. */
  width: number;
  /** Not a number where there is none. */
  value: Float64Array<ArrayBuffer>;
  /** Places in `cellStates`, `qualifiers`, and `units`. */
  state: Uint8Array<ArrayBuffer>;
  qualifier: Uint8Array<ArrayBuffer>;
  unit: Uint16Array<ArrayBuffer>;
  units: string[];
  /** Months that counted reports cover. */
  months: Uint16Array<ArrayBuffer>;
  counted: Uint32Array<ArrayBuffer>;
  leftOut: Uint32Array<ArrayBuffer>;
}

/** Cells with what their rows are. */
export interface Grid extends Cells {
  /** Category codes; `total` of a single row. */
  rows: string[];
}

/** States of cells as `Coverage` numbers them: those without anything to tell are 0. */
export const coverageStates = ['unreported', 'unmentioned', 'value'] as const satisfies CellState[];

/**
 * What is known of each place in each bucket: the state of its cell and the months that reports cover. Of most nothing is,
 * so only the others are listed, row by row, buckets in order. All columns lie in one buffer.
 */
export interface Coverage {
  /** How many buckets there are. */
  width: number;
  /** By row: its first cell; one more at the end. */
  first: Uint32Array<ArrayBuffer>;
  /** By cell: the place of its bucket. */
  bucket: Uint16Array<ArrayBuffer>;
  /** Places in `coverageStates`. */
  state: Uint8Array<ArrayBuffer>;
  months: Uint16Array<ArrayBuffer>;
}

/** Answer to `refresh`: what a dashboard shows under one filter. */
export interface Refresh {
  tiles: Omit<Tile, 'buckets' | 'sparkline'>[];
  buckets: string[];
  /** By subject of the tiles. */
  sparklines: Grid[];
  subject: Subject;
  /** One row, unsplit. */
  overall: Grid;
  byCategory: Grid;
  /**
   * Codes of the places of which anything is known, as bytes, since thousands of texts take long to cross: `readCodes` gives
   * them back. All others are unreported in all buckets.
   */
  places: Uint8Array<ArrayBuffer>;
  /** One cell a place that is known: over all buckets. */
  byArea: Cells;
  /** One row a place that is known. */
  coverage: Coverage;
}

/** Every question the page can ask, with its answer. The worker and the in-process client both obey this map. */
export interface Queries {
  tiles: { request: { filter: Filter; subjects: string[] }; answer: Tile[] };
  series: {
    request: { filter: Filter; subject: string; split: Split; places?: PlacesAsked };
    answer: SeriesResult;
  };
  /** With `first` no more than so many of each list, the newest: behind a total may be a million. */
  explain: {
    request: { filter: Filter; cell: CellAddress; first?: { counted: number; leftOut: number } };
    answer: Explanation;
  };
  facets: { request: { filter: Filter; subjects: string[] }; answer: Facets };
  /** The same by report: there are thousands, and mostly nobody looks. */
  reportCounts: { request: { filter: Filter; subjects: string[] }; answer: Record<string, number> };
  /** A line for each report, all data: it differs when the report's numbers do. */
  digest: { request: Record<string, never>; answer: { lines: string } };
  /** All that a dashboard shows, at once: headline subjects, and one subject by bucket, area and category. */
  refresh: { request: { filter: Filter; subjects: string[]; subject: string }; answer: Refresh };
  /** All observations that touch the filter, unresolved, newest period first; subjects narrow when given. */
  rows: { request: { filter: Filter; subjects: string[] }; answer: Observation[] };
}

export type QueryName = keyof Queries;
