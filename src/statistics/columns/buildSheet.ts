import { bucketMonths, type Granularity } from '../../model/period';
import { isLive } from '../coverage';
import { choose } from '../decide';
import type { Subject } from '../query';
import type { Entry, ReportEntry, Resolved, Span } from '../resolved';
import { entriesOf } from '../slot';
import { sheetSteps, type FlowSheet } from './flowSheet';
import { belowFlag, flagsOf, ownFlag, type PlaceCoverage } from './placeCoverage';
import type { PlaceOrder } from './placeOrder';
import { placing, type Placing } from './placing';
import { sheetMaker, type Fact, type Units } from './sheetMaker';

/** What every sheet is made with. */
export interface Making {
  resolved: Resolved;
  order: PlaceOrder;
  units: Units;
  coverage: (span: Span) => PlaceCoverage;
  reportNumber: (report: ReportEntry) => number;
}

interface What {
  subject: Subject;
  granularity: Granularity | null;
}

/** What a report says of one subject about one period: it goes from bucket to bucket together. */
interface Run {
  /** Number of the report's place. */
  speaker: number;
  entries: Entry[];
  /** Numbers of the places that they are about. */
  places: number[];
  /** Those that count where the report's federation speaks: about its place or one below it, and live. */
  inside: Entry[];
  /** What counts of those where nobody else speaks, whatever the bucket; null until it is asked for. */
  alone: readonly Fact[] | null;
  /** What the entries bring to cells; null until it is asked for. */
  facts: readonly Fact[] | null;
}

/** What speaks for a place in a bucket. */
interface Voice {
  place: number;
  speaker: number;
  bucket: number;
  entries: Entry[];
}

/**
 * Decides what some observations say about a flow at each granularity, and packs it. `knownSpans` are buckets that
 * the sheet without granularity has already.
 */
export function buildSheets(making: Making, subject: Subject, knownSpans: readonly string[]): FlowSheet[] {
  const { order } = making;
  const entries = entriesOf(making.resolved, subject, 'actual');
  const runs = runsOf(entries, order);
  return sheetSteps.map((granularity) => {
    const buckets = placing(granularity, entries, knownSpans);
    const maker = sheetMaker(making);
    decideRuns(maker, making, { subject, granularity, buckets, runs }, { tells: true });
    return maker.pack({ subject: subject.code, granularity, spans: buckets.ids }, order.codes.length);
  });
}

/** Cuts entries, which stand in reading order, where report or period change. */
function runsOf(entries: readonly Entry[], { numberOf, end }: PlaceOrder): Run[] {
  const runs: Run[] = [];
  let [run, last]: [Run | null, Entry | null] = [null, null];
  for (const entry of entries) {
    if (!run || last?.report !== entry.report || last.period !== entry.period) {
      run = {
        speaker: numberOf.get(entry.report.place) ?? 0,
        entries: [],
        places: [],
        inside: [],
        alone: null,
        facts: null,
      };
      runs.push(run);
    }
    const place = entry.place === entry.report.place ? run.speaker : (numberOf.get(entry.place) ?? 0);
    run.entries.push(entry);
    run.places.push(place);
    if (place >= run.speaker && place < (end[run.speaker] ?? 0) && isLive(entry)) run.inside.push(entry);
    last = entry;
  }
  return runs;
}

type Maker = ReturnType<typeof sheetMaker>;

/** Counts what is told about each place, one more or one fewer an observation. */
export function tellInto(
  maker: Maker,
  { numberOf }: PlaceOrder,
  buckets: Placing,
  entries: readonly Entry[],
  count: 1 | -1,
): void {
  for (const entry of entries) {
    const bucket = buckets.bucketOf(entry);
    if (bucket >= 0) maker.tell(numberOf.get(entry.place) ?? 0, bucket, maker.factOf(entry), count);
  }
}

type Wanted = (place: number, bucket: number) => boolean;

/** Decides what some observations say; `isWanted` narrows where. */
export function decideInto(
  maker: Maker,
  making: Making,
  { entries, ...what }: What & { buckets: Placing; entries: readonly Entry[] },
  isWanted: Wanted,
): void {
  decideRuns(maker, making, { ...what, runs: runsOf(entries, making.order) }, { tells: false, isWanted });
}

