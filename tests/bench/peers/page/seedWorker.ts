/** Makes data of a size and stores it: as the product does, as facts for the peers, as rows for Dexie. */
import Dexie from 'dexie';
import { tableToIPC, tableFromArrays } from 'apache-arrow';
import { openDatabase } from '../../../../src/store/openDatabase';
import { savePackage } from '../../../../src/store/savePackage';
import { datasetOf, factsOf } from './data';
import { factStore, rowStore } from './stores';
import type { Size } from './question';

export interface SeedRequest {
  size: Size;
  database: string;
  /** Up to so many rows are written for Dexie. */
  rows: number;
}

export interface Seeded {
  observations: number;
  reports: number;
  facts: number;
  /** Milliseconds that writing took: the package into the product's store, its rows by bulkAdd. */
  savePackageMs: number;
  bulkAddMs: number;
  bulkAddRows: number;
}

onmessage = async ({ data }: MessageEvent<SeedRequest>) => {
  const dataset = datasetOf(data.size);
  await Dexie.delete(data.database);
  const database = await openDatabase(data.database);
  const before = performance.now();
  await savePackage(
    database,
    { name: 'bench', version: '1.0.0', dataset, boundaries: [], annotations: [] },
    { at: '2026-01-01T00:00:00.000Z' },
  );
  const savePackageMs = performance.now() - before;
  database.close();
  const facts = factsOf(dataset);
  const store = await factStore();
  const arrow = tableToIPC(tableFromArrays({ ...facts }), 'stream');
  await store.table('facts').bulkPut([
    { key: 'columns', content: facts },
    { key: 'arrow', content: arrow },
  ]);
  store.close();
  const plain = await rowStore();
  await plain.table('facts').clear();
  const count = Math.min(data.rows, facts.value.length);
  const rowsBefore = performance.now();
  const chunk = 20_000;
  for (let from = 0; from < count; from += chunk) {
    const rows = Array.from({ length: Math.min(chunk, count - from) }, (_, i) => ({
      subject: facts.subject[from + i] ?? 0,
      area: facts.area[from + i] ?? 0,
      root: facts.root[from + i] ?? 0,
      month: facts.month[from + i] ?? 0,
      category: facts.category[from + i] ?? 0,
      value: facts.value[from + i] ?? 0,
    }));
    await plain.table('facts').bulkAdd(rows);
  }
  const bulkAddMs = performance.now() - rowsBefore;
  plain.close();
  const seeded: Seeded = {
    observations: dataset.observations.length,
    reports: dataset.reports.length,
    facts: facts.value.length,
    savePackageMs,
    bulkAddMs,
    bulkAddRows: count,
  };
  postMessage(seeded);
};
