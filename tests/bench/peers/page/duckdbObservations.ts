import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Observation } from '../../../../src/model/observation';
import type { Report } from '../../../../src/model/report';
import type { World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { askOnce, connect, toArrow } from './duckdb';
import { numbersOf, packNumbers, sizeOf, unpackNumbers } from './numbers';
import { areaColumns, observationColumns, reportColumns } from './observationColumns';
import { observationsStatement } from './observationsStatement';
import { openPackage } from './openPackage';
import { appendSegment, readSegments } from './segments';

const tables = ['areas', 'reports', 'observations'] as const;
type Table = (typeof tables)[number];

const storeOf = (table: Table | 'numbers') => `bench-duckdb-${table}`;

async function append(table: Table, columns: object): Promise<Uint8Array> {
  const bytes = await toArrow(columns);
  await appendSegment(storeOf(table), bytes.buffer);
  return bytes;
}

async function store(folder: string, world: World): Promise<Record<string, number>> {
  const { areas, reports, observations } = await openPackage(folder);
  const numbers = numbersOf(areas, world.counties);
  const gathered = observationColumns(reports, { report: 0, observation: 0 }, numbers, world);
  for await (const rows of observations()) gathered.add(rows);
  await append('areas', areaColumns(numbers));
  await append('reports', reportColumns(reports, 0, numbers, world));
  await append('observations', gathered.columns());
  await appendSegment(storeOf('numbers'), packNumbers(numbers));
  return {};
}

const insert = (connection: AsyncDuckDBConnection, name: Table, bytes: Uint8Array, isFirst: boolean) =>
  connection.insertArrowFromIPCStream(bytes, { name, create: isFirst });

/** Stores and inserts reports that come one by one; what is known of numbers is read when the first comes. */
function adder(connection: AsyncDuckDBConnection, world: World) {
  const count = async (table: Table) => {
    const result = await connection.query(`SELECT count(*)::INTEGER AS n FROM ${table}`);
    return Number(result.getChild('n')?.get(0));
  };
  const read = async () => {
    const last = (await readSegments(storeOf('numbers'))).at(-1);
    if (!last) throw new Error('no numbers are stored');
    return {
      numbers: unpackNumbers(last),
      first: { report: await count('reports'), observation: await count('observations') },
    };
  };
  let known: ReturnType<typeof read> | null = null;
  return async (report: Report, observations: Observation[]): Promise<void> => {
    const { numbers, first } = await (known ??= read());
    const before = sizeOf(numbers);
    const gathered = observationColumns([report], first, numbers, world);
    gathered.add(observations);
    const made = {
      reports: await append('reports', reportColumns([report], first.report, numbers, world)),
      observations: await append('observations', gathered.columns()),
    };
    if (sizeOf(numbers) > before) await appendSegment(storeOf('numbers'), packNumbers(numbers));
    await insert(connection, 'reports', made.reports, false);
    await insert(connection, 'observations', made.observations, false);
    first.report += 1;
    first.observation += observations.length;
  };
}

/** All observations, reports and areas, asked with one statement that applies the rules. */
export const duckdbObservations: Contender = {
  store,
  async open(_, known): Promise<Opened> {
    const stored = tables.map(async (table) => [table, await readSegments(storeOf(table))] as const);
    const [connection, world, ...read] = await Promise.all([connect(), known, ...stored]);
    for (const [table, segments] of read)
      for (const [i, segment] of segments.entries()) await insert(connection, table, new Uint8Array(segment), i === 0);
    const ask: Opened['ask'] = (question) =>
      askOnce(connection, observationsStatement(question, world), question, world);
    const add = adder(connection, world);
    return {
      ask,
      add: ({ report, observations }, question, shows) =>
        addThenAsk(
          () => add(report, observations),
          () => ask(question),
          shows,
        ),
    };
  },
};
