import type { ExtractedObservation } from './extractedObservation';
import type { ReportHeader } from './header/reportHeader';
import type { Issue, IssueCode } from './issue';

const nowhere = { start: 0, end: 0, params: {} } as const;

/** What the header lacks: the year is asked for, the area and the title are missed. */
export function headerIssues(header: ReportHeader): Issue[] {
  const issues: Issue[] = [];
  const miss = (code: IssueCode, severity: Issue['severity']) =>
    issues.push({ code, severity, ...nowhere, params: {} });
  if (header.coverageStart.value === null || header.coverageEnd.value === null) miss('year-missing', 'error');
  if (header.refArea.value === null) miss('area-missing', 'error');
  if (header.title.value === null) miss('title-missing', 'warning');
  return issues;
}

/** Every reason that lowered the confidence of an observation, at its place. */
export function observationIssues(observations: readonly ExtractedObservation[]): Issue[] {
  return observations.flatMap(({ reasons, start, end, confidence }) =>
    reasons.map((code): Issue => ({ code, severity: confidence < 0.7 ? 'warning' : 'note', start, end, params: {} })),
  );
}
