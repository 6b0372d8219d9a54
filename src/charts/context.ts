import type { Annotation } from '../model/annotation';
import type { AreaTree } from '../model/area';
import type { Language } from '../model/language';
import type { Report } from '../model/report';
import type { Filter } from '../statistics/query';
import type { ChartText } from './text/zh';

/** Labels of the domain in the language of the interface. */
export interface FigureNames {
  area: (code: string) => string;
  /** For axes and legends. */
  areaShort: (code: string) => string;
  category: (code: string) => string;
  /** Measure with its kind, or indicator. */
  subject: (code: string) => string;
  bucket: (id: string) => string;
  /** Title of a report. */
  report: (id: string) => string;
}

/** Everything beside the answer that a figure is composed from: what the person chose and the words to say it in. */
export interface FigureContext {
  language: Language;
  names: FigureNames;
  text: ChartText;
  filter: Filter;
  areas: AreaTree;
  /** By id; issuers and titles of the source line. */
  reports: Pick<ReadonlyMap<string, Report>, 'get'>;
  /** Remarks attached to the data; none when absent. */
  annotations?: readonly Annotation[];
  /** True when nothing in the data is real: every figure says so. */
  simulated?: boolean;
}
