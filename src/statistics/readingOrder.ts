import type { Entry, ReportEntry } from './resolved';

/** Ids of the reports of some entries, newest first: the source line. */
export function reportsNewestFirst(entries: Iterable<Entry>): ReportEntry[] {
  const reports = new Set<ReportEntry>();
  for (const entry of entries) reports.add(entry.report);
  return [...reports].sort((a, b) => b.rank - a.rank);
}

/** Orders entries for reading: latest period first, undated last, then the newest report, then as in the text. */
export function byNewestPeriod(a: Entry, b: Entry): number {
  const [x, y] = [a.period?.end ?? '', b.period?.end ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return b.report.rank - a.report.rank || a.index - b.index;
}
