import type { Observation } from '../../model/observation';
import { bucketMonths, granularities, type Granularity } from '../../model/period';
import type { Dated } from '../dated';
import type { Entry, ReportEntry, Resolved } from '../resolved';

/** What columns do not decide of a subject, stocks, rates and targets, with the wholes of its parts. */
export interface Others {
  subject: string;
  observations: Observation[];
  /** Numbers of their reports. */
  report: Uint32Array<ArrayBuffer>;
}

/** Whether columns decide an observation: actual flows only. */
export const isDecided = ({ kind, observation }: Entry) => kind === 'flow' && observation.status === 'actual';

/** Lists by subject what columns do not decide, in reading order. */
export function listOthers(
  { entries, byId }: Pick<Resolved, 'entries' | 'byId'>,
  reportNumber: (report: ReportEntry) => number,
): Others[] {
  const bySubject = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    if (isDecided(entry)) continue;
    for (const code of entry.codes) {
      const kept = bySubject.get(code) ?? new Set<Entry>();
      bySubject.set(code, kept);
      for (let at: Entry | undefined = entry; at && !kept.has(at); at = byId.get(at.observation.partOf ?? ''))
        kept.add(at);
    }
  }
  return Array.from(bySubject, ([subject, kept]) => {
    const sorted = [...kept].sort((a, b) => a.index - b.index);
    return {
      subject,
      observations: sorted.map(({ observation }) => observation),
      report: Uint32Array.from(sorted, ({ report }) => reportNumber(report)),
    };
  });
}

/** Lists of the same subjects as one, reports in the order of their numbers. */
export function joinOthers(parts: readonly Others[]): Others {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const observations = parts.flatMap((part) => part.observations);
  const report = parts.flatMap((part) => [...part.report]);
  const order = [...report.keys()].sort((a, b) => (report[a] ?? 0) - (report[b] ?? 0) || a - b);
  return {
    subject: only?.subject ?? '',
    observations: order.flatMap((i) => observations[i] ?? []),
    report: Uint32Array.from(order, (i) => report[i] ?? 0),
  };
}

/** The same list without some reports' observations, and with others. */
export function patchOthers(
  list: Others | undefined,
  subject: string,
  without: ReadonlySet<number>,
  added: Others | undefined,
): Others {
  const kept = (list?.observations ?? []).map((_, i) => i).filter((i) => !without.has(list?.report[i] ?? -1));
  return {
    subject,
    observations: [...kept.flatMap((i) => list?.observations[i] ?? []), ...(added?.observations ?? [])],
    report: Uint32Array.from([...kept.map((i) => list?.report[i] ?? 0), ...(added?.report ?? [])]),
  };
}

/** By subject of flows: the granularities of which some bucket holds a whole period that something is hoped for. */
export type Aims = Record<string, Granularity[]>;

/** Lists for which buckets there are targets at all, which mostly is for none. */
export function listAims({ entries }: Pick<Resolved, 'entries'>): Aims {
  const aims: Aims = {};
  for (const { kind, observation, codes, period } of entries) {
    if (kind !== 'flow' || observation.status !== 'target' || !period) continue;
    for (const code of codes) aims[code] = [...new Set([...(aims[code] ?? []), ...stepsOf(period)])];
  }
  return aims;
}

/** Both together; what is not aimed at any more may stay among them. */
export function mergeAims(a: Aims, b: Aims): Aims {
  const codes = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    Array.from(codes, (code) => [code, [...new Set([...(a[code] ?? []), ...(b[code] ?? [])])]]),
  );
}

/** Granularities of which one bucket holds all of a period. */
function stepsOf({ firstMonth, lastMonth }: Dated): Granularity[] {
  return granularities.filter(
    (step) => Math.floor(firstMonth / bucketMonths[step]) === Math.floor(lastMonth / bucketMonths[step]),
  );
}
