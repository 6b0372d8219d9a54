import type { Columns } from '../statistics/columns/buildColumns';
import { sheetKey, sheetSteps, type FlowSheet } from '../statistics/columns/flowSheet';
import { patchColumns } from '../statistics/columns/patchColumns';
import { numbersByRank } from '../statistics/columns/reportColumns';
import type { ReportChange } from '../statistics/columns/patchReports';
import type { Database } from '../store/database';
import { savePacked, savePatches, type MadeOf, type PackedHead } from '../store/packedColumns';
import { readObservations, readReportChanges } from '../store/reportChanges';
import type { LiveColumns } from './liveColumns';
import { isSmall, type Making, type Reopening, type Snapshot } from './snapshot';

/** When so many reports have changed it is quicker to build all anew. */
const manyChanges = 200;

/** The snapshot after what has been committed since; null where nothing has. Errors: `db-broken`. */
export async function next(making: Making, reopening: Reopening): Promise<Snapshot | null> {
  const { database, options } = making;
  const since = await readReportChanges(database, making.sequence);
  const { state, sequence } = since;
  if (state.revision === making.state.revision) return null;
  if (state.dataRevision === making.state.dataRevision)
    return reopening.snapshotOf({ ...making, state, sequence, changed: [] });
  const made = await after(making, since);
  return made ? reopening.snapshotOf(made) : reopening.takeSnapshot(database, options);
}

/** A snapshot of older data brought up to date; null where all must be built anew. Errors: `db-broken`. */
export async function catchUp(making: Making, { snapshotOf }: Reopening): Promise<Snapshot | null> {
  const made = await after(making, await readReportChanges(making.database, making.sequence));
  return made && snapshotOf(untold(made));
}

/** What is told whole to one who knows nothing of what was before. */
function untold(making: Making): Making {
  const whole = { ...making };
  delete whole.changed;
  return whole;
}

type Since = Awaited<ReturnType<typeof readReportChanges>>;

async function after(making: Making, { changes, state, sequence }: Since): Promise<Making | null> {
  const { pending } = making;
  const made = isSmall(making) || !changes || changes.length > manyChanges ? null : await patched(making, changes);
  if (!made) return null;
  const { patch } = made;
  const { changed } = making.rows;
  const rows = { ...making.rows, changed: [...changed, ...patch.withoutIds] };
  const unkept = { patches: [...(pending?.patches ?? []), patch], from: pending?.from ?? making.state.dataRevision };
  return {
    ...making,
    ...{ columns: made.live, state, sequence, entries: null, rows, pending: unkept, changed: patch.reports },
  };
}

/** Code is quick when it has run a few times. */
const rehearsals = 3;

/** Takes the newest reports, one after another, for such as have come anew. Errors: `db-broken`. */
export async function rehearse(making: Making): Promise<void> {
  const { database, columns, options } = making;
  const newest = numbersByRank(columns.source.head.reports).slice(-rehearsals);
  const [words] = await Promise.all([columns.words(), import('../store/saveReport')]);
  for (const number of newest) {
    const report = words(number);
    const observations = (await readObservations(database, [report.id])).get(report.id) ?? [];
    const same = { report, observations };
    const made = await patched(making, [{ id: report.id, before: same, after: same }]);
    const [some] = made?.patch.sheets ?? [];
    if (made && some) for (const step of sheetSteps) await made.live.sheet(some.cells.subject, step);
    await options.quiet();
  }
}

/**
 * Keeps the patches that have led to a snapshot; of many the packed form is written anew. Only a saving of time: where it
 * fails the next start works the changes out again. Gives the same data to go on with.
 */
export async function settle(making: Making, snapshot: Snapshot, reopening: Reopening): Promise<Snapshot> {
  try {
    return await keep(making, snapshot, reopening);
  } catch {
    return snapshot;
  }
}

async function keep(
  { pending, ...told }: Making,
  snapshot: Snapshot,
  { snapshotOf, fromPacked }: Reopening,
): Promise<Snapshot> {
  const making = untold(told);
  const { database, columns, state, sequence, options } = making;
  if (!pending || !making.packed) return snapshot;
  const { patches, from } = pending;
  const count = making.packed.patches + patches.length;
  const packed = { ...making.packed, columns: columns.source.head, patches: count, sequence };
  const isKept = await savePatches(database, { head: packed, patches }, { from, to: state.dataRevision });
  if (!isKept || count < options.manyPatches) return snapshotOf({ ...making, packed: isKept ? packed : null });
  const isRepacked = await repack(database, packed, columns, { dataRevision: state.dataRevision, sequence });
  return (isRepacked && (await fromPacked(database, options, making.rows))) || snapshotOf({ ...making, packed });
}

/** Writes columns with all their patches applied in place of the packed form that they were read from. */
async function repack(database: Database, packed: PackedHead, live: LiveColumns, madeOf: MadeOf): Promise<boolean> {
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
    madeOf,
  );
}

async function patched({ database, columns }: Making, changes: readonly ReportChange[]) {
  const { head, beside } = columns.source;
  const made = await patchColumns(
    {
      head,
      beside,
      wordsOf: await columns.words(),
      read: (ids) => readObservations(database, ids),
    },
    changes,
  );
  return made && { live: await columns.patched(made.head, made.patch), patch: made.patch };
}
