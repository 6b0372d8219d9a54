import { bucketMonths, type Granularity } from '../../model/period';
import { choose } from '../decide';
import type { Subject } from '../query';
import type { Entry, Resolved, Span } from '../resolved';
import { areApart, eachGroup, factRuns, insideOf, type FactRuns, type Run } from './factRuns';
import type { Fact } from './facts';
import { sheetSteps, type FlowSheet } from './flowSheet';
import { belowFlag, flagsOf, ownFlag, type PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { placing, type Placing } from './placing';
import { sheetMaker } from './sheetMaker';

/** What every sheet is made with. */
export interface Making {
  byId: Resolved['byId'];
  order: PlaceOrder;
  coverage: (span: Span) => PlaceCoverage;
  factOf: (entry: Entry) => Fact;
}

interface What {
  subject: Subject;
  granularity: Granularity | null;
  buckets: Placing;
  runs: FactRuns;
}

/** What speaks for a place in a bucket. */
interface Voice {
  place: number;
  speaker: number;
  bucket: number;
  facts: Fact[];
}

/**
 * Decides what facts say about a flow at each granularity, and packs it. `knownSpans` are buckets that the sheet without
 * granularity has already.
 */
export function buildSheets(
  making: Making,
  subject: Subject,
  facts: readonly Fact[],
  knownSpans: readonly string[],
): FlowSheet[] {
  const runs = factRuns(facts, making.byId);
  return sheetSteps.map((granularity) => {
    const buckets = placing(granularity, runs.runs, knownSpans);
    const maker = sheetMaker(facts.length);
    decideRuns(maker, making, { subject, granularity, buckets, runs }, { tells: true });
    return maker.pack({ subject: subject.code, granularity, spans: buckets.ids }, making.order.codes.length);
  });
}

type Maker = ReturnType<typeof sheetMaker>;

/** Counts what is told about each place, one more or one fewer an observation. */
export function tellInto(
  maker: Maker,
  { factOf }: Making,
  buckets: Placing,
  entries: readonly Entry[],
  by: 1 | -1,
): void {
  for (const entry of entries) {
    const bucket = buckets.bucketOf(entry);
    if (bucket >= 0) maker.tell(bucket, factOf(entry), by);
  }
}

type Wanted = (place: number, bucket: number) => boolean;

/** Decides what some facts say; `isWanted` narrows where. */
export function decideInto(maker: Maker, making: Making, what: What, isWanted: Wanted): void {
  decideRuns(maker, making, what, { tells: false, isWanted });
}

function decideRuns(
  maker: Maker,
  making: Making,
  { subject, granularity, buckets, runs }: What,
  { tells, isWanted = () => true }: { tells: boolean; isWanted?: Wanted },
): void {
  const { factOf, order, byId } = making;
  const count = (place: number, speaker: number, bucket: number, facts: readonly Fact[]) => {
    const monthsOf = monthsIn(granularity, bucket);
    for (const fact of facts) maker.count(place, bucket, fact, speaker, monthsOf(fact));
  };
  const chosen = (bucket: number, facts: readonly Fact[]): readonly Fact[] => {
    if (facts.length <= 1) return facts;
    const slot = { subject, status: 'actual', span: buckets.spanOf(bucket) } as const;
    const { counted } = choose(
      { byId },
      slot,
      facts.map(({ entry }) => entry),
    );
    return counted.map(factOf);
  };
  /** Of one report and period the bucket does not matter: what is decided once holds for every granularity. */
  const hearOwn = (speaker: number, bucket: number, group: readonly Run[]) => {
    if (!isWanted(speaker, bucket)) return;
    if (!areApart(group, buckets.spanOf(bucket)))
      count(speaker, speaker, bucket, chosen(bucket, insideOf(runs, group)));
    else
      for (const run of group) count(speaker, speaker, bucket, (run.alone ??= chosen(bucket, insideOf(runs, [run]))));
  };
  const coverage = perBucket((bucket) => making.coverage(buckets.spanOf(bucket)));
  const above = new Map<number, Voice>();
  eachGroup(runs, buckets, (speaker, bucket, group) => {
    if (tells) for (const run of group) tellRun(maker, runs, bucket, run);
    if (group.every(({ inside }) => inside === 0)) return;
    const here = coverage(bucket);
    if ((flagsOf(here, speaker) & ownFlag) !== 0) hearOwn(speaker, bucket, group);
    // Nobody is below a place without children: its federation speaks for itself alone.
    if (order.end[speaker] !== speaker + 1)
      hearAbove(order, here, { speaker, bucket, facts: insideOf(runs, group) }, above);
  });
  for (const { place, speaker, bucket, facts } of above.values())
    if (isWanted(place, bucket)) count(place, speaker, bucket, chosen(bucket, facts));
}

function tellRun(maker: Maker, { facts }: FactRuns, bucket: number, { from, to }: Run): void {
  for (let i = from; i < to; i++) maker.tell(bucket, facts[i] as Fact, 1);
}

function perBucket<T>(make: (bucket: number) => T): (bucket: number) => T {
  const made = new Map<number, T>();
  return (bucket) => {
    const known = made.get(bucket) ?? make(bucket);
    made.set(bucket, known);
    return known;
  };
}

/** Months of a bucket, as bits, that a report covers; none where it does not lie in the bucket. */
function monthsIn(granularity: Granularity | null, bucket: number): (fact: Fact) => number {
  const length = granularity === null ? 0 : bucketMonths[granularity];
  return ({ coverage }) => {
    if (!coverage) return 0;
    const [from, to] = [coverage.firstMonth - bucket * length, coverage.lastMonth - bucket * length];
    return from < 0 || to >= length ? 0 : (2 << to) - (1 << from);
  };
}

/**
 * Rule 3: a place's own reports speak for it; where neither it nor any place below it reports, the nearest higher
 * federation that speaks about it does, which is known when all have been heard.
 */
function hearAbove(
  { parent, depth, codes }: PlaceOrder,
  here: PlaceCoverage,
  { speaker, bucket, facts }: Omit<Voice, 'place'>,
  above: Map<number, Voice>,
): void {
  for (const fact of facts) {
    for (let at = fact.place; at !== speaker && at >= 0; at = parent[at] ?? -1) {
      if ((flagsOf(here, at) & (ownFlag | belowFlag)) !== 0) continue;
      const key = bucket * codes.length + at;
      const known = above.get(key);
      if (known?.speaker === speaker) known.facts.push(fact);
      else if (!known || (depth[speaker] ?? 0) > (depth[known.speaker] ?? 0))
        above.set(key, { place: at, speaker, bucket, facts: [fact] });
    }
  }
}
