import { bucketMonths, type Granularity } from '../../model/period';
import { isLive } from '../coverage';
import { choose } from '../decide';
import type { Subject } from '../query';
import type { Entry, ReportEntry, Resolved, Span } from '../resolved';
import { entriesOf } from '../slot';
import type { FlowSheet } from './flowSheet';
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

/** What the reports of one place say in one bucket, in reading order. */
interface Group {
  /** Number of the reports' place. */
  speaker: number;
  bucket: number;
  entries: Entry[];
}

/** What speaks for a place in a bucket. */
interface Voice extends Group {
  place: number;
}

/** Decides all that is said about a flow at a granularity, and packs it. */
export function buildSheet(making: Making, { subject, granularity }: What): FlowSheet {
  const { order } = making;
  const entries = entriesOf(making.resolved, subject, 'actual');
  const buckets = placing(granularity, entries);
  const maker = sheetMaker(making);
  tellInto(maker, order, buckets, entries, 1);
  decideInto(maker, making, { subject, granularity, buckets, entries });
  return maker.pack({ subject: subject.code, granularity, spans: buckets.ids }, order.codes.length);
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

/** Decides what some observations say; `isWanted` narrows where. */
export function decideInto(
  maker: Maker,
  making: Making,
  { subject, granularity, buckets, entries }: What & { buckets: Placing; entries: readonly Entry[] },
  isWanted: (place: number, bucket: number) => boolean = () => true,
): void {
  const { resolved, order } = making;
  const groups = groupsOf(entries, buckets, order);
  eachVoice(making, groups, buckets, ({ place, bucket, speaker, entries: candidates }) => {
    if (!isWanted(place, bucket)) return;
    const slot = { subject, status: 'actual', span: buckets.spanOf(bucket) } as const;
    for (const entry of choose(resolved, slot, candidates).counted) {
      maker.count(place, bucket, entry, { speaker, months: monthsIn(entry.report, granularity, bucket) });
    }
  });
}

/** Months of a bucket, as bits, that a report covers; none where it does not lie in the bucket. */
function monthsIn({ coverage }: ReportEntry, granularity: Granularity | null, bucket: number): number {
  if (!coverage || granularity === null) return 0;
  const length = bucketMonths[granularity];
  const [from, to] = [coverage.firstMonth - bucket * length, coverage.lastMonth - bucket * length];
  return from < 0 || to >= length ? 0 : (2 << to) - (1 << from);
}

function groupsOf(entries: readonly Entry[], buckets: Placing, { numberOf, codes }: PlaceOrder): Group[] {
  const groups = new Map<number, Group>();
  for (const entry of entries) {
    const bucket = buckets.bucketOf(entry);
    if (bucket < 0) continue;
    const speaker = numberOf.get(entry.report.place) ?? 0;
    const key = bucket * codes.length + speaker;
    const group = groups.get(key);
    if (group) group.entries.push(entry);
    else groups.set(key, { speaker, bucket, entries: [entry] });
  }
  return [...groups.values()];
}

/**
 * Rule 3: a place's own reports speak for it; where neither it nor any place below it reports, the nearest higher
 * federation that speaks about it does.
 */
function eachVoice(
  { order, coverage }: Making,
  groups: readonly Group[],
  buckets: Placing,
  hear: (voice: Voice) => void,
): void {
  const above = new Map<number, Voice>();
  const { end, parent, depth, numberOf, codes } = order;
  for (const { speaker, bucket, entries } of groups) {
    const here = coverage(buckets.spanOf(bucket));
    const last = end[speaker] ?? 0;
    const isInside = (entry: Entry) => {
      const place = numberOf.get(entry.place) ?? 0;
      return place >= speaker && place < last && isLive(entry);
    };
    const inside = entries.every(isInside) ? entries : entries.filter(isInside);
    if ((flagsOf(here, speaker) & ownFlag) !== 0 && inside.length > 0)
      hear({ place: speaker, speaker, bucket, entries: inside });
    // Nobody is below a place without children: its federation speaks for itself alone.
    if (last === speaker + 1) continue;
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
  for (const voice of above.values()) hear(voice);
}
