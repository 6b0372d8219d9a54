import type { Observation } from '../../../src/model/observation';
import type { Report } from '../../../src/model/report';

/** What all contenders know of the data before they are asked. */
export interface World {
  /** Observations, all kinds. */
  observations: number;
  facts: number;
  /** Codes of the counties, and of the subjects that are asked for, in the order of their numbers; facts have more subjects. */
  counties: string[];
  subjects: string[];
  /** Months since year 0 of the first one, and how many. */
  firstMonth: number;
  months: number;
  /** Reports of the month after the last, for the import. */
  imports: Import[];
}

/** What rows of numbers are made with. */
export type Known = Pick<World, 'counties' | 'subjects' | 'firstMonth'>;

/** One report to import: as our store takes it, and as facts for the others. */
export interface Import {
  report: Report;
  observations: Observation[];
  county: number;
  month: number;
  /** Packed facts, byte by byte. */
  facts: number[];
}
