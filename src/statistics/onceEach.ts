import { isWithin, overlaps, type Period } from '../model/period';
import type { Left } from './decide';
import type { Entry, Resolved } from './resolved';
import type { Slot } from './slot';
import { wholeAmong } from './wholes';

/**
 * What two printings of the same fact share. The label tells facts of one indicator apart: a national and a provincial
 * medal, one each, are two.
 */
export function factKey({ observation: o, place, period }: Entry): string {
  const days = period ? [period.start, period.end] : ['', ''];
  return [
    o.indicator ?? '',
    o.label.trim(),
    o.value,
    o.unit,
    o.measure,
    o.category,
    place,
    ...days,
    o.kind,
    o.status,
  ].join('\n');
}

/**
 * Counts each fact once among the entries that rule 2 has kept for one place, subject and bucket:
 * - of a fact printed several times, in one report or in several, the first (one known to be a part, if any is);
 * - no part beside its whole (rule 4);
 * - of one indicator, no shorter period beside a longer one that holds it (本月14个, 1–3月合计39个: 39), also across
 *   reports, unless the longer one speaks about a smaller or another area;
 * - of a target set again for the same thing and days, the later one.
 * A part counts where its whole is not among the kept: left out there too, the number would seem not to be mentioned.
 */
export function onceEach(
  resolved: Pick<Resolved, 'byId'>,
  kept: readonly Entry[],
  slot: Pick<Slot, 'status'>,
): { counted: readonly Entry[]; left: Left[] } {
  if (slot.status === 'actual' && areApart(kept)) return withoutParts(resolved, kept);
  const all = new Set(kept);
  const left: Left[] = [];
  const standing = slot.status === 'target' ? latestTargets(kept, left) : kept;
  const wholes = new Map(standing.map((entry) => [entry, wholeAmong(resolved, entry, all)]));
  const printings = new Map<string, Entry>();
  const isAlone = aloneByValue(standing);
  for (const entry of standing) {
    if (isAlone(entry)) continue;
    const fact = factKey(entry);
    const known = printings.get(fact);
    if (!known || (!wholes.get(known) && wholes.get(entry))) printings.set(fact, entry);
  }
  const longer = longestByIndicator(kept);
  const counted: Entry[] = [];
  for (const entry of standing) {
    const first = isAlone(entry) ? entry : printings.get(factKey(entry));
    const whole = wholes.get(entry);
    const container = longer(entry);
    if (first && first !== entry) left.push({ entry, reason: 'repeated', by: first.observation.id });
    else if (whole) left.push({ entry, reason: 'part', by: whole.observation.id });
    else if (container) left.push({ entry, reason: 'covered-by-longer', by: container.observation.id });
    else counted.push(entry);
  }
  return { counted, left };
}

/** Of entries that are told once each those that are no part of another one. */
function withoutParts(
  resolved: Pick<Resolved, 'byId'>,
  kept: readonly Entry[],
): { counted: readonly Entry[]; left: Left[] } {
  if (kept.every(({ observation }) => observation.partOf === null)) return { counted: kept, left: [] };
  const all = new Set(kept);
  const left: Left[] = [];
  const counted = kept.filter((entry) => {
    const whole = wholeAmong(resolved, entry, all);
    if (whole) left.push({ entry, reason: 'part', by: whole.observation.id });
    return !whole;
  });
  return { counted, left };
}

/** Up to so many entries are compared one with another. */
const few = 24;

/**
 * Whether it is plain at sight that nothing is told twice, as in most reports: periods that do not overlap, and within each
 * no number twice.
 */
function areApart(kept: readonly Entry[]): boolean {
  if (kept.length > few) return false;
  for (let i = 0; i < kept.length; i++) {
    const { period, observation } = kept[i] as Entry;
    if (!period) return false;
    for (let j = 0; j < i; j++) {
      const other = kept[j] as Entry;
      if (other.period === period ? other.observation.value === observation.value : meets(other.period, period))
        return false;
    }
  }
  return true;
}

const meets = (a: Period | null, b: Period) => a !== null && overlaps(a, b);

/** Tells entries whose number no other has: they cannot be printed twice. */
function aloneByValue(entries: readonly Entry[]): (entry: Entry) => boolean {
  const counts = new Map<number, number>();
  for (const { observation } of entries) counts.set(observation.value, (counts.get(observation.value) ?? 0) + 1);
  return ({ observation }) => counts.get(observation.value) === 1;
}

/** Finds the longest entry of the same indicator that holds an entry's period and area and is longer. */
function longestByIndicator(kept: readonly Entry[]): (entry: Entry) => Entry | undefined {
  const byIndicator = new Map<string, Entry[]>();
  for (const entry of kept) {
    const { indicator } = entry.observation;
    if (indicator === null) continue;
    const list = byIndicator.get(indicator);
    if (list) list.push(entry);
    else byIndicator.set(indicator, [entry]);
  }
  for (const list of byIndicator.values()) list.sort((a, b) => length(b) - length(a) || a.index - b.index);
  return (entry) =>
    byIndicator
      .get(entry.observation.indicator ?? '')
      ?.find((other) => length(other) > length(entry) && holds(other, entry) && entry.within.includes(other.place));
}

const length = ({ period }: Entry) => period?.days ?? 0;
const holds = (outer: Entry, inner: Entry) =>
  outer.period !== null && inner.period !== null && isWithin(inner.period, outer.period);

/** Of targets for the same thing, place and days, those of the latest report. */
function latestTargets(kept: readonly Entry[], left: Left[]): Entry[] {
  const keyOf = ({ series, place, period, measure }: Entry) =>
    [series, measure, place, period?.start, period?.end].join('\n');
  const latest = new Map<string, Entry>();
  for (const entry of kept) {
    const known = latest.get(keyOf(entry));
    if (!known || known.report.rank < entry.report.rank) latest.set(keyOf(entry), entry);
  }
  return kept.filter((entry) => {
    const last = latest.get(keyOf(entry));
    if (!last || last.report === entry.report) return true;
    left.push({ entry, reason: 'older-value', by: last.observation.id });
    return false;
  });
}
