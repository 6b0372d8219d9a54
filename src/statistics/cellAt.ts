import type { Status } from '../model/observation';
import type { Granularity } from '../model/period';
import { isCoarser, spanOf } from './buckets';
import { makeCell, type Made, type Scope } from './cell';
import { flowCells, flowReports } from './columns/flowCells';
import type { Flows } from './columns/flows';
import { parseSubject } from './parseSubject';
import type { Subject } from './query';
import type { ReportEntry, Resolved } from './resolved';
import { bucketed, slotOf, type Slot } from './slot';

/** The subject of a code; throws on an unknown one, since a page offers only those that exist. */
export function requireSubject(resolved: Resolved, code: string): Subject {
  const subject = parseSubject(code, resolved.dataset.indicators);
  if (!subject) throw new Error(`unknown subject: ${code}`);
  return subject;
}

/** What a figure counts, at which granularity. */
export interface Counting {
  subject: Subject;
  status: Status;
  granularity: Granularity;
}

/**
 * The slot of a bucket in a figure of a granularity. A coarser bucket than the figure's holds, there, only what fits no
 * finer one (`beyond`). Throws on a bucket id that is none.
 */
export function slotAt(resolved: Resolved, { subject, status, granularity }: Counting, bucket: string): Slot {
  const span = spanOf(bucket);
  return slotOf(resolved, subject, status, span, isCoarser(span, granularity));
}

/** The cell of a bucket in a figure: see `slotAt`. */
export function cellAt(resolved: Resolved, counting: Counting, bucket: string, scope: Scope): Made {
  const [made] = cellsAt(resolved, counting, [bucket], scope);
  if (!made) throw new Error(`no cell: ${bucket}`);
  return made;
}

/** The cells of consecutive buckets in a figure; flows come from the columns where there are some. */
export function cellsAt(resolved: Resolved, counting: Counting, buckets: readonly string[], scope: Scope): Made[] {
  const flows = flowsFor(resolved, counting);
  if (flows) return flowCells(resolved, flows, counting, buckets, scope);
  return buckets.map((bucket) => makeCell(resolved, slotAt(resolved, counting, bucket), scope));
}

/** The columns that hold what is counted; null where the observations do. */
export function flowsFor({ flows }: Resolved, { subject, status }: Pick<Counting, 'subject' | 'status'>): Flows | null {
  return status === 'actual' && subject.kind === 'flow' ? flows : null;
}

/** Coarser buckets that touch a figure's and hold something of its subject that fits no finer one, in time order. */
export function bucketsBeyond(resolved: Resolved, what: Counting, buckets: readonly string[]): string[] {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined || what.subject.kind === 'stock') return [];
  const range = { start: spanOf(first).start, end: spanOf(last).end };
  const flows = flowsFor(resolved, what);
  const ids = flows
    ? (flows.open(what.subject.code, null)?.sheet.spans ?? [])
    : bucketed(resolved, what.subject, what.status, null).keys();
  const spans = [...ids].map(spanOf).filter((span) => isCoarser(span, what.granularity));
  const touching = spans.filter((span) => span.start <= range.end && span.end >= range.start);
  return touching
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1))
    .map(({ id }) => id);
}

/** Reports that count in the cells of consecutive buckets, which have been made, of one scope or of several that make it up. */
export function reportsBehind(
  resolved: Resolved,
  counting: Counting,
  buckets: readonly string[],
  scope: Scope,
  made: readonly Made[],
): Iterable<ReportEntry> {
  const flows = flowsFor(resolved, counting);
  if (flows) return flowReports(flows, counting, buckets, scope);
  return made.flatMap(({ counted }) => counted.map(({ report }) => report));
}
