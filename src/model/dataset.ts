import type { Area } from './area';
import type { Indicator } from './indicator';
import type { Observation } from './observation';
import type { Report } from './report';

/** Everything that statistics read: what the package holds and what people added. */
export interface Dataset {
  reports: Report[];
  observations: Observation[];
  indicators: Indicator[];
  areas: Area[];
}
