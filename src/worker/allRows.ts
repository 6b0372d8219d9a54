import { areaTree } from '../model/area';
import { gone } from '../statistics/columns/reportColumns';
import type { AllRows } from '../statistics/columns/selectRows';
import { replaceReports } from '../statistics/columns/replaceReports';
import type { RowColumns } from '../statistics/columns/rowColumns';
import type { Database } from '../store/database';
import { readPackedRows, savePackedRows } from '../store/packedRows';
import { readRows } from '../store/readRows';
import { readReports } from './readSome';
import type { Making, RowsKept } from './snapshot';

/** What rows are read for. */
interface Wanted {
  dataRevision: number;
  /** About how many there are. */
  count: number;
  kept: RowsKept;
}

/**
 * All rows of a snapshot: those in memory brought up to date, else as they were packed, else read report by report and
 * packed for a later start. Remembers them in `kept`. Errors: `db-broken`.
 */
function allRows(database: Database, wanted: Wanted): Promise<RowColumns> {
  const { kept } = wanted;
  const before = { ...kept };
  if (before.rows && before.changed.length === 0) return before.rows;
  const rows = makeRows(database, wanted, before);
  [kept.rows, kept.changed] = [rows, []];
  rows.catch(() => {
    if (kept.rows === rows) [kept.rows, kept.changed] = [null, []];
  });
  return rows;
}

async function makeRows(database: Database, { dataRevision, count }: Wanted, before: RowsKept): Promise<RowColumns> {
  const packed = before.rows ? null : await readPackedRows(database, dataRevision);
  if (packed) return packed;
  const { rows: old, changed } = before;
  const rows = old
    ? replaceReports(await old, changed, await readReports(database, changed))
    : await readRows(database, count);
  // Only a saving of time: where it fails a later start reads the reports again.
  void savePackedRows(database, rows, dataRevision).catch(() => undefined);
  return rows;
}

/** All rows of a snapshot with what is known beside them. Errors: `db-broken`. */
export async function rowsOfAll({ database, columns, state, rows }: Making): Promise<AllRows> {
  const { head, beside } = columns.source;
  const ranks = new Map(head.reports.ids.map((id, number) => [id, head.reports.rank[number]]));
  ranks.forEach((rank, id) => rank === gone && ranks.delete(id));
  return {
    columns: await allRows(database, { dataRevision: state.dataRevision, count: head.observationCount, kept: rows }),
    tree: areaTree(beside.areas),
    rankOf: (id) => ranks.get(id),
  };
}
