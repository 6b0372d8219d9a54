import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { Contender } from './contender';
import { emptyAnswer, subjects, type Answer, type Question, type Size } from './question';
import { factStore } from './stores';

async function openDuckdb(): Promise<AsyncDuckDBConnection> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(new URL(duckdbWorker, location.href)));
  await database.instantiate(new URL(duckdbWasm, location.href).href);
  const connection = await database.connect();
  const store = await factStore();
  const row = (await store.table('facts').get('arrow')) as { content: Uint8Array };
  store.close();
  await connection.insertArrowFromIPCStream(row.content, { name: 'facts', create: true });
  return connection;
}

const preAggregated = `CREATE TABLE cells AS SELECT subject, area, root, month, category, sum(value) AS value
  FROM facts GROUP BY subject, area, root, month, category ORDER BY subject, area, month`;

/** One statement for all five figures of a refresh. */
function statement(from: string, size: Size, { areas, categories, from: first, to, subject }: Question): string {
  const inAreas = areas.length > 0 ? `area IN (${areas.join()})` : '';
  const inCategories = categories.length > 0 ? `AND category IN (${categories.join()})` : '';
  const total = areas.length > 0 ? inAreas : 'root = 1';
  return `WITH within AS (SELECT * FROM ${from} WHERE month BETWEEN ${String(first)} AND ${String(to)} ${inCategories}),
    total AS (SELECT * FROM within WHERE ${total}),
    places AS (SELECT * FROM within WHERE subject = ${String(subject)} AND area < ${String(size.counties)}
      ${areas.length > 0 ? `AND ${inAreas}` : ''})
    SELECT 0 AS figure, subject::INTEGER AS a, 0 AS b, sum(value) AS value FROM total WHERE subject < ${String(subjects.length)} GROUP BY subject
    UNION ALL SELECT 1, month::INTEGER, 0, sum(value) FROM total WHERE subject = ${String(subject)} GROUP BY month
    UNION ALL SELECT 2, category::INTEGER, month::INTEGER, sum(value) FROM total
      WHERE subject = ${String(subject)} GROUP BY category, month
    UNION ALL SELECT 3, area::INTEGER, 0, sum(value) FROM places GROUP BY area
    UNION ALL SELECT 4, area::INTEGER, month::INTEGER, count(*)::DOUBLE FROM places GROUP BY area, month`;
}

type Found = Awaited<ReturnType<AsyncDuckDBConnection['query']>>;

/** DuckDB-WASM over the facts, or over a table of cells that it makes of them when it opens. */
export function duckdbPeer(size: Size, isAggregated: boolean): Contender {
  let connection: AsyncDuckDBConnection | null = null;
  return {
    name: isAggregated ? 'duckdb-aggregated' : 'duckdb',
    open: async () => {
      connection = await openDuckdb();
      if (isAggregated) await connection.query(preAggregated);
    },
    ask: (question) => connection?.query(statement(isAggregated ? 'cells' : 'facts', size, question)),
    answer: (question, own) => common(size, question, own as Found),
  };
}

function common(size: Size, question: Question, found: Found): Answer {
  const answer = emptyAnswer(size, question);
  const { from, to } = question;
  const width = to - from + 1;
  const column = (name: string) => found.getChild(name)?.toArray() as ArrayLike<number>;
  const [figure, a, b, value] = [column('figure'), column('a'), column('b'), column('value')];
  for (let i = 0; i < found.numRows; i++) {
    const [x, y, z] = [a[i] ?? 0, b[i] ?? 0, value[i] ?? 0];
    if (figure[i] === 0) answer.totals[x] = z;
    else if (figure[i] === 1) answer.overall[x - from] = z;
    else if (figure[i] === 2) answer.byCategory[x * width + y - from] = z;
    else if (figure[i] === 3) answer.byArea[x] = z;
    else answer.coverage[x * width + y - from] = 1;
  }
  return answer;
}
