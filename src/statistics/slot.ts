import type { Status } from '../model/observation';
import { bucketOf, isWithin, type Granularity } from '../model/period';
import { isLive, isOwn, placesAbove } from './coverage';
import type { Decision } from './decide';
import type { Subject } from './query';
import type { Entry, Resolved, Span } from './resolved';

const rememberedSlots = 20_000;

/** Everything said about one subject in one bucket, wherever and by whomever, before any rule has chosen. */
export interface Slot {
  subject: Subject;
  status: Status;
  span: Span;
  /** Entries by every place that they speak about, in reading order. */
  byPlace: ReadonlyMap<string, readonly Entry[]>;
  /** Places whose own reports state the subject here, and the places above those. */
  own: ReadonlySet<string>;
  ownBelow: ReadonlySet<string>;
  /** What has been decided, by place. */
  decisions: Map<string, Decision>;
}

/**
 * The slot of a subject and bucket. Flows and rates belong to the bucket that holds their whole period (rule 1); with
 * `beyond`, only those whose smallest bucket is exactly this one. Stocks stand from their date on (rule 5), so a slot has
 * all up to the bucket's end; a stock that is a target stands only in the bucket in which it falls due.
 */
export function slotOf(resolved: Resolved, subject: Subject, status: Status, span: Span, beyond: boolean): Slot {
  const { slots } = resolved.remembered;
  const key = [subject.code, status, beyond ? 'beyond' : '', span.id].join('|');
  const known = slots.get(key);
  if (known) return known;
  const slot = makeSlot(resolved, { subject, status, span }, poolOf(resolved, subject, status, span, beyond));
  if (slots.size >= rememberedSlots) slots.clear();
  slots.set(key, slot);
  return slot;
}

/** The slot of what is said about a subject in a bucket, not remembered. */
export function makeSlot(
  resolved: Resolved,
  { subject, status, span }: Pick<Slot, 'subject' | 'status' | 'span'>,
  pool: readonly Entry[],
): Slot {
  const byPlace = new Map<string, Entry[]>();
  const own = new Set<string>();
  for (const entry of pool) {
    for (const place of entry.within) {
      const list = byPlace.get(place);
      if (list) list.push(entry);
      else byPlace.set(place, [entry]);
    }
    if (isLive(entry) && isOwn(entry, entry.report.place)) own.add(entry.report.place);
  }
  const ownBelow = placesAbove(resolved.tree, own);
  return { subject, status, span, byPlace, own, ownBelow, decisions: new Map() };
}

function poolOf(resolved: Resolved, subject: Subject, status: Status, span: Span, beyond: boolean): readonly Entry[] {
  if (subject.kind === 'stock') {
    const stands = (entry: Entry) =>
      entry.period !== null &&
      (status === 'actual' ? entry.period.end <= span.end : isWithin(dueDate(entry.period.end), span));
    return beyond ? [] : entriesOf(resolved, subject, status).filter(stands);
  }
  const granularity = beyond ? null : span.granularity;
  return bucketed(resolved, subject, status, granularity).get(span.id) ?? [];
}

const dueDate = (date: string) => ({ start: date, end: date });

/** Dated entries of a subject: an indicator's own only where they are of its measure and kind. */
export function entriesOf(resolved: Resolved, subject: Subject, status: Status): readonly Entry[] {
  const { stated } = resolved.remembered;
  const key = [subject.code, status].join('|');
  const known = stated.get(key);
  if (known) return known;
  const { measure, kind } = subject;
  const isOf = (entry: Entry) => entry.measure === measure && entry.kind === kind && entry.period !== null;
  const found = (resolved.bySubject.get(subject.code) ?? []).filter(
    (entry) => entry.observation.status === status && isOf(entry),
  );
  stated.set(key, found);
  return found;
}

/** Entries of a flow or rate by bucket of a granularity; by smallest bucket for null. */
export function bucketed(
  resolved: Resolved,
  subject: Subject,
  status: Status,
  granularity: Granularity | null,
): ReadonlyMap<string, readonly Entry[]> {
  const { pools } = resolved.remembered;
  const key = [subject.code, status, granularity ?? 'beyond'].join('|');
  const known = pools.get(key);
  if (known) return known;
  const byBucket = new Map<string, Entry[]>();
  for (const entry of entriesOf(resolved, subject, status)) {
    const id = bucketIdOf(entry, granularity);
    if (id === null) continue;
    const list = byBucket.get(id);
    if (list) list.push(entry);
    else byBucket.set(id, [entry]);
  }
  pools.set(key, byBucket);
  return byBucket;
}

function bucketIdOf({ period }: Entry, granularity: Granularity | null): string | null {
  if (!period) return null;
  if (granularity === null) return period.natural.id;
  const id = bucketOf(period.start, granularity);
  return bucketOf(period.end, granularity) === id ? id : null;
}
