import type { Observation } from '../model/observation';
import type { Database } from '../store/database';
import { readObservations } from '../store/reportChanges';
import { wholesElsewhere } from '../store/wholesElsewhere';

/** Reads all that some reports say. Errors: `db-broken`. */
export async function readReports(database: Database, ids: Iterable<string>): Promise<Observation[]> {
  const read: Observation[] = [];
  for (const observations of (await readObservations(database, [...ids])).values())
    for (const observation of observations) read.push(observation);
  return read;
}

/**
 * The way to read some reports with those that hold the wholes of their parts, and the wholes of these. `isLinked` where
 * there are any. Errors: `db-broken`.
 */
export function linkedReader(database: Database, isLinked: boolean): (ids: Iterable<string>) => Promise<Observation[]> {
  let wholes: Promise<Map<string, string>> | null = null;
  return async (ids) => {
    const all = new Set(ids);
    const read = await readReports(database, all);
    if (!isLinked) return read;
    wholes ??= wholesElsewhere(database);
    wholes.catch(() => (wholes = null));
    const reportOf = await wholes;
    let latest: readonly Observation[] = read;
    while (latest.length > 0) {
      const beyond = new Set(
        latest.flatMap(({ partOf }) => reportOf.get(partOf ?? '') ?? []).filter((id) => !all.has(id)),
      );
      latest = await readReports(database, beyond);
      for (const id of beyond) all.add(id);
      for (const observation of latest) read.push(observation);
    }
    return read;
  };
}