function decideRuns(
  maker: Maker,
  making: Making,
  { subject, granularity, buckets, runs }: What & { buckets: Placing; runs: readonly Run[] },
  { tells, isWanted = () => true }: { tells: boolean; isWanted?: Wanted },
): void {
  const count = (place: number, speaker: number, bucket: number, counted: readonly Fact[]) => {
    for (const fact of counted) maker.count(place, bucket, fact, speaker, monthsIn(fact.report, granularity, bucket));
  };
  const chosen = (bucket: number, entries: readonly Entry[]) =>
    choose(making.resolved, { subject, status: 'actual', span: buckets.spanOf(bucket) }, entries).counted.map(
      maker.factOf,
    );
  const hear = ({ place, speaker, bucket, entries }: Voice) => {
    if (isWanted(place, bucket)) count(place, speaker, bucket, chosen(bucket, entries));
  };
  /** Of one report and period the bucket does not matter: what is decided once holds for every granularity. */
  const hearOwn = (speaker: number, bucket: number, mine: readonly Run[]) => {
    if (!isWanted(speaker, bucket)) return;
    const run = mine[0];
    if (run && mine.length === 1) count(speaker, speaker, bucket, (run.alone ??= chosen(bucket, run.inside)));
    else count(speaker, speaker, bucket, chosen(bucket, insideOf(mine)));
  };
  const above = new Map<number, Voice>();
  eachGroup(runs, buckets, making.order, (speaker, bucket, mine) => {
    if (tells) for (const run of mine) tellRun(maker, run, bucket);
    if (mine.every(({ inside }) => inside.length === 0)) return;
    const here = making.coverage(buckets.spanOf(bucket));
    if ((flagsOf(here, speaker) & ownFlag) !== 0) hearOwn(speaker, bucket, mine);
    // Nobody is below a place without children: its federation speaks for itself alone.
    if (making.order.end[speaker] !== speaker + 1)
      hearAbove(making.order, here, { speaker, bucket, runs: mine }, above);
  });
  for (const voice of above.values()) hear(voice);
}

const insideOf = (runs: readonly Run[]): Entry[] => runs.flatMap(({ inside }) => inside);

function tellRun(maker: Maker, run: Run, bucket: number): void {
  run.facts ??= run.entries.map(maker.factOf);
  for (let i = 0; i < run.facts.length; i++) maker.tell(run.places[i] as number, bucket, run.facts[i] as Fact);
}

/** Months of a bucket, as bits, that a report covers; none where it does not lie in the bucket. */
function monthsIn({ coverage }: ReportEntry, granularity: Granularity | null, bucket: number): number {
  if (!coverage || granularity === null) return 0;
  const length = bucketMonths[granularity];
  const [from, to] = [coverage.firstMonth - bucket * length, coverage.lastMonth - bucket * length];
  return from < 0 || to >= length ? 0 : (2 << to) - (1 << from);
}

/** Calls back for each group of runs, by bucket, then by speaker; those of one group stay in reading order. */
function eachGroup(
  runs: readonly Run[],
  buckets: Placing,
  { codes }: PlaceOrder,
  visit: (speaker: number, bucket: number, runs: readonly Run[]) => void,
): void {
  const base = runs.length;
  const keys = new Float64Array(base);
  let length = 0;
  for (let i = 0; i < base; i++) {
    const { entries, speaker } = runs[i] as Run;
    const bucket = buckets.bucketOf(entries[0] as Entry);
    if (bucket >= 0) keys[length++] = (bucket * codes.length + speaker) * base + i;
  }
  const sorted = keys.subarray(0, length).sort();
  for (let from = 0; from < length;) {
    const key = Math.floor((sorted[from] as number) / base);
    const mine: Run[] = [];
    let to = from;
    for (; to < length && Math.floor((sorted[to] as number) / base) === key; to++)
      mine.push(runs[(sorted[to] as number) % base] as Run);
    visit(key % codes.length, Math.floor(key / codes.length), mine);
    from = to;
  }
}

/**
 * Rule 3: a place's own reports speak for it; where neither it nor any place below it reports, the nearest higher
 * federation that speaks about it does, which is known when all have been heard.
 */
function hearAbove(
  { parent, depth, numberOf, codes }: PlaceOrder,
  here: PlaceCoverage,
  { speaker, bucket, runs }: { speaker: number; bucket: number; runs: readonly Run[] },
  above: Map<number, Voice>,
): void {
  for (const entry of insideOf(runs)) {
    for (let at = numberOf.get(entry.place) ?? 0; at !== speaker && at >= 0; at = parent[at] ?? -1) {
      if ((flagsOf(here, at) & (ownFlag | belowFlag)) !== 0) continue;
      const key = bucket * codes.length + at;
      const known = above.get(key);
      if (known?.speaker === speaker) known.entries.push(entry);
      else if (!known || (depth[speaker] ?? 0) > (depth[known.speaker] ?? 0))
        above.set(key, { place: at, speaker, bucket, entries: [entry] });
    }
  }
}
