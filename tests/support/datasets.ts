import type { Area } from '../../src/model/area';
import type { Dataset } from '../../src/model/dataset';
import type { Indicator } from '../../src/model/indicator';
import type { Observation } from '../../src/model/observation';
import { monthsPeriod, parseBucket } from '../../src/model/period';
import type { Report } from '../../src/model/report';
import type { Filter } from '../../src/statistics/query';

const area = (code: string, parent: string | null, level: Area['level'], order: number, place = code): Area => ({
  code,
  name: code,
  nameEn: code,
  shortName: code,
  parent,
  level,
  validFrom: null,
  validTo: null,
  place,
  order,
});

/** A city, two counties, a county that has changed its code, a functional zone, and a second city with one county. */
export const areas: Area[] = [
  area('420000', null, 'province', 0),
  area('421000', '420000', 'prefecture', 1),
  area('421002', '421000', 'county', 1),
  area('421087', '421000', 'county', 2),
  area('421023', '421000', 'county', 3, '421088'),
  area('421088', '421000', 'county', 3),
  area('421071', '421000', 'functional-zone', 4),
  area('420700', '420000', 'prefecture', 2),
  area('420704', '420700', 'county', 1),
];

/** First and last day of a bucket id. */
export function days(bucket: string): { start: string; end: string } {
  return parseBucket(bucket) ?? monthsPeriod(0, 1);
}

/** A report of a place about a bucket. */
export function aReport(refArea: string, bucket: string, more: Partial<Report> = {}): Report {
  const { start, end } = days(bucket);
  return {
    id: `${refArea}-${bucket}`,
    title: '',
    issuer: `${refArea}总工会`,
    refArea,
    coverageStart: start,
    coverageEnd: end,
    frequency: null,
    issuedOn: null,
    issueNumber: null,
    doc: '',
    implied: [],
    ...more,
  };
}

let printed = 0;

/** An observation of a report: 参与人次 over the report's coverage, about its area, unless told otherwise. */
export function anObservation(report: Report, value: number, more: Partial<Observation> = {}): Observation {
  printed += 1;
  const start = more.start ?? printed;
  return {
    id: `${report.id}.${String(start)}`,
    reportId: report.id,
    doc: report.doc,
    start,
    end: start + 1,
    surface: String(value),
    label: `项目${String(start)}`,
    value,
    unit: '人次',
    qualifier: 'exact',
    measure: 'participants',
    category: 'ideology',
    refArea: report.refArea,
    periodStart: report.coverageStart,
    periodEnd: report.coverageEnd,
    kind: 'flow',
    status: 'actual',
    partOf: null,
    indicator: null,
    section: '',
    confidence: 1,
    review: 'accepted',
    implied: [],
    ...more,
  };
}

/** Period fields of a bucket id or of two dates. */
export function during(from: string, to = from): Pick<Observation, 'periodStart' | 'periodEnd'> {
  return { periodStart: parseBucket(from)?.start ?? from, periodEnd: parseBucket(to)?.end ?? to };
}

export function anIndicator(code: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: code,
    nameEn: code,
    aliases: [],
    measure: 'participants',
    category: 'ideology',
    kind: 'flow',
    unit: '人次',
    valence: 'good',
    ...more,
  };
}

/** A dataset of the test areas. */
export function aDataset(reports: Report[], observations: Observation[], indicators: Indicator[] = []): Dataset {
  return { reports, observations, indicators, areas };
}

/** A filter that leaves everything, by year unless told otherwise. */
export function aFilter(more: Partial<Filter> = {}): Filter {
  return { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [], ...more };
}
