import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { unpackFacts, type Facts } from '../facts';
import { emptyAnswer, hasValue, isUnmentioned, put, type Answer, type Question } from '../question';
import type { World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { contents, parts, statement, type TableName } from './duckdbStatement';
import { fetchFacts } from './fetchFacts';
import { appendSegment, readSegments } from './segments';

const name = 'bench-arrow';

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
  for (const table of [into, 'covered'] as const)
    await connection.query(`${isFirst ? `CREATE TABLE ${table} AS` : `INSERT INTO ${table}`} ${contents[table]}`);
  await connection.query('DROP TABLE arrived');
}

const columns = ['part', 'month', 'area', 'category', 'sum', 'counted', 'seen'] as const;
const kinds = [Int8Array, Uint8Array, Uint16Array, Int32Array, Float64Array];
type Columns = Record<(typeof columns)[number], ArrayLike<number>>;

async function ask(connection: AsyncDuckDBConnection, from: TableName, question: Question, world: World) {
  const result = await connection.query(statement(from, question, world.subjects.length));
  const column = (key: string): ArrayLike<number> => {
    const values: unknown = result.getChild(key)?.toArray();
    if (!kinds.some((kind) => values instanceof kind)) throw new Error(`no numbers in ${key}`);
    return values as ArrayLike<number>;
  };
  const rows = Object.fromEntries(columns.map((key) => [key, column(key)])) as Columns;
  return () => toAnswer(rows, question, world);
}

/** The answer that rows make; which columns are set depends on the part. */
function toAnswer({ part, month, area, category, sum, counted, seen }: Columns, question: Question, world: World) {
  const answer = emptyAnswer(world, question);
  const { firstMonth, months } = question;
  for (let i = 0; i < part.length; i++) {
    const [at, place] = [(month[i] ?? 0) - firstMonth, area[i] ?? 0];
    const numbers = [sum[i] ?? NaN, counted[i] ?? NaN, seen[i] ?? NaN] as const;
    if (part[i] === parts.totals) put(answer.totals, place, ...numbers);
    else if (part[i] === parts.byMonth) put(answer.byMonth, at, ...numbers);
    else if (part[i] === parts.byCategory) put(answer.byCategory, (category[i] ?? 0) * months + at, ...numbers);
    else if (part[i] === parts.byArea) put(answer.byArea, place, ...numbers);
    else cover(answer, place * months + at, part[i] === parts.coverage ? hasValue : isUnmentioned);
  }
  return answer;
}

/** A number that counts is more than a report that covers the month. */
function cover({ coverage }: Answer, at: number, state: number): void {
  if (coverage[at] !== hasValue) coverage[at] = state;
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
