import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/store/database';
import { editObservation, rejectObservation } from '../../src/store/edits';
import { loadDataset } from '../../src/store/loadDataset';
import { savePackage } from '../../src/store/savePackage';
import { saveReport } from '../../src/store/saveReport';
import { dumpOf } from '../support/store/dumpOf';
import { freshProfile, openIn, type Profile } from '../support/store/freshDatabase';
import { smallPackage } from '../support/store/packageSmall';

const at = '2026-03-04T05:06:07.000Z';
const decision = { at, reason: '核对原文' };
const source = smallPackage();
const { dataset } = source;

function find<T extends { id: string }>(rows: T[], id: string): T {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`the fixture lacks ${id}`);
  return row;
}

const city = find(dataset.observations, '421000-2018.10');
const district = find(dataset.reports, '421002-2018-11');

/** The next version of the package, without a report and with a changed number. */
const next = smallPackage({
  version: '1.3.0',
  dataset: {
    ...dataset,
    reports: dataset.reports.filter(({ id }) => id !== district.id),
    observations: dataset.observations
      .filter(({ reportId }) => reportId !== district.id)
      .map((observation) => (observation.id === city.id ? { ...observation, value: 290_000 } : observation)),
    indicators: dataset.indicators.slice(1),
  },
});

let profile: Profile;
let database: Database;
const read = async () => (await loadDataset(database)).dataset;

beforeEach(async () => {
  profile = freshProfile();
  database = await openIn(profile);
  await savePackage(database, source, { at });
});

test('gives back the package as it was, with its state and a line in the log', async () => {
  const { dataset: loaded, state } = await loadDataset(database);
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  expect(loaded).toEqual({ ...dataset, indicators: [...dataset.indicators].sort(byCode) });
  expect(state).toEqual({ revision: 1, dataRevision: 1, packageVersion: '1.2.0', reloadPackage: false });
  expect(await database.boundaries.toArray()).toEqual(source.boundaries);
  expect(await database.changes.toArray()).toEqual([
    {
      sequence: 1,
      action: 'load-package',
      subject: 'package-small',
      before: { version: null },
      after: { version: '1.2.0', reports: 2, observations: 7 },
      at,
      reason: '',
    },
  ]);
});

test('tells its progress, from none to all segments', async () => {
  const seen: string[] = [];
  await savePackage(database, next, { at, onProgress: (done, total) => seen.push(`${done}/${total}`) });
  expect(seen).toEqual(['0/1', '1/1']);
});

test('a newer package replaces all of the package’s rows', async () => {
  expect(await savePackage(database, next, { at })).toEqual({ written: true, keptReports: [] });
  expect(await read()).toEqual(next.dataset);
  expect((await database.meta.get('state'))?.revision).toBe(2);
});

test.each(['1.2.0', '1.1.9', '1.2.0-rc.1'])('a package that is not newer (%s) changes nothing', async (version) => {
  const before = await dumpOf(database);
  expect(await savePackage(database, { ...next, version }, { at })).toEqual({
    written: false,
    keptReports: [],
  });
  expect(await dumpOf(database)).toEqual(before);
});

test('a package that cannot be written whole leaves nothing of itself', async () => {
  const before = await dumpOf(database);
  // No key in the very last row: everything else has been written when the database refuses it.
  const broken = { ...next, boundaries: [{ place: '421000', geojson: '{}' }, { geojson: '{}' } as never] };
  await expect(savePackage(database, broken, { at })).rejects.toMatchObject({ code: 'db-broken' });
  expect(await dumpOf(database)).toEqual(before);
});

test('a listener of the progress that throws stops the load, and nothing is written', async () => {
  const before = await dumpOf(database);
  const onProgress = () => {
    throw new Error('listener');
  };
  await expect(savePackage(database, next, { at, onProgress })).rejects.toThrow('listener');
  expect(await dumpOf(database)).toEqual(before);
});

test('a disk that fills up in the middle leaves nothing behind', async () => {
  const before = await dumpOf(database);
  database.reports.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(savePackage(database, next, { at })).rejects.toMatchObject({ code: 'db-quota' });
  expect(await dumpOf(database)).toEqual(before);
});

test('two tabs that load at once load once', async () => {
  const other = await openIn(profile);
  const results = await Promise.all([savePackage(database, next, { at }), savePackage(other, next, { at })]);
  expect(results.map(({ written }) => written).sort()).toEqual([false, true]);
  expect(await read()).toEqual(next.dataset);
  expect(await database.changes.count()).toBe(2);
});

test('a person’s own report of the same id stays, and the result says so', async () => {
  const own = { ...district, title: '虚构：自己读的简报' };
  const observation = { ...find(dataset.observations, '421002-2018-11.5'), value: 13 };
  await saveReport(database, own, [observation], decision);
  expect(await savePackage(database, smallPackage({ version: '2.0.0' }), { at })).toEqual({
    written: true,
    keptReports: [district.id],
  });
  const { reports, observations } = await read();
  expect(find(reports, district.id)).toEqual(own);
  expect(observations.filter(({ reportId }) => reportId === district.id)).toEqual([observation]);
});

test('an edit lies over whatever the next package says', async () => {
  await editObservation(database, { ...city, value: 281_000 }, decision);
  await savePackage(database, next, { at });
  const edited = find((await read()).observations, city.id);
  expect(edited).toEqual({ ...city, value: 281_000, review: 'edited' });
  expect((await database.edits.get(city.id))?.base).toEqual(city);
});

test('what a person edited survives when the package drops it, with its report; what a person rejected goes', async () => {
  const kept = find(dataset.observations, '421002-2018-11.5');
  await editObservation(database, { ...kept, value: 13 }, decision);
  await rejectObservation(database, find(dataset.observations, '421002-2018-11.33'), decision);
  await savePackage(database, next, { at });

  const { reports, observations } = await read();
  expect(observations.filter(({ reportId }) => reportId === district.id)).toEqual([
    { ...kept, value: 13, review: 'edited' },
  ]);
  expect(find(reports, district.id)).toEqual(district);

  // A later package may bring the report back: it is the package's still, the edit stays over it.
  await savePackage(database, smallPackage({ version: '1.4.0' }), { at });
  const back = (await read()).observations.filter(({ reportId }) => reportId === district.id);
  expect(back.map(({ value, review }) => [value, review])).toEqual([
    [13, 'edited'],
    [0, 'rejected'],
  ]);
});
