import type { Dataset } from '../model/dataset';
import type { Observation } from '../model/observation';
import { observationsIn } from '../statistics/columns/observationsIn';
import { eachBlock } from './blocks';
import type { Database } from './database';
import { lastSequence, readState } from './commit';
import type { Edit, Source, State } from './rows';
import type { Segment } from './segment';
import { toAppError } from './toAppError';

/** A row as it came: without what only the store needs to know of it. */
export function withoutSource<T extends { source: Source; block?: number }>(row: T): Omit<T, 'source' | 'block'> {
  const copy = { ...row };
  Reflect.deleteProperty(copy, 'source');
  Reflect.deleteProperty(copy, 'block');
  return copy;
}

/**
 * Lays a person's edits over what is stored. An edited observation that is no longer stored survives as the person's;
 * a rejected one that is no longer stored is gone, as both wish.
 */
export function applyEdits(stored: Observation[], edits: readonly Edit[]): Observation[] {
  if (edits.length === 0) return stored;
  const pending = new Map(edits.map((edit) => [edit.observationId, edit.observation]));
  const observations = stored.map((observation) => {
    const edited = pending.get(observation.id);
    pending.delete(observation.id);
    return edited ?? observation;
  });
  for (const edited of pending.values()) if (edited.review !== 'rejected') observations.push(edited);
  return observations;
}

/** The package's observations as they are stored. */
async function readPackaged(database: Database): Promise<Observation[]> {
  const observations: Observation[] = [];
  await eachBlock(database, (rows) => {
    for (const one of observationsIn(rows, { from: 0, to: rows.count })) observations.push(one);
  });
  return observations;
}

/** All observations as they are stored; a start without any of a person's needs nothing that reads those. */
async function allOf(packaged: Observation[], segments: readonly Segment[]): Promise<Observation[]> {
  const others = segments.length > 0 ? segments.flatMap((await import('./segment')).unpackSegment) : [];
  return [...others, ...packaged].sort((a, b) => (a.reportId < b.reportId ? -1 : a.reportId > b.reportId ? 1 : 0));
}

/**
 * Reads everything that statistics need, with a person's edits applied, the state it belongs to and the newest line of the log.
 * Order: reports, indicators and areas by id or code; observations by report, then as they are stored, survivors last.
 * Errors: `db-broken`.
 */
export async function loadDataset(database: Database): Promise<{ dataset: Dataset; state: State; sequence: number }> {
  const { reports, segments, blocks, indicators, areas, edits, meta, changes } = database;
  try {
    const rows = await database.transaction(
      'r',
      [reports, segments, blocks, indicators, areas, edits, meta, changes],
      async () => ({
        reports: await reports.toArray(),
        packaged: await readPackaged(database),
        segments: await segments.toArray(),
        indicators: await indicators.toArray(),
        areas: await areas.toArray(),
        edits: await edits.toArray(),
        state: await readState(database),
        sequence: await lastSequence(database),
      }),
    );
    const dataset: Dataset = {
      reports: rows.reports.map(withoutSource),
      observations: applyEdits(await allOf(rows.packaged, rows.segments), rows.edits),
      indicators: rows.indicators.map(withoutSource),
      areas: rows.areas.map(withoutSource),
    };
    return { dataset, state: rows.state, sequence: rows.sequence };
  } catch (error) {
    throw toAppError(error);
  }
}
