import type { Database } from './database';
import type { SegmentRow } from './rows';

const segmentsAtOnce = 500;

/** Goes through all segments in the order of their reports, some at a time in memory. */
export async function eachSegment(database: Database, visit: (segment: SegmentRow) => void): Promise<void> {
  let last = '';
  for (;;) {
    const some = await database.segments.where('reportId').above(last).limit(segmentsAtOnce).toArray();
    some.forEach(visit);
    const end = some.at(-1);
    if (!end) return;
    last = end.reportId;
  }
}
