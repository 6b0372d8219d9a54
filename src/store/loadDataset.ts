import type { Dataset } from '../model/dataset';
import type { Observation } from '../model/observation';
import type { Database } from './database';
import { lastSequence, readState } from './commit';
import type { Edit, Source, State } from './rows';
import { unpackSegment } from './segment';
import { toAppError } from './toAppError';

/** A row as it came. */
export function withoutSource<T extends { source: Source }>(row: T): Omit<T, 'source'> {
  const copy = { ...row };
  Reflect.deleteProperty(copy, 'source');
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

/** What has just been written, in the order in which `loadDataset` would give reports, indicators and areas. */
export function inStoredOrder(dataset: Dataset): Dataset {
  const by = <T>(rows: readonly T[], keyOf: (row: T) => string) =>
    [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return {
    reports: by(dataset.reports, ({ id }) => id),
    observations: dataset.observations,
    indicators: by(dataset.indicators, ({ code }) => code),
    areas: by(dataset.areas, ({ code }) => code),
  };
}

/**
 * Reads everything that statistics need, with a person's edits applied, the state it belongs to and the newest line of the log.
 * Order: reports, indicators and areas by id or code; observations by report, then as packed, survivors last.
 * Errors: `db-broken`.
 */
export async function loadDataset(database: Database): Promise<{ dataset: Dataset; state: State; sequence: number }> {
  const { reports, segments, indicators, areas, edits, meta, changes } = database;
  try {
    const rows = await database.transaction(
      'r',
      [reports, segments, indicators, areas, edits, meta, changes],
      async () => ({
        reports: await reports.toArray(),
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
      observations: applyEdits(rows.segments.flatMap(unpackSegment), rows.edits),
      indicators: rows.indicators.map(withoutSource),
      areas: rows.areas.map(withoutSource),
    };
    return { dataset, state: rows.state, sequence: rows.sequence };
  } catch (error) {
    throw toAppError(error);
  }
}
