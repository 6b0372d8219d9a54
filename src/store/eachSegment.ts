import type { Database } from './database';
import type { SegmentRow } from './rows';

/** So few that nobody who asks something in between waits long. */
const segmentsAtOnce = 100;

/** Goes through all segments in the order of their reports, some at a time in memory, with a pause in between. */
export async function eachSegment(
  database: Database,
  visit: (segment: SegmentRow) => void,
  pause?: () => Promise<void>,
): Promise<void> {
  let last = '';
  for (;;) {
    const some = await database.segments.where('reportId').above(last).limit(segmentsAtOnce).toArray();
    some.forEach(visit);
    await pause?.();
    const end = some.at(-1);
    if (!end) return;
    last = end.reportId;
  }
}
