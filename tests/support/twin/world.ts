import { areaTree, type AreaTree } from '../../../src/model/area';
import type { Dataset } from '../../../src/model/dataset';
import { isMeasure } from '../../../src/model/measures';
import type { Observation } from '../../../src/model/observation';
import { bucketsIn, isIsoDate, parseBucket, type Granularity, type Period } from '../../../src/model/period';
import type { Report } from '../../../src/model/report';
import type { Filter, Subject } from '../../../src/statistics/query';

/** The slow twin of the statistics: the rules read aloud, over plain rows, without an index and without memory. */
export interface World {
  tree: AreaTree;
  reports: Report[];
  observations: Observation[];
  dataset: Dataset;
}

export function worldOf(dataset: Dataset, onlyReports: string[]): World {
  const isRead = (id: string) => onlyReports.length === 0 || onlyReports.includes(id);
  const reports = dataset.reports.filter((report) => isRead(report.id));
  const known = (id: string) => reports.some((report) => report.id === id);
  const observations = dataset.observations.filter(({ reportId }) => known(reportId));
  return { tree: areaTree(dataset.areas), reports, observations, dataset };
}

export function reportOf(world: World, observation: Observation): Report {
  const report = world.reports.find(({ id }) => id === observation.reportId);
  if (!report) throw new Error(`no report: ${observation.reportId}`);
  return report;
}

/** 421000-2018-11.2 is the second issue. */
const issueInId = (id: string) => Number(/\.(\d+)$/.exec(id)?.[1] ?? '1');
const issueNumber = (report: Report) => Number(/\d+/.exec(report.issueNumber ?? '')?.[0] ?? '-1');

export function isIssuedBefore(a: Report, b: Report): boolean {
  if (a.issuedOn !== b.issuedOn) return (a.issuedOn ?? '') < (b.issuedOn ?? '');
  if (issueNumber(a) !== issueNumber(b)) return issueNumber(a) < issueNumber(b);
  if (issueInId(a.id) !== issueInId(b.id)) return issueInId(a.id) < issueInId(b.id);
  return a.id < b.id;
}

/** Whether `b` tells later than `a`: it covers to a later day, or was issued later. */
export function tellsBefore(a: Report, b: Report): boolean {
  return a.coverageEnd === b.coverageEnd ? isIssuedBefore(a, b) : a.coverageEnd < b.coverageEnd;
}

export function replacementOf(world: World, report: Report): Report | null {
  const issues = world.reports.filter(
    (other) =>
      other.issuer === report.issuer &&
      world.tree.placeOf(other.refArea) === world.tree.placeOf(report.refArea) &&
      other.coverageStart === report.coverageStart &&
      other.coverageEnd === report.coverageEnd,
  );
  const last = issues.reduce((latest, other) => (isIssuedBefore(latest, other) ? other : latest), report);
  return last === report ? null : last;
}

export const coverage = (report: Report): Period => ({ start: report.coverageStart, end: report.coverageEnd });

export function period({ periodStart, periodEnd }: Observation): Period | null {
  if (periodStart === null || periodEnd === null || !isIsoDate(periodStart) || !isIsoDate(periodEnd)) return null;
  return periodStart <= periodEnd ? { start: periodStart, end: periodEnd } : null;
}

export const lies = (inner: Period | null, outer: Period) =>
  inner !== null && inner.start >= outer.start && inner.end <= outer.end;
export const touches = (a: Period, b: Period) => a.start <= b.end && b.start <= a.end;
export const sameDays = (a: Period, b: Period) => a.start === b.start && a.end === b.end;
export const days = (span: Period) => Math.round((Date.parse(span.end) - Date.parse(span.start)) / 86_400_000) + 1;

export function isLive(world: World, observation: Observation): boolean {
  return observation.review !== 'rejected' && replacementOf(world, reportOf(world, observation)) === null;
}

/** Place of an observation, and of the federation that says it. */
export const placeOf = (world: World, observation: Observation) => world.tree.placeOf(observation.refArea);
export const speakerOf = (world: World, observation: Observation) =>
  world.tree.placeOf(reportOf(world, observation).refArea);

/** A bucket as days; years together are `2018/2019`. */
export function spanOf(bucket: string): Period {
  const parsed = parseBucket(bucket);
  if (parsed) return { start: parsed.start, end: parsed.end };
  const [first = '', last = ''] = bucket.split('/');
  return { start: `${first}-01-01`, end: `${last}-12-31` };
}

const sizes: Granularity[] = ['M', 'Q', 'S', 'A'];

export function granularityOf(bucket: string): Granularity | null {
  return parseBucket(bucket)?.granularity ?? null;
}

export function isCoarser(bucket: string, granularity: Granularity): boolean {
  const own = granularityOf(bucket);
  return own === null || sizes.indexOf(own) > sizes.indexOf(granularity);
}

/** The smallest bucket that holds a period. */
export function naturalBucket(days: Period): string {
  for (const size of sizes) {
    const touched = bucketsIn(days, size);
    if (touched.length === 1 && touched[0] !== undefined) return touched[0];
  }
  return `${days.start.slice(0, 4)}/${days.end.slice(0, 4)}`;
}

export function subjectOf(dataset: Dataset, code: string): Subject {
  const [measure = '', stock] = code.split('.');
  if (isMeasure(measure)) {
    const kind = measure === 'rate' ? 'rate' : stock === 'stock' ? 'stock' : 'flow';
    return { code, measure, kind, indicator: null };
  }
  const indicator = dataset.indicators.find((one) => one.code === code);
  if (!indicator) throw new Error(code);
  const isRate = indicator.measure === 'rate' || indicator.kind === 'rate';
  return {
    code,
    measure: isRate ? 'rate' : indicator.measure,
    kind: isRate ? 'rate' : indicator.kind,
    indicator: code,
  };
}

export function isOf(observation: Observation, subject: Subject): boolean {
  const isRate = observation.measure === 'rate' || observation.kind === 'rate';
  const kind = isRate ? 'rate' : observation.kind;
  const measure = isRate ? 'rate' : observation.measure;
  if (subject.kind !== kind || subject.measure !== measure) return false;
  return subject.indicator === null || subject.indicator === observation.indicator;
}

/** Buckets of a figure; the twin is never asked for a century. */
export function figureBuckets(world: World, filter: Filter): string[] {
  const starts = world.reports.map((report) => report.coverageStart).sort();
  const ends = world.reports.map((report) => report.coverageEnd).sort();
  const [start, end] = [filter.from ?? starts[0], filter.to ?? ends.at(-1)];
  return start === undefined || end === undefined || start > end ? [] : bucketsIn({ start, end }, filter.granularity);
}
