import type { Category } from './categories';
import type { Measure } from './measures';
import type { Qualifier } from './qualifier';

export const kinds = ['flow', 'stock', 'rate'] as const;
/** `flow`: happened within the period; `stock`: a standing level at its end; `rate`: a ratio. */
export type Kind = (typeof kinds)[number];

export const statuses = ['actual', 'target'] as const;
export type Status = (typeof statuses)[number];

export const reviews = ['machine', 'accepted', 'edited', 'rejected'] as const;
/** What a person has decided about an observation. */
export type Review = (typeof reviews)[number];

/**
 * One statistic found in a report, flat and JSON-safe: the same object is a row of the package, a worker message and a
 * line of the command line's output. Field rules: the codebook, section 2.
 */
export interface Observation {
  /** `<reportId>.<start>`, stable over re-extraction of the same text. */
  id: string;
  reportId: string;
  /** File name of the report's text. */
  doc: string;
  /** UTF-16 offsets of the printed number, with qualifier and unit, into `doc`. */
  start: number;
  end: number;
  /** The number as printed, white space removed. */
  surface: string;
  /** What is counted, a short Chinese noun phrase in our own words. */
  label: string;
  /** In the base unit, scale words multiplied out. */
  value: number;
  unit: string;
  qualifier: Qualifier;
  measure: Measure;
  category: Category;
  /** Code of `areas.csv`, in force at the time of the observation. */
  refArea: string;
  /** ISO dates, both inclusive; null while a report's year is not yet known. */
  periodStart: string | null;
  periodEnd: string | null;
  kind: Kind;
  status: Status;
  /** Id of the observation that this one is a part of. */
  partOf: string | null;
  /** Code of `indicators.csv`, where the thing recurs over reports. */
  indicator: string | null;
  /** The numbered item of the report, e.g. 五. */
  section: string;
  /** 0 to 1: how sure the extractor is; 1 for what a person has read. */
  confidence: number;
  review: Review;
  /** Names of fields that were inferred, not printed. */
  implied: string[];
}
