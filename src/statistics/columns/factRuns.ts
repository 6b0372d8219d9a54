import type { Dated } from '../dated';
import type { Entry, Resolved, Span } from '../resolved';
import type { Fact } from './facts';
import type { Placing } from './placing';

/** What a report says of a subject about one period: it goes from bucket to bucket together. */
export interface Run {
  /** Where its facts begin and end. */
  from: number;
  to: number;
  /** Numbers of the place of its report, and of the report. */
  speaker: number;
  report: number;
  period: Dated | null;
  coverage: Dated | null;
  /** How many of its facts may count where that place speaks, and whether no part among them has a whole elsewhere. */
  inside: number;
  isClosed: boolean;
  /** What counts of it where nobody else speaks, whatever the bucket; null until it has been decided. */
  alone: readonly Fact[] | null;
}

/** Facts of a subject in reading order, cut into runs where report or period change. */
export interface FactRuns {
  facts: readonly Fact[];
  runs: readonly Run[];
  /** Numbers of runs by the place of their reports, then by the month in which they begin, then in reading order. */
  byMonth: Uint32Array<ArrayBuffer>;
}

/** Cuts facts into runs; `byId` finds the wholes of parts. */
export function factRuns(facts: readonly Fact[], byId: Resolved['byId']): FactRuns {
  const runs: Run[] = [];
  for (let from = 0; from < facts.length;) {
    const { report, period, coverage, speaker } = facts[from] as Fact;
    let [to, inside, isClosed] = [from, 0, true];
    for (; to < facts.length; to++) {
      const fact = facts[to] as Fact;
      if (fact.report !== report || fact.period !== period) break;
      if (fact.isInside) inside += 1;
      if (fact.entry.observation.partOf !== null) isClosed &&= isWithin(fact.entry, byId);
    }
    runs.push({ from, to, speaker, report, period, coverage, inside, isClosed, alone: null });
    from = to;
  }
  return { facts, runs, byMonth: ordered(runs, ({ period }) => period?.firstMonth ?? 0) };
}

/** Whether what a part is part of, and what that is part of, stands in the same report about the same period. */
function isWithin({ observation: { partOf }, report, period }: Entry, byId: Resolved['byId']): boolean {
  const whole = partOf === null ? undefined : byId.get(partOf);
  if (!whole) return true;
  return whole.observation.partOf === null && whole.report === report && whole.period === period;
}

/** Room for months of all years that dates can have, and for spans. */
const most = 2 ** 17;

/** Numbers of runs by the place of their reports, then by another number, then in reading order. */
function ordered(runs: readonly Run[], numberOf: (run: Run) => number): Uint32Array<ArrayBuffer> {
  const keys = new Float64Array(runs.length);
  runs.forEach((run, i) => (keys[i] = (run.speaker * most + numberOf(run)) * runs.length + i));
  return new Uint32Array(keys.sort().map((key) => key % runs.length));
}

/** What reports of one place say in a bucket, by the month in which it begins; the list is used again for the next. */
type VisitGroup = (speaker: number, bucket: number, group: readonly Run[]) => void;

/** Calls back for each group of runs, by place of the reports, then by bucket. */
export function eachGroup({ runs, byMonth }: FactRuns, { ids, bucketOf }: Placing, visit: VisitGroup): void {
  const buckets = new Int32Array(runs.length);
  runs.forEach((run, i) => (buckets[i] = bucketOf(run)));
  // Buckets of one length follow each other as their months do; others have numbers of their own.
  const order = ids.length === 0 ? byMonth : ordered(runs, (run) => bucketOf(run) + 1);
  const group: Run[] = [];
  let [speaker, bucket] = [-1, -1];
  const end = () => {
    if (group.length > 0) visit(speaker, bucket, group);
    group.length = 0;
  };
  for (const number of order) {
    const at = buckets[number] as number;
    if (at < 0) continue;
    const run = runs[number] as Run;
    if (at !== bucket || run.speaker !== speaker) {
      end();
      [speaker, bucket] = [run.speaker, at];
    }
    group.push(run);
  }
  end();
}

/** The facts of some runs, in reading order, that count where the place of their reports speaks. */
export function insideOf({ facts }: FactRuns, group: readonly Run[]): Fact[] {
  const inside: Fact[] = [];
  const inOrder = group.length === 1 ? group : [...group].sort((a, b) => a.from - b.from);
  for (const { from, to } of inOrder)
    for (let i = from; i < to; i++) if (facts[i]?.isInside) inside.push(facts[i] as Fact);
  return inside;
}

/**
 * Whether runs of one bucket have nothing to do with each other, as in most: each report speaks for other months of the
 * bucket, about other months. Then of each counts what would count alone.
 */
export function areApart(group: readonly Run[], { firstMonth, months }: Span): boolean {
  if (group.length === 1) return true;
  let [report, covered, told] = [-1, firstMonth - 1, -1];
  for (const { inside, isClosed, period, coverage, ...run } of group) {
    if (inside === 0) continue;
    if (!isClosed || !period || period.firstMonth <= told) return false;
    told = period.lastMonth;
    if (run.report === report) continue;
    if (!coverage || coverage.firstMonth <= covered || coverage.lastMonth >= firstMonth + months) return false;
    [report, covered] = [run.report, coverage.lastMonth];
  }
  return true;
}
