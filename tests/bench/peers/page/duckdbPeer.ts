import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { unpackFacts } from '../facts';
import { addThenAsk, type Contender, type Opened } from './contender';
import { askOnce, connect, toArrow } from './duckdb';
import { contents, statement, type TableName } from './duckdbStatement';
import { fetchFacts } from './fetchFacts';
import { appendSegment, readSegments } from './segments';

const name = 'bench-arrow';

async function insert(connection: AsyncDuckDBConnection, into: TableName, bytes: Uint8Array, isFirst: boolean) {
  await connection.insertArrowFromIPCStream(bytes, { name: 'arrived', create: true });
  for (const table of [into, 'covered'] as const)
    await connection.query(`${isFirst ? `CREATE TABLE ${table} AS` : `INSERT INTO ${table}`} ${contents[table]}`);
  await connection.query('DROP TABLE arrived');
}

const duckdb = (from: TableName): Contender => ({
  async store(folder) {
    const { buffer } = await toArrow(await fetchFacts(folder));
    await appendSegment(name, buffer);
    return {};
  },
  async open(_, known): Promise<Opened> {
    const [connection, segments, world] = await Promise.all([connect(), readSegments(name), known]);
    for (const [i, segment] of segments.entries()) await insert(connection, from, new Uint8Array(segment), i === 0);
    const answer: Opened['ask'] = (question) =>
      askOnce(connection, statement(from, question, world.subjects.length), question, world);
    const add = async (facts: number[]) => {
      const bytes = await toArrow(unpackFacts(new Uint8Array(facts).buffer));
      await appendSegment(name, bytes.buffer);
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
