import type { Observation, Status } from '../../../src/model/observation';
import type { Period } from '../../../src/model/period';
import type { Report } from '../../../src/model/report';
import type { Basis, LeftOut, Subject } from '../../../src/statistics/query';
import { eachOnce, isSameFact, named, readsBefore, wholesOf, type Chosen } from './eachOnce';
import {
  coverage,
  days,
  isLive,
  isOf,
  lies,
  naturalBucket,
  period,
  placeOf,
  replacementOf,
  reportOf,
  sameDays,
  spanOf,
  speakerOf,
  tellsBefore,
  touches,
  type World,
} from './world';

/** One question: which observations count here? */
export interface Question {
  subject: Subject;
  status: Status;
  bucket: string;
  /** Only what fits no finer bucket than this one. */
  beyond: boolean;
}

export interface Choice {
  basis: Basis;
  counted: Observation[];
  leftOut: LeftOut[];
  covered: boolean;
  reporting: string[];
  expected: number;
}

/** Everything said about a place that the question is about. */
export function saidAbout(world: World, q: Question, place: string): Observation[] {
  const span = spanOf(q.bucket);
  return world.observations.filter((observation) => {
    const when = period(observation);
    if (when === null || observation.status !== q.status || !isOf(observation, q.subject)) return false;
    if (!world.tree.contains(place, observation.refArea)) return false;
    if (q.subject.kind === 'stock') {
      if (q.beyond) return false;
      return q.status === 'actual' ? when.end <= span.end : when.end >= span.start && when.end <= span.end;
    }
    return q.beyond ? naturalBucket(when) === q.bucket : lies(when, span);
  });
}

const ownReportsWithin = (world: World, place: string, span: Period) =>
  world.reports.filter(
    (report) =>
      world.tree.placeOf(report.refArea) === place &&
      replacementOf(world, report) === null &&
      lies(coverage(report), span),
  );

const below = (world: World, place: string) =>
  world.tree.places.map((area) => area.place).filter((other) => other !== place && world.tree.contains(place, other));

/** The place's own federation reports on the bucket. */
function reportsItself(world: World, q: Question, place: string): boolean {
  const span = spanOf(q.bucket);
  const names = world.observations.some(
    (o) =>
      o.status === 'actual' &&
      isLive(world, o) &&
      speakerOf(world, o) === place &&
      world.tree.contains(place, o.refArea) &&
      lies(period(o), span),
  );
  return names || ownReportsWithin(world, place, span).length > 0;
}

/** The place's own federation states the very subject. */
const statesItself = (world: World, q: Question, place: string) =>
  saidAbout(world, q, place).some((o) => isLive(world, o) && speakerOf(world, o) === place);

const speakerAbove = (world: World, q: Question, place: string) =>
  world.tree
    .ancestors(place)
    .find((above) => saidAbout(world, q, place).some((o) => isLive(world, o) && speakerOf(world, o) === above));

const byCoverage = (q: Question) => q.status === 'actual' && q.subject.kind !== 'stock';

function basisOf(world: World, q: Question, place: string): Basis {
  const children = below(world, place);
  if (!byCoverage(q)) {
    if (statesItself(world, q, place)) return 'own';
    if (children.some((child) => statesItself(world, q, child))) return 'children';
    if (speakerAbove(world, q, place) !== undefined) return 'above';
  }
  if (reportsItself(world, q, place)) return 'own';
  if (children.some((child) => reportsItself(world, q, child))) return 'children';
  return speakerAbove(world, q, place) === undefined ? 'none' : 'above';
}

export function coveredBy(world: World, bucket: string, place: string): Report[] {
  const own = ownReportsWithin(world, place, spanOf(bucket));
  return own.length > 0 ? own : below(world, place).flatMap((child) => ownReportsWithin(world, child, spanOf(bucket)));
}

export function choose(world: World, q: Question, place: string): Choice {
  const basis = basisOf(world, q, place);
  const said = saidAbout(world, q, place);
  if (basis === 'children') return overChildren(world, q, place, said);
  const speaker = basis === 'own' ? place : basis === 'above' ? speakerAbove(world, q, place) : undefined;
  const heard = said.filter((o) => isLive(world, o) && speakerOf(world, o) === speaker);
  const { counted, leftOut } = q.subject.kind === 'flow' ? flows(world, q, heard) : latest(world, heard);
  const hasOwn = ownReportsWithin(world, place, spanOf(q.bucket)).length > 0;
  const others = said.filter((o) => !heard.includes(o)).map((o) => passedOver(world, o));
  return {
    basis,
    counted,
    leftOut: [...leftOut, ...others],
    covered: byCoverage(q) ? basis === 'own' && hasOwn : coveredBy(world, q.bucket, place).length > 0,
    reporting: [],
    expected: 0,
  };
}

