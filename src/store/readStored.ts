import type { Observation } from '../model/observation';
import { observationsIn, rowsOfReports } from '../statistics/columns/observationsIn';
import { readBlocks } from './blocks';
import type { Database } from './database';
import { readLoads } from './loads';
import { packSegment, unpackSegment, type Segment } from './segment';

const blocksAtOnce = 16;

/**
 * Observations of some reports in blocks, by report; of those alone whose rows say where. Errors: `db-broken` {name: block}.
 */
async function readFromBlocks(
  database: Database,
  blockOf: ReadonlyMap<string, number>,
): Promise<Map<string, Observation[]>> {
  const { active } = await readLoads(database);
  const wanted = new Map<number, string[]>();
  for (const [id, number] of blockOf) wanted.set(number, [...(wanted.get(number) ?? []), id]);
  const numbers = [...wanted.keys()];
  const found = new Map<string, Observation[]>();
  for (let from = 0; from < numbers.length; from += blocksAtOnce) {
    const some = numbers.slice(from, from + blocksAtOnce);
    (await readBlocks(database, active, some)).forEach((block, i) => {
      const ranges = rowsOfReports(block);
      for (const id of wanted.get(some[i] ?? 0) ?? []) {
        const range = ranges.get(id);
        found.set(id, range ? observationsIn(block, range) : []);
      }
    });
  }
  return found;
}

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
