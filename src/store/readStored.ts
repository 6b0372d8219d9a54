import type { Observation } from '../model/observation';
import { readFromBlocks } from './blocks';
import type { Database } from './database';
import { packSegment, unpackSegment, type Segment } from './segment';

/**
 * What some reports say as it is stored, without edits, by report; nothing of one that there is none of. Call it within a
 * transaction on `blockTables`. Errors: `db-broken`.
 */
export async function readStored(database: Database, reports: readonly string[]): Promise<Map<string, Observation[]>> {
  const rows = await database.reports.bulkGet([...reports]);
  const blockOf = new Map(reports.flatMap((id, i) => (rows[i]?.block === undefined ? [] : [[id, rows[i].block]])));
  const found = await readFromBlocks(database, blockOf);
  const others = reports.filter((id) => !blockOf.has(id));
  const segments = await database.segments.bulkGet(others);
  others.forEach((id, i) => {
    const segment = segments[i];
    if (segment) found.set(id, unpackSegment(segment));
  });
  return found;
}

/** The same of one report as the log keeps it. */
export async function storedSegment(database: Database, report: string): Promise<Segment | undefined> {
  const observations = (await readStored(database, [report])).get(report);
  return observations && packSegment(report, observations);
}
