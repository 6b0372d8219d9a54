import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppError } from '../../../src/model/appError';
import { fileColumns, withColumns } from '../../../src/store/columnsFile';
import { Database } from '../../../src/store/database';
import { editObservation } from '../../../src/store/edits';
import { describeStores } from '../../../src/store/installed';
import { loadDataset } from '../../../src/store/loadDataset';
import { openDatabase } from '../../../src/store/openDatabase';
import { savePackage } from '../../../src/store/savePackage';
import { currentSchema, schemaVersions } from '../../../src/store/schema/index';
import { watchState } from '../../../src/store/watchState';
import { dumpOf } from '../../support/store/dumpOf';
import { layDown, type FrozenVersion } from '../../support/store/frozen';
import { layDownNewer } from '../../support/store/layDownNewer';
import { smallPackage } from '../../support/store/packageSmall';
import v1 from '../../store/versions/v1.json';
import v2 from '../../store/versions/v2.json';

const at = '2026-03-04T05:06:07.000Z';
const frozen = [v1, v2] as unknown as FrozenVersion[];
const [city] = smallPackage().dataset.observations;
if (!city) throw new Error('the fixture is empty');

let count = 0;
let name = '';
const opened: Database[] = [];

async function open(patienceMs?: number, onClosed?: (error: AppError) => void): Promise<Database> {
  const database = await openDatabase(name, {
    ...(patienceMs === undefined ? {} : { patienceMs }),
    ...(onClosed ? { onClosed } : {}),
  });
  opened.push(database);
  return database;
}

beforeEach(() => {
  name = `database-test-${String(++count)}`;
});

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

test.each(frozen)('version $version is upgraded by a real browser as in the other tests', async (version) => {
  await layDown(version, {}, name);
  const database = await open();
  expect((await loadDataset(database)).dataset).toEqual(version.dataset);
  const upgraded = describeStores(database.backendDB());
  name = `${name}-fresh`;
  expect(upgraded).toEqual(describeStores((await open()).backendDB()));
});

test('looking at a database that is not there leaves none behind when opening is refused', async () => {
  await layDownNewer(indexedDB, name);
  await expect(open()).rejects.toMatchObject({ code: 'db-newer-than-app', params: { found: 99 } });
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  expect(found?.version).toBe(990);
});

test('an older tab that holds on blocks the upgrade, and nothing else', async () => {
  const older = new Database(name, {}, schemaVersions.slice(0, -1));
  older.on('versionchange', () => false);
  await older.open();
  await expect(open(50)).rejects.toMatchObject({ code: 'db-blocked' });
  older.close();
  expect((await open()).backendDB().version).toBe(currentSchema.version * 10);
});

test('our own older tab lets go by itself', async () => {
  const said: AppError[] = [];
  const database = await open(undefined, (error) => said.push(error));
  await layDownNewer(indexedDB, name);
  expect(database.isOpen()).toBe(false);
  expect(said).toMatchObject([{ code: 'db-newer-than-app', params: { found: 99 } }]);
});

test('a database that the browser takes away is said to be gone', async () => {
  const indexedDB = await smallDisk(name);
  const told = new Promise<AppError>((resolve, reject) => {
    const opening = openDatabase(name, { dependencies: { indexedDB, IDBKeyRange }, onClosed: resolve });
    opening.then(() => buckets().delete(name), reject);
  });
  expect(await told).toMatchObject({ code: 'db-broken', params: { name: 'taken away' } });
});

test('a load that fails in the middle leaves nothing behind', async () => {
  const database = await open();
  await savePackage(database, smallPackage(), { at });
  const before = await dumpOf(database);
  const onProgress = (done: number) => {
    if (done > 0) throw new Error('stopped');
  };
  const stopped = savePackage(database, smallPackage({ version: '2.0.0' }), { at, onProgress });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await dumpOf(database)).toEqual(before);
});

test('a full disk is db-quota and leaves nothing behind; what fits is taken', async () => {
  const database = await openDatabase(name, { dependencies: { indexedDB: await smallDisk(name), IDBKeyRange } });
  opened.push(database);
  const before = await dumpOf(database);
  const geojson = JSON.stringify({ type: 'FeatureCollection', features: [], filling: noise(8_000_000) });
  const large = smallPackage({ boundaries: [{ place: '421000', geojson }] });
  await expect(savePackage(database, large, { at })).rejects.toMatchObject({ code: 'db-quota' });
  expect(await dumpOf(database)).toEqual(before);
  expect(await savePackage(database, smallPackage(), { at })).toMatchObject({ written: true });
});

test('two connections see one another’s commits, in order', async () => {
  const [here, there] = [await open(), await open()];
  await savePackage(here, smallPackage(), { at });
  const told = new Promise<number[]>((resolve, reject) => {
    const revisions: number[] = [];
    const onState = ({ revision }: { revision: number }) => {
      revisions.push(revision);
      if (revision === 3) resolve(revisions);
    };
    watchState(there, onState, reject);
  });
  for (const value of [1, 2]) await editObservation(here, { ...city, value }, { at, reason: '' });
  const revisions = await told;
  expect([...revisions].sort()).toEqual(revisions);
  const seen = (await loadDataset(there)).dataset.observations.find(({ id }) => id === city.id);
  expect(seen?.value).toBe(2);
});

interface StorageBuckets {
  open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

const buckets = () => (navigator as unknown as { storageBuckets: StorageBuckets }).storageBuckets;

/** A bucket of its own with little room: Chromium counts it as it counts the disk. */
async function smallDisk(bucket: string): Promise<IDBFactory> {
  return (await buckets().open(bucket, { quota: 2_000_000 })).indexedDB;
}

/** Text that does not compress: a full disk must be full. */
function noise(length: number): string {
  let state = 20181101;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return Array.from({ length: length / 4 }, () => next().toString(36).padStart(7, '0').slice(0, 4)).join('');
}

test('columns that lie in a file of their record are read by a later connection, also after the record was replaced', async () => {
  const columns = (first: number) => ({ values: Float64Array.from({ length: 20_000 }, (_, i) => first + i / 8) });
  const row = (first: number) => ({ key: 'one', format: 1, dataRevision: 1, ...fileColumns(columns(first)) });
  await (await open()).packed.put(row(1));
  const database = await open();
  const before = await database.packed.get('one');
  if (!before?.file) throw new Error('these columns are filed');
  await database.packed.put(row(2));
  const after = await (await open()).packed.get('one');
  // Whoever holds the record of before reads what it was, or nothing: never something else.
  const old = await withColumns(before);
  if (old !== null) expect(old).toEqual(columns(1));
  expect(after && (await withColumns(after))).toEqual(columns(2));
});