function overChildren(world: World, q: Question, place: string, said: Observation[]): Choice {
  const children = world.tree.children(place).map((child) => ({ child, ...choose(world, q, child) }));
  const reports = ({ basis }: Choice) => basis === 'own' || basis === 'children';
  const isZone = (child: string) => world.tree.area(child)?.level === 'functional-zone';
  const told = children.flatMap((one) => [...one.counted, ...one.leftOut.map(({ observation }) => observation)]);
  return {
    basis: 'children',
    counted: children.flatMap(({ counted }) => counted),
    leftOut: [
      ...children.flatMap(({ leftOut }) => leftOut),
      ...said.filter((o) => !told.includes(o)).map((o) => passedOver(world, o)),
    ],
    covered: byCoverage(q) ? children.some(({ covered }) => covered) : coveredBy(world, q.bucket, place).length > 0,
    reporting: children.filter(reports).map(({ child }) => child),
    expected: children.filter((one) => reports(one) || !isZone(one.child)).length,
  };
}

function passedOver(world: World, observation: Observation): LeftOut {
  if (observation.review === 'rejected') return { observation, reason: 'rejected', by: null };
  const replacement = replacementOf(world, reportOf(world, observation));
  if (replacement) return { observation, reason: 'superseded', by: replacement.id };
  return { observation, reason: 'own-federation-wins', by: null };
}

/** Longest coverage first (rule 2), then each fact once. */
function flows(world: World, q: Question, heard: Observation[]): Chosen {
  const span = spanOf(q.bucket);
  const speaksFor = (report: Report): Period => {
    if (q.status === 'actual') return coverage(report);
    const set = heard.filter((o) => o.reportId === report.id).map((o) => period(o) ?? span);
    const starts = set.map(({ start }) => start).sort();
    const ends = set.map(({ end }) => end).sort();
    return { start: starts[0] ?? span.start, end: ends.at(-1) ?? span.end };
  };
  const waiting = world.reports.filter((report) => heard.some((o) => o.reportId === report.id));
  const goesBefore = (a: Report, b: Report) => {
    const [x, y] = [speaksFor(a), speaksFor(b)];
    if (lies(x, span) !== lies(y, span)) return lies(x, span);
    if (days(x) !== days(y)) return lies(x, span) ? days(x) > days(y) : days(x) < days(y);
    return tellsBefore(b, a);
  };
  waiting.sort((a, b) => (goesBefore(a, b) ? -1 : 1));
  const taken: Report[] = [];
  const kept: Observation[] = [];
  const leftOut: LeftOut[] = [];
  for (const report of waiting) {
    const mine = speaksFor(report);
    const free: Observation[] = [];
    for (const observation of heard.filter((o) => o.reportId === report.id)) {
      const rival = taken.find((other) => {
        const theirs = speaksFor(other);
        if (sameDays(mine, theirs)) return false;
        if (lies(mine, span) && lies(mine, theirs)) return true;
        if (lies(mine, span) && !touches(mine, theirs)) return false;
        return touches(period(observation) ?? span, theirs);
      });
      if (rival) leftOut.push({ observation, reason: 'covered-by-longer', by: rival.id });
      else free.push(observation);
    }
    if (free.length > 0) taken.push(report);
    kept.push(...free);
  }
  const once = eachOnce(world, q, kept);
  return { counted: once.counted, leftOut: [...leftOut, ...once.leftOut] };
}

/** Of each stock or rate the latest stands (rule 5). */
function latest(world: World, heard: Observation[]): Chosen {
  const counted: Observation[] = [];
  const leftOut: LeftOut[] = [];
  const standsAfter = (a: Observation, b: Observation) => {
    const [x, y] = [period(a)?.end ?? '', period(b)?.end ?? ''];
    return x === y ? readsBefore(world, b, a) : x > y;
  };
  for (const observation of heard) {
    const series = heard.filter(
      (o) => named(o) === named(observation) && placeOf(world, o) === placeOf(world, observation),
    );
    const newest = series.reduce((best, o) => (standsAfter(o, best) ? o : best));
    const beside = series.filter(
      (o) =>
        o.reportId === newest.reportId &&
        period(o)?.end === period(newest)?.end &&
        o.label.trim() === observation.label.trim(),
    );
    const last = beside.length === 0 ? newest : beside.reduce((best, o) => (standsAfter(o, best) ? o : best));
    const again = last.reportId === observation.reportId && isSameFact(world, last, observation);
    if (last !== observation) leftOut.push({ observation, reason: again ? 'repeated' : 'older-value', by: null });
    else if (wholesOf(world, observation).some((whole) => heard.includes(whole)))
      leftOut.push({ observation, reason: 'part', by: null });
    else counted.push(observation);
  }
  return { counted, leftOut };
}
