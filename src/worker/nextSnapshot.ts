import type { Columns } from '../statistics/columns/buildColumns';
import { sheetKey, type FlowSheet } from '../statistics/columns/flowSheet';
import { patchColumns } from '../statistics/columns/patchColumns';
import type { ReportChange } from '../statistics/columns/patchReports';
import type { Database } from '../store/database';
import { savePacked, savePatch, type PackedHead } from '../store/packedColumns';
import { readObservations, readReportChanges } from '../store/reportChanges';
import type { LiveColumns } from './liveColumns';
import type { Making, Reopening, Snapshot } from './snapshot';

/** The snapshot after what has been committed since; null where nothing has. Errors: `db-broken`. */
export async function next(making: Making, { snapshotOf, takeSnapshot }: Reopening): Promise<Snapshot | null> {
  const { database, columns, options } = making;
  const { changes, state, sequence } = await readReportChanges(database, making.sequence);
  if (state.revision === making.state.revision) return null;
  if (state.dataRevision === making.state.dataRevision) return snapshotOf({ ...making, state, sequence });
  const isSmall = columns.source.head.observationCount <= options.fewObservations;
  const made = isSmall || !changes ? null : await patched(making, changes);
  if (!made) return takeSnapshot(database, options);
  const { rows: known, changed } = making.rows;
  const rows = { rows: known, changed: [...changed, ...made.patch.withoutIds] };
  const pending = { patch: made.patch, from: making.state.dataRevision };
  return snapshotOf({ ...making, columns: made.live, state, sequence, entries: null, rows, pending });
}

/**
 * Keeps the patch that has led to a snapshot; of many patches the packed form is written anew. Only a saving of time:
 * where it fails the next start builds the columns again. Gives the same data to go on with.
 */
export async function settle(making: Making, snapshot: Snapshot, reopening: Reopening): Promise<Snapshot> {
  try {
    return await keep(making, snapshot, reopening);
  } catch {
    return snapshot;
  }
}

async function keep(
  { pending, ...making }: Making,
  snapshot: Snapshot,
  { snapshotOf, fromPacked }: Reopening,
): Promise<Snapshot> {
  const { database, columns, state, options } = making;
  if (!pending || !making.packed) return snapshot;
  const packed = { ...making.packed, columns: columns.source.head, patches: making.packed.patches + 1 };
  const [from, to] = [pending.from, state.dataRevision];
  const isKept = await savePatch(database, { head: packed, patch: pending.patch }, { from, to });
  if (!isKept || packed.patches < options.manyPatches) return snapshotOf({ ...making, packed: isKept ? packed : null });
  const isRepacked = await repack(database, packed, columns, to);
  return (isRepacked && (await fromPacked(database, options))) || snapshotOf({ ...making, packed });
}

/** Writes columns with all their patches applied in place of the packed form that they were read from. */
async function repack(
  database: Database,
  packed: PackedHead,
  live: LiveColumns,
  dataRevision: number,
): Promise<boolean> {
  const { head, beside, patches } = live.source;
  const named = patches.flatMap((patch) =>
    patch.sheets.map(({ cells }) => [cells.subject, cells.granularity] as const),
  );
  const wanted = new Map(
    [...packed.sheets, ...named].map(([subject, size]) => [sheetKey(subject, size), [subject, size] as const]),
  );
  const sheets: FlowSheet[] = [];
  for (const [subject, granularity] of wanted.values()) {
    const sheet = await live.sheet(subject, granularity);
    if (sheet) sheets.push(sheet);
  }
  const subjects = new Set([
    ...packed.others,
    ...patches.flatMap((patch) => patch.others.map(({ subject }) => subject)),
  ]);
  const others = (await Promise.all([...subjects].map(live.others))).filter((one) => one !== null);
  const columns: Columns = { ...head, sheets, others, facets: await live.facets() };
  const words = await live.words();
  return savePacked(
    database,
    columns,
    { ...beside, reports: head.reports.ids.map((_, number) => words(number)) },
    dataRevision,
  );
}

async function patched({ database, columns }: Making, changes: readonly ReportChange[]) {
  const { head, beside } = columns.source;
  const made = await patchColumns(
    {
      head,
      beside,
      wordsOf: await columns.words(),
      spansOf: async (subject) => (await columns.sheet(subject, null))?.spans ?? [],
      read: (ids) => readObservations(database, ids),
    },
    changes,
  );
  return made && { live: await columns.patched(made.head, made.patch), patch: made.patch };
}
