import { expect, test } from 'vitest';
import { describeStores } from '../../src/store/installed';
import { loadDataset } from '../../src/store/loadDataset';
import { savePackage } from '../../src/store/savePackage';
import { currentSchema, schemaVersions } from '../../src/store/schema/index';
import { dumpOf } from '../support/store/dumpOf';
import { databaseName, freshProfile, openIn } from '../support/store/freshDatabase';
import { layDown, type FrozenVersion } from '../support/store/frozen';
import { smallPackage } from '../support/store/packageSmall';

const frozenVersions = Object.values(
  import.meta.glob<FrozenVersion>('./versions/v*.json', { eager: true, import: 'default' }),
);

const storesOf = (database: { backendDB(): IDBDatabase }) => describeStores(database.backendDB());

test('every released form has frozen rows, numbered without gaps', () => {
  const versions = schemaVersions.map(({ version }) => version);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(frozenVersions.map(({ version }) => version).sort()).toEqual(versions);
});

test('released forms are frozen', async () => {
  const next = currentSchema.version + 1;
  const released = schemaVersions.map(({ version, stores }) => ({ version, stores }));
  await expect(
    `${JSON.stringify(released, null, 2)}\n`,
    `a released form is never edited: add src/store/schema/v${next}.ts and its line in schema/index.ts`,
  ).toMatchFileSnapshot('./versions/released.json');
});

test.each(frozenVersions)('version $version opens as today’s form with what it held', async (frozen) => {
  const profile = freshProfile();
  await layDown(frozen, profile, databaseName);
  const database = await openIn(profile);
  expect(database.backendDB().version).toBe(currentSchema.version * 10);
  expect((await loadDataset(database)).dataset).toEqual(frozen.dataset);

  const fresh = await openIn(freshProfile());
  expect(storesOf(database)).toEqual(storesOf(fresh));
});

test.each(frozenVersions)('version $version takes a newer package after its upgrade', async (frozen) => {
  const profile = freshProfile();
  await layDown(frozen, profile, databaseName);
  const database = await openIn(profile);
  const result = await savePackage(database, smallPackage({ version: '9.0.0' }), { at: '2026-03-04T05:06:07.000Z' });
  expect(result.written).toBe(true);
  expect(await database.meta.get('state')).toMatchObject({ packageVersion: '9.0.0', reloadPackage: false });
  expect(await database.boundaries.count()).toBe(1);
});

test('version 1 held no boundaries: the same package is loaded once more, and only once', async () => {
  const profile = freshProfile();
  const first = frozenVersions.find(({ version }) => version === 1);
  if (!first) throw new Error('no frozen version 1');
  await layDown(first, profile, databaseName);
  const database = await openIn(profile);
  const load = () => savePackage(database, smallPackage(), { at: '2026-03-04T05:06:07.000Z' });
  expect(await load()).toMatchObject({ written: true, keptReports: [] });
  expect(await load()).toMatchObject({ written: false, keptReports: [] });
  expect(await database.boundaries.count()).toBe(1);
  expect((await database.reports.toArray()).map(({ source }) => source)).toEqual(['package', 'package']);
});

test('version 2 keeps a person’s edits, reports, log and views to the letter', async () => {
  const profile = freshProfile();
  const frozen = frozenVersions.find(({ version }) => version === 2);
  if (!frozen) throw new Error('no frozen version 2');
  await layDown(frozen, profile, databaseName);
  const dump = await dumpOf(await openIn(profile));
  for (const table of ['edits', 'changes', 'views']) expect(dump[table]).toEqual(frozen.rows[table]);
});

test('version 3 keeps a person’s trays to the letter', async () => {
  const profile = freshProfile();
  const frozen = frozenVersions.find(({ version }) => version === 3);
  if (!frozen) throw new Error('no frozen version 3');
  await layDown(frozen, profile, databaseName);
  const dump = await dumpOf(await openIn(profile));
  expect(dump['trays']).toHaveLength(1);
  expect(dump['trays']).toEqual(frozen.rows['trays']);
});
