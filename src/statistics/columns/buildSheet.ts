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
import { sheetMaker, type Units } from './sheetMaker';

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
  alone: readonly Entry[] | null;
}

/** What the reports of one place say in one bucket, in reading order. */
interface Group {
  speaker: number;
  bucket: number;
  runs: readonly Run[];
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
    const buckets = placing(granularity, entries, [...knownSpans]);
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
      run = { speaker: numberOf.get(entry.report.place) ?? 0, entries: [], places: [], inside: [], alone: null };
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
    if (bucket >= 0) maker.tell(numberOf.get(entry.place) ?? 0, bucket, entry, count);
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
  const count = ({ place, bucket, speaker }: Omit<Voice, 'entries'>, counted: readonly Entry[]) => {
    for (const entry of counted)
      maker.count(place, bucket, entry, speaker, monthsIn(entry.report, granularity, bucket));
  };
  const chosen = (bucket: number, entries: readonly Entry[]) =>
    choose(making.resolved, { subject, status: 'actual', span: buckets.spanOf(bucket) }, entries).counted;
  const hear = (voice: Voice) => {
    if (isWanted(voice.place, voice.bucket)) count(voice, chosen(voice.bucket, voice.entries));
  };
  /** Of one report and period the bucket does not matter: what is decided once holds for every granularity. */
  const hearOwn = ({ speaker, bucket, runs: mine }: Group) => {
    if (!isWanted(speaker, bucket)) return;
    const [run] = mine;
    if (!run || mine.length > 1)
      count(
        { place: speaker, speaker, bucket },
        chosen(
          bucket,
          mine.flatMap((one) => one.inside),
        ),
      );
    else count({ place: speaker, speaker, bucket }, (run.alone ??= chosen(bucket, run.inside)));
  };
  const above = new Map<number, Voice>();
  for (const group of groupsOf(runs, buckets, making.order)) {
    if (tells)
      for (const { entries, places } of group.runs)
        entries.forEach((entry, i) => maker.tell(places[i] ?? 0, group.bucket, entry));
    hearGroup(making, group, buckets, { hearOwn, above });
  }
  for (const voice of above.values()) hear(voice);
}

/** Months of a bucket, as bits, that a report covers; none where it does not lie in the bucket. */
function monthsIn({ coverage }: ReportEntry, granularity: Granularity | null, bucket: number): number {
  if (!coverage || granularity === null) return 0;
  const length = bucketMonths[granularity];
  const [from, to] = [coverage.firstMonth - bucket * length, coverage.lastMonth - bucket * length];
  return from < 0 || to >= length ? 0 : (2 << to) - (1 << from);
}

/** Gathers runs by bucket, then by speaker; those of one group stay in reading order. */
function* groupsOf(runs: readonly Run[], buckets: Placing, { codes }: PlaceOrder): Generator<Group> {
  const base = runs.length;
  const keys = new Float64Array(base);
  let length = 0;
  runs.forEach(({ entries: [first], speaker }, i) => {
    const bucket = first ? buckets.bucketOf(first) : -1;
    if (bucket >= 0) keys[length++] = (bucket * codes.length + speaker) * base + i;
  });
  const sorted = keys.subarray(0, length).sort();
  for (let from = 0; from < length;) {
    const key = Math.floor((sorted[from] as number) / base);
    const mine: Run[] = [];
    let to = from;
    for (; to < length && Math.floor((sorted[to] as number) / base) === key; to++)
      mine.push(runs[(sorted[to] as number) % base] as Run);
    yield { speaker: key % codes.length, bucket: Math.floor(key / codes.length), runs: mine };
    from = to;
  }
}

/**
 * Rule 3: a place's own reports speak for it; where neither it nor any place below it reports, the nearest higher
 * federation that speaks about it does, which is known when all have been heard.
 */
function hearGroup(
  { order, coverage }: Making,
  group: Group,
  buckets: Placing,
  { hearOwn, above }: { hearOwn: (group: Group) => void; above: Map<number, Voice> },
): void {
  const { speaker, bucket, runs } = group;
  const { end, parent, depth, numberOf, codes } = order;
  const here = coverage(buckets.spanOf(bucket));
  if (runs.every(({ inside }) => inside.length === 0)) return;
  if ((flagsOf(here, speaker) & ownFlag) !== 0) hearOwn(group);
  // Nobody is below a place without children: its federation speaks for itself alone.
  if (end[speaker] === speaker + 1) return;
  for (const entry of runs.flatMap(({ inside }) => inside)) {
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
