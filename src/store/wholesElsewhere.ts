import { idAt, textAt, type RowColumns } from '../statistics/columns/rowColumns';
import { blockTables, eachBlock } from './blocks';
import type { Database } from './database';
import { eachSegment } from './eachSegment';
import { toAppError } from './toAppError';

/** By id of each row its report. */
const reportsById = (rows: RowColumns): Map<string, string> =>
  new Map(Array.from({ length: rows.count }, (_, row) => [idAt(rows, row), textAt(rows, 'reportId', row)]));

/** Ids of the reports that hold wholes of other reports' parts, by the whole's id. Errors: `db-broken`. */
export async function wholesElsewhere(database: Database): Promise<Map<string, string>> {
  try {
    return await database.transaction('r', [...blockTables(database), database.edits], async () => {
      const edits = await database.edits.toArray();
      const wanted = new Set(edits.flatMap(({ observation: { partOf } }) => partOf ?? []));
      await eachSegment(database, ({ partOf }) => {
        for (const whole of partOf.values()) if (typeof whole === 'string') wanted.add(whole);
      });
      await eachBlock(database, (rows) => {
        const { values, codes } = rows.coded.partOf;
        if (values.every((whole) => whole === '')) return;
        const reports = reportsById(rows);
        codes.forEach((code, row) => {
          const whole = values[code] ?? '';
          if (whole !== '' && reports.get(whole) !== textAt(rows, 'reportId', row)) wanted.add(whole);
        });
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
      await eachBlock(database, (rows) => {
        for (const [id, report] of reportsById(rows)) if (wanted.has(id)) found.set(id, report);
      });
      return found;
    });
  } catch (error) {
    throw toAppError(error);
  }
}
