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
}

/** What the reports of one place say in one bucket, in reading order. */
interface Group {
  speaker: number;
  bucket: number;
  runs: Run[];
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
      run = { speaker: numberOf.get(entry.report.place) ?? 0, entries: [], places: [], inside: [] };
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
  const hear = ({ place, bucket, speaker, entries }: Voice) => {
    if (!isWanted(place, bucket)) return;
    const slot = { subject, status: 'actual', span: buckets.spanOf(bucket) } as const;
    for (const entry of choose(making.resolved, slot, entries).counted) {
      maker.count(place, bucket, entry, { speaker, months: monthsIn(entry.report, granularity, bucket) });
    }
  };
  const above = new Map<number, Voice>();
  for (const group of groupsOf(runs, buckets, making.order)) {
    if (tells)
      for (const { entries, places } of group.runs)
        entries.forEach((entry, i) => maker.tell(places[i] ?? 0, group.bucket, entry));
    hearGroup(making, group, buckets, { hear, above });
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

function groupsOf(runs: readonly Run[], buckets: Placing, { codes }: PlaceOrder): Iterable<Group> {
  const groups = new Map<number, Group>();
  for (const run of runs) {
    const [first] = run.entries;
    const bucket = first ? buckets.bucketOf(first) : -1;
    if (bucket < 0) continue;
    const key = bucket * codes.length + run.speaker;
    const group = groups.get(key);
    if (group) group.runs.push(run);
    else groups.set(key, { speaker: run.speaker, bucket, runs: [run] });
  }
  return groups.values();
}

/**
 * Rule 3: a place's own reports speak for it; where neither it nor any place below it reports, the nearest higher
 * federation that speaks about it does, which is known when all have been heard.
 */
function hearGroup(
  { order, coverage }: Making,
  { speaker, bucket, runs }: Group,
  buckets: Placing,
  { hear, above }: { hear: (voice: Voice) => void; above: Map<number, Voice> },
): void {
  const { end, parent, depth, numberOf, codes } = order;
  const here = coverage(buckets.spanOf(bucket));
  const [only] = runs;
  const inside = only && runs.length === 1 ? only.inside : runs.flatMap((run) => run.inside);
  if (inside.length === 0) return;
  if ((flagsOf(here, speaker) & ownFlag) !== 0) hear({ place: speaker, speaker, bucket, entries: inside });
  // Nobody is below a place without children: its federation speaks for itself alone.
  if (end[speaker] === speaker + 1) return;
  for (const entry of inside) {
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
