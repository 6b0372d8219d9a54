import type { AreaTree } from '../model/area';
import type { Dataset } from '../model/dataset';
import type { Measure } from '../model/measures';
import type { Kind, Observation } from '../model/observation';
import type { Granularity, Period } from '../model/period';
import type { Report } from '../model/report';
import type { FacetColumns } from './columns/facetColumns';
import type { Flows } from './columns/flows';
import type { Coverage } from './coverage';
import type { Dated } from './dated';
import type { Slot } from './slot';

/** A report with what every question asks of it. */
export interface ReportEntry {
  id: string;
  report: Report;
  /** Today's code of the place whose federation speaks. */
  place: string;
  /** Null when its dates are not dates: such a report covers nothing. */
  coverage: Dated | null;
  /** Place in the order of issue, from the oldest: coverage end, date and number of issue, id. */
  rank: number;
  /** The later issue that replaces it (rule 7). */
  supersededBy: ReportEntry | null;
}

/** An observation with what every question asks of it. */
export interface Entry {
  /** Place in the reading order: report by rank, then position in the text. */
  index: number;
  observation: Observation;
  report: ReportEntry;
  /** Today's code of the place it speaks about, and the place with all that contain it, nearest first. */
  place: string;
  within: readonly string[];
  /** Null while undated: it is in no bucket. */
  period: Dated | null;
  measure: Measure;
  kind: Kind;
  /** Subjects that it belongs to: its measure's and, where it has one, its indicator's. */
  codes: readonly string[];
  /** What recurs: the indicator's code, else the label. */
  series: string;
}

/** A bucket with its days; granularity is null where it is longer than a year. */
export interface Span extends Period {
  id: string;
  granularity: Granularity | null;
  /** Months since year 0, and how many it has. */
  firstMonth: number;
  months: number;
}

/** Places that a selection of areas stands for: those that a total sums, and those that a split shows. */
export interface Selection {
  top: readonly string[];
  shown: readonly string[];
}

/**
 * A dataset indexed once per change of the data; every answer reads from it. The maps remember what answers have worked
 * out, so that a second question costs look-ups only; they never change what is answered.
 */
export interface Resolved {
  dataset: Dataset;
  tree: AreaTree;
  reports: readonly ReportEntry[];
  /** In reading order. */
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  /** Entries of a subject's code, measures and indicators alike. */
  bySubject: ReadonlyMap<string, readonly Entry[]>;
  /** Actual flows as columns, in place of their entries; null where `entries` holds everything. */
  flows: Flows | null;
  /** Who reports on a bucket: from columns, where `entries` does not hold everything. */
  coverage: ((span: Span) => Coverage) | null;
  /** Whether anything is hoped for of a flow in buckets of a granularity, likewise. */
  isAimed: ((subject: string, granularity: Granularity) => boolean) | null;
  /** What the filter bar counts, likewise. */
  facets: FacetColumns | null;
  remembered: {
    range: Period | null | undefined;
    buckets: Map<string, string[]>;
    coverage: Map<string, ReadonlyMap<string, Coverage>>;
    stated: Map<string, readonly Entry[]>;
    pools: Map<string, ReadonlyMap<string, readonly Entry[]>>;
    slots: Map<string, Slot>;
    restricted: Map<string, Resolved>;
    selections: Map<string, Selection>;
    /** The same by the very list of a filter, which is read several times for one answer. */
    selectionsByList: WeakMap<readonly string[], Selection>;
  };
}
