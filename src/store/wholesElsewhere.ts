import type { Database } from './database';
import { eachSegment } from './eachSegment';
import { toAppError } from './toAppError';

/** Ids of the reports that hold wholes of other reports' parts, by the whole's id. Errors: `db-broken`. */
export async function wholesElsewhere(database: Database): Promise<Map<string, string>> {
  try {
    return await database.transaction('r', [database.segments, database.edits], async () => {
      const edits = await database.edits.toArray();
      const wanted = new Set(edits.flatMap(({ observation: { partOf } }) => partOf ?? []));
      await eachSegment(database, ({ partOf }) => {
        for (const whole of partOf.values()) if (typeof whole === 'string') wanted.add(whole);
      });
      const found = new Map<string, string>();
      for (const { observationId, reportId } of edits)
        if (wanted.has(observationId)) found.set(observationId, reportId);
      if (wanted.size === 0) return found;
      await eachSegment(database, ({ reportId, ids, start }) => {
        start.forEach((at, i) => {
          const id = ids?.[i] ?? `${reportId}.${String(at)}`;
          if (wanted.has(id)) found.set(id, reportId);
        });
      });
      return found;
    });
  } catch (error) {
    throw toAppError(error);
  }
}
