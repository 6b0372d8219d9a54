import { areaTree } from '../model/area';
import { answer } from '../statistics/answer';
import { stepsOf } from '../statistics/columns/flowSources';
import { gone } from '../statistics/columns/reportColumns';
import { observationAt } from '../statistics/columns/rowColumns';
import { selectRows, type AllRows } from '../statistics/columns/selectRows';
import { parseSubject } from '../statistics/parseSubject';
import { askedOf, explain } from '../statistics/queries/explain';
import type { Queries, QueryName } from '../statistics/query';
import { resolveDataset } from '../statistics/resolveDataset';
import type { Resolved } from '../statistics/resolved';
import type { Database } from '../store/database';
import { allRows } from './allRows';
import { explainFlow } from './explainFlow';
import type { LiveColumns } from './liveColumns';
import { onceWorked } from './onceWorked';
import { linkedReader, readReports } from './readSome';
import type { Making } from './snapshot';

/** Answers what columns do not: from the reports that a question is about, read when it is asked. Errors: `db-broken`. */
export type PartialData = <K extends QueryName>(
  name: K,
  request: Queries[K]['request'],
) => Promise<Queries[K]['answer']>;

type Answers = { [K in QueryName]?: (request: Queries[K]['request']) => Promise<Queries[K]['answer']> };

const rememberedSelections = 4;

/** Opens the way to single reports of a snapshot. */
export function partialData({ database, columns, state, rows }: Making): PartialData {
  const { head, beside } = columns.source;
  const read = linkedReader(database, head.isLinked);
  const selections = new Map<string, Promise<Resolved>>();

  /** The data as if only some reports had been read. */
  const restricted = (ids: readonly string[]): Promise<Resolved> => {
    const wanted = [...new Set(ids)].sort();
    const key = wanted.join('\n');
    const known = selections.get(key);
    if (known) return known;
    const made = resolveOnly(database, columns, wanted);
    if (selections.size >= rememberedSelections) selections.clear();
    selections.set(key, made);
    made.catch(() => selections.delete(key));
    return made;
  };

  const explainAll = async (request: Queries['explain']['request']) => {
    const { cell, first } = request;
    const isFlow = parseSubject(cell.subject, beside.indicators)?.kind === 'flow' && cell.status === 'actual';
    const none = { subjects: [], granularities: [], facets: false, words: true };
    if (!isFlow) return explain(await columns.ready({ ...none, subjects: [cell.subject] }), request);
    const granularities = stepsOf(askedOf(await columns.ready(none), request));
    const opened = await columns.ready({ ...none, subjects: [cell.subject], granularities });
    const facets = { live: await columns.facets(), rejected: head.rejected };
    return explainFlow({ opened, facets, read }, askedOf(opened, request), first);
  };
  const tree = areaTree(beside.areas);
  const ranks = new Map(head.reports.ids.map((id, number) => [id, head.reports.rank[number]]));
  ranks.forEach((rank, id) => rank === gone && ranks.delete(id));
  const all = onceWorked(async (): Promise<AllRows> => ({
    columns: await allRows(database, { dataRevision: state.dataRevision, count: head.observationCount, kept: rows }),
    tree,
    rankOf: (id) => ranks.get(id),
  }));
  const answers: Answers = {
    explain: explainAll,
    rows: async (request) => {
      const found = selectRows(await all(), request);
      return Array.from({ length: found.count }, (_, row) => observationAt(found, row));
    },
    table: async (request) => selectRows(await all(), request),
  };
  return async (name, request) => {
    const reports = 'filter' in request ? request.filter.reports : [];
    if (reports.length > 0) return answer(await restricted(reports), name, request);
    const own = answers[name];
    if (!own) throw new Error(`columns answer ${name}`);
    return own(request);
  };
}

async function resolveOnly(database: Database, columns: LiveColumns, wanted: readonly string[]): Promise<Resolved> {
  const { head, beside } = columns.source;
  const { ids, rank } = head.reports;
  const isWanted = new Set(wanted);
  const words = await columns.words();
  const reports = ids.flatMap((id, number) => (isWanted.has(id) && rank[number] !== gone ? words(number) : []));
  const observations = await readReports(
    database,
    reports.map(({ id }) => id),
  );
  return resolveDataset({ ...beside, reports, observations });
}
