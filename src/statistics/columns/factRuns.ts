import type { Fact } from './facts';
import type { Placing } from './placing';

/** Facts of a subject in reading order, cut where report or period change: a run goes from bucket to bucket together. */
export interface FactRuns {
  facts: readonly Fact[];
  /** By run: where its facts begin; the end comes last. */
  first: Uint32Array<ArrayBuffer>;
  /** Numbers of runs by the place of their reports, then by the month in which they begin, then in reading order. */
  byMonth: Uint32Array<ArrayBuffer>;
  /** By run what counts of it where nobody else speaks, whatever the bucket; nothing until it has been decided. */
  alone: (readonly Fact[] | undefined)[];
}

/** Room for months of all years that dates can have, and for spans. */
const most = 2 ** 17;

/** Cuts facts into runs. */
export function factRuns(facts: readonly Fact[]): FactRuns {
  const begins: number[] = [];
  for (let i = 0; i < facts.length; i++) {
    const [before, { entry }] = [facts[i - 1]?.entry, facts[i] as Fact];
    if (before?.report !== entry.report || before.period !== entry.period) begins.push(i);
  }
  const first = Uint32Array.from([...begins, facts.length]);
  const byMonth = ordered(facts, first, ({ entry }) => entry.period?.firstMonth ?? 0);
  return { facts, first, byMonth, alone: [] };
}

/** Numbers of runs by the place of their reports, then by a number of their first facts, then in reading order. */
function ordered(
  facts: readonly Fact[],
  first: Uint32Array,
  numberOf: (fact: Fact) => number,
): Uint32Array<ArrayBuffer> {
  const count = first.length - 1;
  const keys = new Float64Array(count);
  for (let run = 0; run < count; run++) {
    const fact = facts[first[run] as number] as Fact;
    keys[run] = (fact.speaker * most + numberOf(fact)) * count + run;
  }
  return Uint32Array.from(keys.sort(), (key) => key % count);
}

/** What reports of one place say in a bucket: numbers of runs in reading order; the list is used again for the next. */
export type VisitGroup = (speaker: number, bucket: number, runs: readonly number[]) => void;

/** Calls back for each group of runs, by place of the reports, then by bucket. */
export function eachGroup({ facts, first, byMonth }: FactRuns, { ids, bucketOf }: Placing, visit: VisitGroup): void {
  // Buckets of one length follow each other as their months do; others have numbers of their own.
  const order = ids.length === 0 ? byMonth : ordered(facts, first, ({ entry }) => bucketOf(entry) + 1);
  const group: number[] = [];
  let [speaker, bucket] = [-1, -1];
  const end = () => {
    if (group.length > 1) group.sort((a, b) => a - b);
    if (group.length > 0) visit(speaker, bucket, group);
    group.length = 0;
  };
  for (const run of order) {
    const fact = facts[first[run] as number] as Fact;
    const at = bucketOf(fact.entry);
    if (at < 0) continue;
    if (at !== bucket || fact.speaker !== speaker) {
      end();
      [speaker, bucket] = [fact.speaker, at];
    }
    group.push(run);
  }
  end();
}

/** The facts of some runs that count where the place of their reports speaks. */
export function insideOf({ facts, first }: FactRuns, runs: readonly number[]): Fact[] {
  const inside: Fact[] = [];
  for (const run of runs)
    for (let i = first[run] as number; i < (first[run + 1] as number); i++)
      if (facts[i]?.isInside) inside.push(facts[i] as Fact);
  return inside;
}
