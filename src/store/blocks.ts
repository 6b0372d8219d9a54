import type { RowColumns } from '../statistics/columns/rowColumns';
import { pickRows } from '../statistics/columns/pickRows';
import { AppError } from '../model/appError';
import type { Database } from './database';
import { readLoads } from './loads';
import type { BlockRow } from './rows';
import { toAppError } from './toAppError';

/** Grows when the form of blocks changes. */
export const blockFormat = 1;

const blocksAtOnce = 16;

/** A record cut short on disk must not be believed. */
function requireWhole(row: BlockRow | undefined, number: number): RowColumns {
  const rows = row?.format === blockFormat ? row.rows : null;
  const columns = rows && [rows.value, rows.start, rows.end, ...Object.values(rows.coded).map(({ codes }) => codes)];
  if (!columns?.every(({ length }) => length === rows?.count) || !rows)
    throw new AppError('db-broken', { name: 'block', message: String(number) });
  return rows;
}

/** Reads some blocks of a loading. Errors: `db-broken` {name: block}. */
export async function readBlocks(database: Database, load: number, numbers: readonly number[]): Promise<RowColumns[]> {
  if (numbers.length === 0) return [];
  try {
    const rows = await database.blocks.bulkGet(numbers.map((number) => [load, number] as [number, number]));
    return numbers.map((number, i) => requireWhole(rows[i], number));
  } catch (error) {
    throw toAppError(error);
  }
}

/** Tables that reading blocks takes: name them in the transaction. */
export const blockTables = ({ blocks, reports, segments, meta }: Database) => [blocks, reports, segments, meta];

/**
 * Goes through the blocks of the package, some at a time in memory, without what a person's reports have replaced. Call
 * it within a transaction on `blockTables`. Errors: `db-broken` {name: block}.
 */
export async function eachBlock(
  database: Database,
  take: (rows: RowColumns) => void,
  pause?: () => Promise<void>,
): Promise<void> {
  const { active } = await readLoads(database);
  if (active === 0) return;
  const known = new Set(await database.reports.toCollection().primaryKeys());
  for (const id of await database.reports.where('source').equals('user').primaryKeys()) known.delete(id);
  for (let from = 1; ; from += blocksAtOnce) {
    const rows = await database.blocks
      .where('[load+number]')
      .between([active, from], [active, from + blocksAtOnce])
      .toArray();
    for (const row of rows) take(onlyOf(requireWhole(row, row.number), known));
    if (rows.length < blocksAtOnce) return;
    await pause?.();
  }
}

/** The rows of a block that are of some reports. */
function onlyOf(rows: RowColumns, reports: ReadonlySet<string>): RowColumns {
  const { values, codes } = rows.coded.reportId;
  const isKnown = values.map((id) => reports.has(id));
  if (!isKnown.includes(false)) return rows;
  const kept = new Uint32Array(rows.count);
  let count = 0;
  codes.forEach((code, row) => {
    if (isKnown[code]) kept[count++] = row;
  });
  return pickRows(rows, kept.slice(0, count));
}
