import { coverageOf, isLive } from './coverage';
import { latestValues } from './latestValues';
import { longestCoverage } from './longestCoverage';
import { onceEach } from './onceEach';
import type { Basis, LeftOutReason } from './query';
import type { Entry, Resolved } from './resolved';
import type { Slot } from './slot';

/** An entry that does not count, why, and the id of the report or observation that wins over it. */
export interface Left {
  entry: Entry;
  reason: LeftOutReason;
  by: string | null;
}

/** Which observations count for a place, subject and bucket; categories play no part in it, so that they add up. */
export interface Decision {
  basis: Basis;
  counted: readonly Entry[];
  left: readonly Left[];
  /** Whether a report covers the bucket: without a value 未提及, else 未报 (rule 9). */
  covered: boolean;
  /** Of a sum over children: those that report, and how many are expected to. */
  children: { reporting: readonly string[]; total: number } | null;
}

const nothing: readonly Entry[] = [];
const silence = { counted: nothing, left: [], children: null } as const;

/**
 * Rule 3: who speaks for a place. Its own federation when one of its reports lies in the bucket or names something in it;
 * else the sum of its children, if any place below it reports; else the nearest higher federation that speaks about it.
 * For stocks and targets, which are stated outside the time they hold for, whoever states the subject speaks.
 * Everything else that is said about the place is left out with the reason.
 */
export function decide(resolved: Resolved, slot: Slot, place: string): Decision {
  const known = slot.decisions.get(place);
  if (known) return known;
  const basis = basisOf(resolved, slot, place);
  if (basis !== 'children' && !slot.byPlace.has(place)) {
    return { ...silence, basis, covered: isCovered(resolved, slot, place) };
  }
  const decision =
    basis === 'children' ? overChildren(resolved, slot, place) : fromReports(resolved, slot, place, basis);
  slot.decisions.set(place, decision);
  return decision;
}

/** Whether coverage decides who speaks, or whoever states the subject. */
function isByCoverage({ subject, status }: Slot): boolean {
  return status === 'actual' && subject.kind !== 'stock';
}

/** Who speaks for a place in a slot: see `decide`. */
export function basisOf(resolved: Resolved, slot: Slot, place: string): Basis {
  const coverage = coverageOf(resolved, slot.span);
  const byCoverage = coverage.own.has(place) ? 'own' : coverage.ownBelow.has(place) ? 'children' : null;
  if (isByCoverage(slot)) return byCoverage ?? (speakerAbove(resolved, slot, place) === null ? 'none' : 'above');
  if (slot.own.has(place)) return 'own';
  if (slot.ownBelow.has(place)) return 'children';
  if (speakerAbove(resolved, slot, place) !== null) return 'above';
  return byCoverage ?? 'none';
}

/** The nearest ancestor whose reports say something about the place. */
function speakerAbove(resolved: Resolved, slot: Slot, place: string): string | null {
  const pool = (slot.byPlace.get(place) ?? nothing).filter(isLive);
  if (pool.length === 0) return null;
  const speakers = new Set(pool.map((entry) => entry.report.place));
  return resolved.tree.ancestors(place).find((ancestor) => speakers.has(ancestor)) ?? null;
}

function fromReports(resolved: Resolved, slot: Slot, place: string, basis: Basis): Decision {
  const pool = slot.byPlace.get(place) ?? nothing;
  const speaker = basis === 'own' ? place : basis === 'above' ? speakerAbove(resolved, slot, place) : null;
  const candidates = pool.filter((entry) => isLive(entry) && entry.report.place === speaker);
  const { counted, left } = choose(resolved, slot, candidates);
  const winner = counted[0]?.report.id ?? null;
  const others = pool.filter((entry) => !isLive(entry) || entry.report.place !== speaker);
  return {
    basis,
    counted,
    left: [...left, ...others.map((entry) => passedOver(entry, winner))],
    covered: isCovered(resolved, slot, place),
    children: null,
  };
}

/** Which of the observations of one speaker about one place count, and why the others do not (rules 2, 4, 5). */
export function choose(
  resolved: Pick<Resolved, 'byId'>,
  slot: Pick<Slot, 'subject' | 'status' | 'span'>,
  candidates: readonly Entry[],
): { counted: readonly Entry[]; left: Left[] } {
  if (candidates.length === 1) return { counted: candidates, left: [] };
  if (slot.subject.kind !== 'flow') return latestValues(resolved, candidates);
  const { kept, left } = longestCoverage(candidates, slot);
  const once = onceEach(resolved, kept, slot);
  return { counted: once.counted, left: [...left, ...once.left] };
}

function isCovered(resolved: Resolved, slot: Slot, place: string): boolean {
  const { within, withinBelow } = coverageOf(resolved, slot.span);
  return within.has(place) || (!isByCoverage(slot) && withinBelow.has(place));
}

function overChildren(resolved: Resolved, slot: Slot, place: string): Decision {
  const counted: Entry[] = [];
  const left: Left[] = [];
  const reporting: string[] = [];
  const told = new Set<Entry>();
  let total = 0;
  let covered = false;
  const { own, ownBelow } = coverageOf(resolved, slot.span);
  for (const child of resolved.tree.children(place)) {
    const isZone = resolved.tree.area(child)?.level === 'functional-zone';
    if (!own.has(child) && !ownBelow.has(child) && !slot.byPlace.has(child)) {
      if (!isZone) total += 1;
      continue;
    }
    const { basis, ...decision } = decide(resolved, slot, child);
    const reports = basis === 'own' || basis === 'children';
    if (reports) reporting.push(child);
    if (reports || !isZone) total += 1;
    covered ||= decision.covered;
    for (const entry of decision.counted) counted.push(entry);
    for (const one of decision.left) left.push(one);
    for (const entry of slot.byPlace.get(child) ?? nothing) told.add(entry);
  }
  for (const entry of slot.byPlace.get(place) ?? nothing) if (!told.has(entry)) left.push(passedOver(entry, null));
  covered = isByCoverage(slot) ? covered : isCovered(resolved, slot, place);
  return { basis: 'children', counted, left, covered, children: { reporting, total } };
}

/** Why an entry that is not the speaker's does not count. */
function passedOver(entry: Entry, winner: string | null): Left {
  if (entry.observation.review === 'rejected') return { entry, reason: 'rejected', by: null };
  const { supersededBy } = entry.report;
  if (supersededBy) return { entry, reason: 'superseded', by: supersededBy.id };
  return { entry, reason: 'own-federation-wins', by: winner };
}
