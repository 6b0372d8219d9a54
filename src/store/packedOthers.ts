import type { Others } from '../statistics/columns/otherColumns';
import { isWholeSegment, packSegment, unpackSegment, type Segment } from './segment';

/** What columns do not decide of a subject, as one record: thousands of single objects take long to cross from the disk. */
export interface PackedOthers {
  /** Its report is the subject: those of the observations stand beside it, by number. */
  segment: Segment;
  report: Others['report'];
}

/** Packs a list; `unpackOthers` gives it back. */
export function packOthers({ subject, observations, report }: Others): PackedOthers {
  const segment = packSegment(
    subject,
    observations.map((observation) => ({ ...observation, reportId: subject })),
  );
  return { segment, report };
}

/** Whether nothing of a record is missing. */
export function areWholeOthers({ segment, report }: PackedOthers): boolean {
  return isWholeSegment(segment) && segment.value.length === report.length;
}

/** The list of a record that is whole; `reportIds` are those of all reports by number. */
export function unpackOthers({ segment, report }: PackedOthers, reportIds: readonly string[]): Others {
  const observations = unpackSegment(segment);
  observations.forEach((observation, i) => (observation.reportId = reportIds[report[i] ?? -1] ?? ''));
  return { subject: segment.reportId, observations, report };
}
