import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/model/dataset';
import type { Report } from '../../../src/model/report';
import { resolvedFacts } from './data/resolvedFacts';
import { factRows } from './facts';
import { askOnce, toArrow } from './page/duckdb';
import { numbersOf, packNumbers, sizeOf, unpackNumbers } from './page/numbers';
import { areaColumns, observationColumns, reportColumns } from './page/observationColumns';
import { observationsStatement } from './page/observationsStatement';
import { reduceRows } from './page/reduceRows';
import { differenceOf, hasValue, isUnmentioned, randomQuestions } from './question';
import { simulatedDataset } from './simulatedDataset';
import type { World } from './world';

const { resolve } = createRequire(import.meta.url);
const bundle = (kind: 'mvp' | 'eh') => ({
  mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`),
  mainWorker: resolve(`@duckdb/duckdb-wasm/dist/duckdb-node-${kind}.worker.cjs`),
});

async function connect() {
  const database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate();
  return database.connect();
}

/** A database of a dataset, the last reports of which have come one by one. */
async function filled({ areas, reports, observations }: Dataset, world: World) {
  const connection = await connect();
  const insert = async (name: string, columns: object, create: boolean) =>
    connection.insertArrowFromIPCStream(await toArrow(columns), { name, create });
  let numbers = numbersOf(areas, world.counties);
  const first = { report: 0, observation: 0 };
  await insert('areas', areaColumns(numbers), true);
  const batch = async (some: readonly Report[], create: boolean) => {
    const ids = new Set(some.map(({ id }) => id));
    const said = observations.filter(({ reportId }) => ids.has(reportId));
    const gathered = observationColumns(some, first, numbers, world);
    gathered.add(said);
    await insert('reports', reportColumns(some, first.report, numbers, world), create);
    await insert('observations', gathered.columns(), create);
    first.report += some.length;
    first.observation += said.length;
  };
  await batch(reports.slice(0, -20), true);
  const size = sizeOf(numbers);
  numbers = unpackNumbers(packNumbers(numbers));
  expect(sizeOf(numbers)).toBe(size);
  for (const report of reports.slice(-20)) await batch([report], false);
  return { query: (text: string) => Promise.resolve(connection.query(text)) };
}

describe('one statement over all observations answers what is made of facts', () => {
  it.each([
    ['all areas report', 7, 12, undefined],
    ['few areas report often', 7, 12, 60],
    ['hardly anybody reports', 9, 120, 200],
  ] as const)('where %s', async (_, seed, counties, reports) => {
    const { dataset, known: some } = simulatedDataset(seed, counties, reports);
    // Of honours many are equal numbers.
    const known = { ...some, subjects: ['participants', 'honours', 'members'] };
    const rows = factRows(resolvedFacts(dataset, known));
    const world: World = { ...known, observations: dataset.observations.length, facts: rows.length, imports: [] };
    const connection = await filled(dataset, world);
    const states = new Set<number>();
    for (const question of randomQuestions(world, 40, 7)) {
      const made = await askOnce(connection, observationsStatement(question, world), question, world);
      const answer = made();
      expect(differenceOf(reduceRows(world, question, rows)(), answer)).toBeNull();
      answer.coverage.forEach((state) => states.add(state));
    }
    expect(states).toEqual(new Set([0, hasValue, isUnmentioned]));
  });
});
