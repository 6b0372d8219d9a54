import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { emptyAnswer, hasValue, isUnmentioned, put, type Answer, type Question } from '../question';
import type { World } from '../world';
import { parts } from './duckdbParts';

/** Columns as a stream of Arrow, the form that DuckDB takes fastest; the bytes own their buffer. */
export async function toArrow(columns: object): Promise<Uint8Array<ArrayBuffer>> {
  const { table, toArrowIPC } = await import('arquero');
  return toArrowIPC(table({ ...columns }), { format: 'stream' }).slice();
}

/** Starts a database in memory. */
export async function connect(): Promise<AsyncDuckDBConnection> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(wasmUrl);
  return database.connect();
}

const columns = ['part', 'month', 'area', 'category', 'sum', 'counted', 'seen'] as const;
const kinds = [Int8Array, Uint8Array, Uint16Array, Int32Array, Float64Array];
type Columns = Record<(typeof columns)[number], ArrayLike<number>>;

/** Asks with one statement that gives all parts of the answer as rows. */
export async function askOnce(
  connection: Pick<AsyncDuckDBConnection, 'query'>,
  statement: string,
  question: Question,
  world: World,
): Promise<() => Answer> {
  const result = await connection.query(statement);
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
