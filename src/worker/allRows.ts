import { treeOf } from '../statistics/treeOf';
import { pickRows } from '../statistics/columns/pickRows';
import { gone } from '../statistics/columns/reportColumns';
import { isThere, type RowColumns } from '../statistics/columns/rowColumns';
import type { AllRows } from '../statistics/columns/selectRows';
import { withReports } from '../statistics/columns/withReports';
import type { Database } from '../store/database';
import { packedRowsSequence, readPackedRows, savePackedRows } from '../store/packedRows';
import { readRows } from '../store/readRows';
import { readChangedReports } from '../store/reportChanges';
import { readReports } from './readSome';
import type { Making } from './snapshot';

/** When so many reports have changed since rows were packed they are packed anew. */
const manyChanges = 200;

/** All rows of a snapshot with what is known beside them. Errors: `db-broken`. */
export async function rowsOfAll(making: Making): Promise<AllRows> {
  const { head, beside } = making.columns.source;
  const ranks = new Map(head.reports.ids.map((id, number) => [id, head.reports.rank[number]]));
  ranks.forEach((rank, id) => rank === gone && ranks.delete(id));
  return { columns: await allRows(making), tree: treeOf(beside.areas), rankOf: (id) => ranks.get(id) };
}

/** Those in memory brought up to date, else as they were packed and what has changed since, else read report by report. */
function allRows(making: Making): Promise<RowColumns> {
  const kept = making.rows;
  const { rows: before, changed } = kept;
  if (before && changed.length === 0) return before;
  const rows = before ? before.then((old) => updated(making.database, old, changed)) : openRows(making);
  [kept.rows, kept.changed] = [rows, []];
  rows.catch(() => {
    if (kept.rows === rows) [kept.rows, kept.changed] = [null, []];
  });
  return rows;
}

async function updated(database: Database, rows: RowColumns, changed: readonly string[]): Promise<RowColumns> {
  return changed.length === 0 ? rows : withReports(rows, changed, await readReports(database, changed));
}

async function openRows(making: Making): Promise<RowColumns> {
  const { database, columns, sequence } = making;
  const packed = await readPackedRows(database);
  const changed = packed && (await readChangedReports(database, packed.sequence));
  if (packed && changed) {
    const rows = await updated(database, packed.rows, changed);
    if (changed.length >= manyChanges) void keep(making, rows, sequence);
    return rows;
  }
  const rows = await readRows(database, { expected: columns.source.head.observationCount });
  void keep(making, rows, sequence);
  return rows;
}

/** Packs rows for a later start. Only a saving of time: where it fails that reads the reports again. */
async function keep({ database, options }: Making, rows: RowColumns, sequence: number): Promise<void> {
  await options.quiet();
  await savePackedRows(database, { rows: withoutGone(rows), sequence }).catch(() => undefined);
}

function withoutGone(rows: RowColumns): RowColumns {
  if (rows.gone.size === 0) return rows;
  return pickRows(
    rows,
    Uint32Array.from({ length: rows.count }, (_, row) => row).filter((row) => isThere(rows, row)),
  );
}

/**
 * Packs rows before anybody asks for them, little by little while nothing else is to be done; whoever asks meanwhile
 * reads them himself. Errors: `db-broken`.
 */
export async function packRowsAhead(making: Making): Promise<void> {
  const { database, columns, sequence, options, rows: kept } = making;
  const packed = await packedRowsSequence(database);
  const changed = packed === null ? null : await readChangedReports(database, packed);
  if (kept.rows || (changed && changed.length < manyChanges)) return;
  const pause = async () => {
    await options.quiet();
    if (kept.sets.isUsed()) throw new Overtaken();
  };
  try {
    const rows = await readRows(database, { expected: columns.source.head.observationCount, pause });
    await options.quiet();
    await savePackedRows(database, { rows, sequence });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
}

/** Somebody has asked for rows. */
class Overtaken extends Error {}
