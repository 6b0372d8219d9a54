import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import type { AppError } from '../../src/model/appError';
import { Database } from '../../src/store/database';
import { openDatabase } from '../../src/store/openDatabase';
import { currentSchema, schemaVersions } from '../../src/store/schema/index';
import { databaseName, freshProfile, openIn, type Profile } from '../support/store/freshDatabase';

const known = currentSchema.version;

/** Opens natively, as an app of another time would, and closes again. */
function openNatively(
  profile: Profile,
  version: number,
  upgrade: (connection: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = profile.indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('open'));
  });
}

const versionOf = async ({ indexedDB }: Profile) => (await indexedDB.databases()).map(({ version }) => version);

afterEach(() => vi.restoreAllMocks());

test('creates the database at today’s version, and opens it again', async () => {
  const profile = freshProfile();
  (await openIn(profile)).close();
  expect(await versionOf(profile)).toEqual([known * 10]);
  const database = await openIn(profile);
  expect(database.tables.map(({ name }) => name).sort()).toEqual(Object.keys(currentSchema.stores).sort());
});

test.each([known * 10 + 10, known * 10 + 1])(
  'refuses a newer database (native %d) and leaves it as it is',
  async (native) => {
    const profile = freshProfile();
    const future = await openNatively(profile, native, (connection) => {
      connection.createObjectStore('futures', { keyPath: 'id' }).put({ id: 1 });
    });
    future.close();
    await expect(openIn(profile)).rejects.toMatchObject({
      code: 'db-newer-than-app',
      params: { found: native / 10, known },
    });
    expect(await versionOf(profile)).toEqual([native]);
    const again = await openNatively(profile, native, () => expect.unreachable('the version is the same'));
    expect([...again.objectStoreNames]).toEqual(['futures']);
  },
);

test('refuses a form that was changed without a new version, instead of repairing it', async () => {
  const profile = freshProfile();
  const forgotten = [{ ...currentSchema, stores: { ...currentSchema.stores, reports: 'id, source, issuer' } }];
  const database = new Database(databaseName, profile, forgotten);
  await database.open();
  database.close();
  await expect(openIn(profile)).rejects.toMatchObject({
    code: 'db-broken',
    params: { name: 'schema', message: 'reports' },
  });
  expect(await versionOf(profile)).toEqual([known * 10]);
});

test('gives up when another tab holds an older form, and upgrades once it lets go', async () => {
  const profile = freshProfile();
  const older = new Database(databaseName, profile, schemaVersions.slice(0, -1));
  // An app that does not listen; ours closes by itself, see the next test.
  older.on('versionchange', () => false);
  await older.open();
  await expect(openIn(profile, { patienceMs: 20 })).rejects.toMatchObject({ code: 'db-blocked' });
  older.close();
  const database = await openIn(profile);
  expect(database.backendDB().version).toBe(known * 10);
});

test('closes when a newer app needs the database, and says so', async () => {
  const profile = freshProfile();
  const said: AppError[] = [];
  const database = await openIn(profile, { onClosed: (error) => said.push(error) });
  (await openNatively(profile, known * 10 + 10, () => undefined)).close();
  expect(said).toMatchObject([{ code: 'db-newer-than-app', params: { found: known + 1, known } }]);
  expect(database.isOpen()).toBe(false);
  await expect(database.reports.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
});

test('closes when the database is deleted, and says so', async () => {
  const profile = freshProfile();
  const said: AppError[] = [];
  await openIn(profile, { onClosed: (error) => said.push(error) });
  await new Promise((resolve) => (profile.indexedDB.deleteDatabase(databaseName).onsuccess = resolve));
  expect(said).toMatchObject([{ code: 'db-broken', params: { name: 'deleted' } }]);
});

test.each(['SecurityError', 'InvalidStateError'])(
  'a browser that allows no database (%s) is db-refused',
  async (name) => {
    const indexedDB = new IDBFactory();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    await expect(openIn({ indexedDB, IDBKeyRange })).rejects.toMatchObject({ code: 'db-refused', params: { name } });
  },
);

test('Chromium’s words for a site that may not store anything are db-refused', async () => {
  const indexedDB = new IDBFactory();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied permission to access the database.', 'UnknownError');
  });
  await expect(openIn({ indexedDB, IDBKeyRange })).rejects.toMatchObject({ code: 'db-refused' });
});

test('a browser without IndexedDB is db-refused', async () => {
  await expect(openDatabase(databaseName)).rejects.toMatchObject({ code: 'db-refused' });
});

test.each([
  ['UnknownError', 'db-broken'],
  ['QuotaExceededError', 'db-quota'],
])('an open that fails with %s is %s, with the cause', async (name, code) => {
  const indexedDB = new IDBFactory();
  const failure = new DOMException('Internal error opening backing store', name);
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw failure;
  });
  await expect(openIn({ indexedDB, IDBKeyRange })).rejects.toMatchObject({ code, cause: failure });
});
