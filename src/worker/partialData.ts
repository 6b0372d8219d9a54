import { answer } from '../statistics/answer';
import { stepsOf } from '../statistics/columns/flowSources';
import { observationAt } from '../statistics/columns/rowColumns';
import { selectRows } from '../statistics/columns/selectRows';
import { parseSubject } from '../statistics/parseSubject';
import { askedOf, explain } from '../statistics/queries/explain';
import type { Queries, QueryName } from '../statistics/query';
import { rowsOfAll } from './allRows';
import { explainFlow } from './explainFlow';
import { onceWorked } from './onceWorked';
import { linkedReader } from './readSome';
import { restrictedTo } from './restricted';
import type { Making } from './snapshot';

/** Answers what columns do not: from the reports that a question is about, read when it is asked. Errors: `db-broken`. */
export type PartialData = <K extends QueryName>(
  name: K,
  request: Queries[K]['request'],
) => Promise<Queries[K]['answer']>;

type Answers = { [K in QueryName]?: (request: Queries[K]['request']) => Promise<Queries[K]['answer']> };

/** Opens the way to single reports of a snapshot. */
export function partialData(making: Making): PartialData {
  const { database, columns } = making;
  const { head, beside } = columns.source;
  const read = linkedReader(database, head.isLinked);
  const restricted = restrictedTo(making);

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
  const all = onceWorked(() => rowsOfAll(making));
  const answers: Answers = {
    explain: explainAll,
    rows: async (request) => {
      const rows = await all();
      return Array.from(selectRows(rows, request), (row) => observationAt(rows.columns, row));
    },
  };
  return async (name, request) => {
    const reports = 'filter' in request ? request.filter.reports : [];
    if (reports.length > 0) return answer(await restricted(reports), name, request);
    const own = answers[name];
    if (!own) throw new Error(`columns answer ${name}`);
    return own(request);
  };
}
