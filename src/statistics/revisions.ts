import type { Report } from '../model/report';
import type { ReportEntry } from './resolved';

/** Number printed in an issue number (第 6 期, ６, 2019-06 counts by its first digits); -1 without one. */
function issueOf(report: Report): number {
  const digits = /\d+/.exec((report.issueNumber ?? '').normalize('NFKC'));
  return digits ? Number(digits[0]) : -1;
}

/** The `.2` of a revised report's id; 1 without. */
function revisionOf(report: Report): number {
  const suffix = /\.(\d+)$/.exec(report.id);
  return suffix ? Number(suffix[1]) : 1;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Orders two reports of the same coverage by issue, the later one last: date printed, issue number, revision, id. */
export function byRevision(a: Report, b: Report): number {
  return (
    compare(a.issuedOn ?? '', b.issuedOn ?? '') ||
    issueOf(a) - issueOf(b) ||
    revisionOf(a) - revisionOf(b) ||
    compare(a.id, b.id)
  );
}

/** Orders any two reports by what they tell last: end of coverage, then issue. */
export function byIssue(a: Report, b: Report): number {
  return compare(a.coverageEnd, b.coverageEnd) || byRevision(a, b);
}

/**
 * Rule 7: of the reports of one issuer with the same place and coverage the last issued stands and replaces the others.
 * Writes `supersededBy`. White space and the width of characters in the issuer's name do not matter.
 */
export function linkRevisions(entries: readonly ReportEntry[]): void {
  const latest = new Map<string, ReportEntry>();
  const keyOf = ({ report, place }: ReportEntry) =>
    [report.issuer.normalize('NFKC').replace(/\s+/gu, ''), place, report.coverageStart, report.coverageEnd].join('\n');
  for (const entry of entries) {
    const known = latest.get(keyOf(entry));
    if (!known || byRevision(known.report, entry.report) < 0) latest.set(keyOf(entry), entry);
  }
  for (const entry of entries) {
    const last = latest.get(keyOf(entry));
    entry.supersededBy = last && last !== entry ? last : null;
  }
}
