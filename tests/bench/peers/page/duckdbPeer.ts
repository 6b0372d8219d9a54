import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { unpackFacts, type Facts } from '../facts';
import { emptyAnswer, type Answer, type Question } from '../question';
import { addThenAsk, type Contender, type Opened } from './contender';
import { fetchFacts } from './fetchFacts';
import { appendSegment, readSegments } from './segments';
import type { World } from '../world';
import { statement } from './duckdbStatement';

const name = 'bench-arrow';
const tables = {
  facts: 'SELECT * FROM arrived',
  cube: `SELECT subject, area, root, month, category, sum(value) AS value FROM arrived
    GROUP BY subject, area, root, month, category`,
} as const;
type TableName = keyof typeof tables;

/** Facts as a stream of Arrow, the form that DuckDB takes fastest. */
async function toArrow(facts: Facts): Promise<Uint8Array> {
  const { table, toArrowIPC } = await import('arquero');
  return toArrowIPC(table({ ...facts }), { format: 'stream' });
}

async function connect(): Promise<AsyncDuckDBConnection> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(wasmUrl);
  return database.connect();
}

async function insert(connection: AsyncDuckDBConnection, into: TableName, bytes: Uint8Array, isFirst: boolean) {
  await connection.insertArrowFromIPCStream(bytes, { name: 'arrived', create: true });
  const command = isFirst ? `CREATE TABLE ${into} AS` : `INSERT INTO ${into}`;
  await connection.query(`${command} ${tables[into]}`);
  await connection.query('DROP TABLE arrived');
}

/** Rows come as part, month, area, category and sum; which of them are set depends on the part. */
async function ask(connection: AsyncDuckDBConnection, from: TableName, question: Question, world: World) {
  const result = await connection.query(statement(from, question, world.subjects.length));
  const column = (key: string): ArrayLike<number> => {
    const values: unknown = result.getChild(key)?.toArray();
    if (!(values instanceof Int32Array || values instanceof Float64Array)) throw new Error(`no numbers in ${key}`);
    return values;
  };
  const [part, month, area, category, sum] = ['part', 'month', 'area', 'category', 'sum'].map(column);
  if (!part || !month || !area || !category || !sum) throw new Error('no answer');
  return (): Answer => {
    const answer = emptyAnswer(world, question);
    const { firstMonth, months } = question;
    for (let i = 0; i < part.length; i++) {
      const [at, place, kind, value] = [(month[i] ?? 0) - firstMonth, area[i] ?? 0, category[i] ?? 0, sum[i] ?? 0];
      if (part[i] === 0) answer.totals[place] = value;
      else if (part[i] === 3) answer.byMonth[at] = value;
      else if (part[i] === 2) answer.byCategory[kind * months + at] = value;
      else if (part[i] === 5) answer.byArea[place] = value;
      else answer.coverage[place * months + at] = 1;
    }
    return answer;
  };
}

const duckdb = (from: TableName): Contender => ({
  async store(folder) {
    const { buffer, byteOffset, byteLength } = await toArrow(await fetchFacts(folder));
    await appendSegment(name, new Uint8Array(buffer, byteOffset, byteLength).slice().buffer);
    return {};
  },
  async open(_, world): Promise<Opened> {
    const [connection, segments] = await Promise.all([connect(), readSegments(name)]);
    for (const [i, segment] of segments.entries()) await insert(connection, from, new Uint8Array(segment), i === 0);
    const answer: Opened['ask'] = (question) => ask(connection, from, question, world);
    const add = async (facts: number[]) => {
      const bytes = await toArrow(unpackFacts(new Uint8Array(facts).buffer));
      await appendSegment(name, bytes.slice().buffer);
      await insert(connection, from, bytes, false);
    };
    return {
      ask: answer,
      add: ({ facts }, question, shows) =>
        addThenAsk(
          () => add(facts),
          () => answer(question),
          shows,
        ),
    };
  },
});

/** The facts, asked with one statement for all five questions. */
export const duckdbFacts = duckdb('facts');
/** The same over its own table of sums. */
export const duckdbCube = duckdb('cube');
