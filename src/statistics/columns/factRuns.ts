import type { Dated } from '../dated';
import type { Span } from '../resolved';
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
  /** How many of its facts count where that place speaks, and whether it is plain at sight that all of these do. */
  inside: number;
  isPlain: boolean;
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

/** Cuts facts into runs. */
export function factRuns(facts: readonly Fact[]): FactRuns {
  const runs: Run[] = [];
  for (let from = 0; from < facts.length;) {
    const { report, period, coverage, speaker } = facts[from] as Fact;
    let [to, inside] = [from, 0];
    for (; to < facts.length; to++) {
      const fact = facts[to] as Fact;
      if (fact.report !== report || fact.period !== period) break;
      if (fact.isInside) inside += 1;
    }
    const isPlain = areApart(facts, from, to);
    runs.push({ from, to, speaker, report, period, coverage, inside, isPlain, alone: null });
    from = to;
  }
  return { facts, runs, byMonth: ordered(runs, ({ period }) => period?.firstMonth ?? 0) };
}

/** More are compared in another way. */
const few = 24;

/** Whether no number stands twice among some facts, and none is part of another. */
function areApart(facts: readonly Fact[], from: number, to: number): boolean {
  if (to - from > few) return false;
  for (let i = from; i < to; i++) {
    const { value, isPart } = facts[i] as Fact;
    if (isPart) return false;
    for (let j = from; j < i; j++) if (facts[j]?.value === value) return false;
  }
  return true;
}

/** Room for months of all years that dates can have, and for spans. */
const most = 2 ** 17;

/** Numbers of runs by the place of their reports, then by another number, then in reading order. */
function ordered(runs: readonly Run[], numberOf: (run: Run) => number): Uint32Array<ArrayBuffer> {
  const keys = Float64Array.from(runs, (run, i) => (run.speaker * most + numberOf(run)) * runs.length + i);
  return Uint32Array.from(keys.sort(), (key) => key % runs.length);
}

/** What reports of one place say in a bucket, by the month in which it begins; the list is used again for the next. */
type VisitGroup = (speaker: number, bucket: number, group: readonly Run[]) => void;

/** Calls back for each group of runs, by place of the reports, then by bucket. */
export function eachGroup({ runs, byMonth }: FactRuns, { ids, bucketOf }: Placing, visit: VisitGroup): void {
  const buckets = Int32Array.from(runs, bucketOf);
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
 * Whether it is plain at sight that all which is inside counts, as in most buckets: each report speaks for other months of
 * the bucket, about other months, and says nothing twice.
 */
export function isPlain(group: readonly Run[], { firstMonth, months }: Span): boolean {
  let [report, covered, told] = [-1, -1, -1];
  for (const run of group) {
    if (run.inside === 0) continue;
    if (!run.isPlain || !run.period || run.period.firstMonth <= told) return false;
    told = run.period.lastMonth;
    if (run.report === report || group.length === 1) continue;
    const { coverage } = run;
    if (!coverage || coverage.firstMonth <= covered || coverage.firstMonth < firstMonth) return false;
    if (coverage.lastMonth >= firstMonth + months) return false;
    [report, covered] = [run.report, coverage.lastMonth];
  }
  return true;
}
