import { daysIn, isWithin, overlaps, type Period } from '../model/period';
import type { Left } from './decide';
import type { Entry, ReportEntry } from './resolved';
import type { Slot } from './slot';

type Bucket = Pick<Slot, 'status' | 'span'>;

interface Voice {
  report: ReportEntry;
  entries: Entry[];
  /** Days that the report speaks for. */
  coverage: Period | null;
  order: number;
}

/**
 * Rule 2: of the reports that speak about one place, subject and bucket, the longest coverage inside the bucket counts
 * first, then what others say about the time it leaves open.
 *
 * Reports are taken in this order: coverage inside the bucket, longest first; then coverage reaching beyond it, shortest
 * first; the later issue first among equals. A report inside a chosen one's coverage is left out whole; one that overlaps
 * it, or reaches beyond the bucket, counts where its own periods are clear of every chosen coverage. Two reports of the
 * same coverage (two bodies of one place) both count. For a target the days that it is set for stand for coverage, since
 * a plan is made outside the time it speaks of.
 */
export function longestCoverage(candidates: readonly Entry[], slot: Bucket): { kept: readonly Entry[]; left: Left[] } {
  if (areOfOneReport(candidates)) return { kept: candidates, left: [] };
  const chosen: Voice[] = [];
  const kept: Entry[] = [];
  const left: Left[] = [];
  for (const voice of inOrder(candidates, slot)) {
    const before = kept.length;
    const rivals = chosen.filter((other) => !isClear(other.coverage, voice.coverage, slot.span));
    for (const entry of voice.entries) {
      const rival = rivals.find((other) => shutsOut(other.coverage, voice.coverage, entry.period, slot.span));
      if (rival) left.push({ entry, reason: 'covered-by-longer', by: rival.report.id });
      else kept.push(entry);
    }
    if (kept.length > before) chosen.push(voice);
  }
  return { kept, left };
}

function areOfOneReport(candidates: readonly Entry[]): boolean {
  const report = candidates[0]?.report;
  for (const entry of candidates) if (entry.report !== report) return false;
  return true;
}

function inOrder(candidates: readonly Entry[], slot: Bucket): Voice[] {
  // In reading order what one report says stands together.
  const runs: Entry[][] = [];
  for (const entry of candidates) {
    const run = runs.at(-1);
    if (run?.[0]?.report === entry.report) run.push(entry);
    else runs.push([entry]);
  }
  const voices = runs.map((entries): Voice => {
    const { report } = entries[0] as Entry;
    const coverage = slot.status === 'target' ? hull(entries) : report.coverage;
    const days = coverage === report.coverage ? report.coverage?.days : undefined;
    return { report, entries, coverage, order: orderOf(coverage, days, slot.span) };
  });
  return voices.sort((a, b) => compareNumbers(a.order, b.order) || b.report.rank - a.report.rank);
}

/** Inside the bucket the longest first, then beyond it the shortest first. */
function orderOf(coverage: Period | null, known: number | undefined, span: Period): number {
  if (!coverage) return Infinity;
  const days = known ?? daysIn(coverage);
  return isWithin(coverage, span) ? -days : days;
}

const compareNumbers = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

function hull(entries: readonly Entry[]): Period | null {
  let all: Period | null = null;
  for (const { period } of entries) {
    if (!period) continue;
    all ??= { ...period };
    if (period.start < all.start) all.start = period.start;
    if (period.end > all.end) all.end = period.end;
  }
  return all;
}

/** Whether a report that lies in the bucket shares no day with a chosen one: then nothing in it is shut out. */
function isClear(chosen: Period | null, coverage: Period | null, span: Period): boolean {
  if (!chosen) return true;
  return coverage !== null && isWithin(coverage, span) && !overlaps(coverage, chosen);
}

function shutsOut(chosen: Period | null, coverage: Period | null, period: Period | null, span: Period): boolean {
  if (!chosen || !period) return false;
  if (coverage?.start === chosen.start && coverage.end === chosen.end) return false;
  if (coverage && isWithin(coverage, span)) {
    if (isWithin(coverage, chosen)) return true;
    if (!overlaps(coverage, chosen)) return false;
  }
  return overlaps(period, chosen);
}
