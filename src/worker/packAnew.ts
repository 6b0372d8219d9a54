import type { Dataset } from '../model/dataset';
import type { Columns } from '../statistics/columns/buildColumns';
import { columnsBuilder } from '../statistics/columns/columnsBuilder';
import { readState } from '../store/commit';
import type { Database } from '../store/database';
import { savePacked } from '../store/packedColumns';
import type { State } from '../store/rows';
import { readBatches } from '../store/storedBatches';

/** Columns of all that is stored, with what they stand beside; and whether they could be kept. */
interface Built {
  columns: Columns;
  beside: Omit<Dataset, 'observations'>;
  state: State;
  sequence: number;
  isKept: boolean;
}

/**
 * Builds the packed form of much data, which need not be in memory at once. Null where the data has moved on meanwhile.
 * Errors: `db-broken`.
 */
export async function packAnew(database: Database): Promise<Built | null> {
  const { beside, state, sequence, batches } = await readBatches(database);
  const builder = columnsBuilder(beside);
  for await (const { reportIds, observations } of batches) builder.add(reportIds, observations);
  if ((await readState(database)).dataRevision !== state.dataRevision) return null;
  const { columns, reports } = builder.finish();
  const madeOf = { dataRevision: state.dataRevision, sequence };
  const isKept = await savePacked(database, columns, { ...beside, reports }, madeOf).catch(() => false);
  return { columns, beside: { ...beside, reports }, state, sequence, isKept };
}
