import { areaTree } from '../model/area';
import type { Dataset } from '../model/dataset';
import type { Observation } from '../model/observation';
import { observationsIn, rowsOfReports } from '../statistics/columns/observationsIn';
import { blockTables, readBlocks } from './blocks';
import { lastSequence, readState } from './commit';
import type { Database } from './database';
import { applyEdits, withoutSource } from './loadDataset';
import { readLoads, type Loads } from './loads';
import type { Edit, ReportRow, State } from './rows';
import { rootFinder } from './rootLinks';
import { unpackSegment } from './segment';
import { toAppError } from './toAppError';

/** So many observations at least are read and resolved together. */
const perBatch = 20_000;

/** Some reports with all that they say: no other one speaks for or about a place that one of them does. */
export interface StoredBatch {
  reportIds: string[];
  observations: Observation[];
}

/** Stored data that is read part by part. */
export interface StoredBatches {
  beside: Omit<Dataset, 'observations'>;
  state: State;
  sequence: number;
  batches: AsyncGenerator<StoredBatch>;
}

/** What batches are made of: what people added and changed is held whole, the package's observations stay on disk. */
interface Plan {
  loads: Loads;
  rows: ReportRow[];
  edits: Map<string, Edit[]>;
  /** Observations that are in no block, by report, edits applied. */
  others: Map<string, Observation[]>;
}

/**
 * Reads everything that statistics need, observations in batches under roots of the area tree that no report connects. A
 * change of the data meanwhile is not noticed: compare the state afterwards. Errors: `db-broken`, of the batches too.
 */
export async function readBatches(database: Database): Promise<StoredBatches> {
  const { segments, indicators, areas, edits, changes, reports } = database;
  try {
    return await database.transaction('r', [...blockTables(database), indicators, areas, edits, changes], async () => {
      const rows = await reports.toArray();
      const byReport = new Map<string, Edit[]>();
      for (const edit of await edits.toArray())
        byReport.set(edit.reportId, [...(byReport.get(edit.reportId) ?? []), edit]);
      const others = new Map(rows.flatMap(({ id, block }) => (block === undefined ? [[id, [] as Observation[]]] : [])));
      for (const segment of await segments.toArray()) others.set(segment.reportId, unpackSegment(segment));
      for (const [id, observations] of others) others.set(id, applyEdits(observations, byReport.get(id) ?? []));
      const beside = {
        reports: rows.map(withoutSource),
        indicators: (await indicators.toArray()).map(withoutSource),
        areas: (await areas.toArray()).map(withoutSource),
      };
      const plan = { loads: await readLoads(database), rows, edits: byReport, others };
      const [state, sequence] = [await readState(database), await lastSequence(database)];
      return { beside, state, sequence, batches: batchesOf(database, beside, plan) };
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/** Reports under roots that something connects, and blocks that hold what they say. */
interface Part {
  reports: ReportRow[];
  blocks: Set<number>;
}

function partsOf({ areas }: Pick<Dataset, 'areas'>, { rows, loads, others, edits }: Plan): Part[] {
  const rootOf = rootFinder(areas);
  const joined = new Map<string, string>();
  const top = (root: string): string => {
    const above = joined.get(root);
    return above === undefined || above === root ? root : top(above);
  };
  const join = (a: string, b: string) => void joined.set(top(a), top(b));
  for (const [a, b] of loads.links) join(a, b);
  const rootOfReport = new Map(rows.map(({ id, refArea }) => [id, rootOf(refArea)]));
  const rootOfWhole = (id: string) => rootOfReport.get(id.slice(0, id.lastIndexOf('.')));
  const linkAll = (report: string, observations: readonly Observation[]) => {
    const own = rootOfReport.get(report);
    if (own === undefined) return;
    for (const { refArea, partOf } of observations) {
      join(own, rootOf(refArea));
      const whole = partOf === null ? undefined : rootOfWhole(partOf);
      if (whole !== undefined) join(own, whole);
    }
  };
  for (const [id, observations] of others) linkAll(id, observations);
  for (const [id, list] of edits)
    linkAll(
      id,
      list.map(({ observation }) => observation),
    );
  const tree = areaTree(areas);
  const parts = new Map<string, Part>(tree.roots.map((root) => [root, { reports: [], blocks: new Set() }]));
  for (const row of rows) {
    const root = top(rootOfReport.get(row.id) ?? '');
    const part = parts.get(root) ?? { reports: [], blocks: new Set() };
    parts.set(root, part);
    part.reports.push(row);
    if (row.block !== undefined) part.blocks.add(row.block);
  }
  return [...parts.values()].filter(({ reports }) => reports.length > 0);
}

async function* batchesOf(
  database: Database,
  beside: Omit<Dataset, 'observations'>,
  plan: Plan,
): AsyncGenerator<StoredBatch> {
  let batch: StoredBatch = { reportIds: [], observations: [] };
  const { active } = plan.loads;
  const parts = partsOf(beside, plan);
  const read = (index: number) => readBlocks(database, active, [...(parts[index]?.blocks ?? [])]);
  // While one part is worked on the next is read.
  let coming = read(0);
  coming.catch(() => undefined);
  for (const [index, { reports }] of parts.entries()) {
    const blocks = await coming;
    coming = read(index + 1);
    coming.catch(() => undefined);
    const wanted = new Set(reports.flatMap(({ id, block }) => (block === undefined ? [] : [id])));
    for (const { id } of reports) batch.reportIds.push(id);
    for (const rows of blocks) {
      for (const [id, range] of rowsOfReports(rows)) {
        if (!wanted.has(id)) continue;
        for (const one of applyEdits(observationsIn(rows, range), plan.edits.get(id) ?? []))
          batch.observations.push(one);
      }
    }
    for (const { id, block } of reports)
      if (block === undefined) for (const one of plan.others.get(id) ?? []) batch.observations.push(one);
    if (batch.observations.length < perBatch) continue;
    yield batch;
    batch = { reportIds: [], observations: [] };
  }
  if (batch.reportIds.length > 0) yield batch;
}
