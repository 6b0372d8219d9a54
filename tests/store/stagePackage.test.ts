import { beforeEach, expect, test } from 'vitest';
import { demoDataset } from '../../src/simulate/demoDataset';
import type { DataPackage } from '../../src/read/package/dataPackage';
import { packRows } from '../../src/statistics/columns/rowsMaker';
import { observationAt } from '../../src/statistics/columns/rowColumns';
import type { Database } from '../../src/store/database';
import { loadDataset } from '../../src/store/loadDataset';
import { readRows } from '../../src/store/readRows';
import { readObservations } from '../../src/store/reportChanges';
import { commitPackage } from '../../src/store/commitPackage';
import { savePackage } from '../../src/store/savePackage';
import { removeReport, saveReport } from '../../src/store/saveReport';
import { stagePackage, type Stage } from '../../src/store/stagePackage';
import { areas } from '../support/datasets';
import { dumpOf } from '../support/store/dumpOf';
import { freshProfile, openIn, type Profile } from '../support/store/freshDatabase';
import { smallPackage } from '../support/store/packageSmall';

const at = '2026-03-04T05:06:07.000Z';
const soon = '2026-03-04T05:06:37.000Z';
const later = '2026-03-04T05:26:07.000Z';
const small = smallPackage();
/** Hundreds of reports, in files of some reports each. */
const demo = demoDataset({ ...small.dataset, areas });
const source: DataPackage = { ...small, version: '2.0.0', dataset: demo };
const filesOf = ({ reports, observations }: typeof demo, perFile = 60) =>
  Array.from({ length: Math.ceil(reports.length / perFile) }, (_, file) => {
    const ids = new Set(reports.slice(file * perFile, (file + 1) * perFile).map(({ id }) => id));
    return packRows(observations.filter(({ reportId }) => ids.has(reportId)));
  });
const files = filesOf(demo);
const reportOf = () => null;

let profile: Profile;
let database: Database;
beforeEach(async () => {
  profile = freshProfile();
  database = await openIn(profile);
  await savePackage(database, small, { at });
});

async function stageAll(stage: Stage, count = files.length): Promise<void> {
  for (const rows of files.slice(0, count)) await stage.add(rows);
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const numbers = async (of: Database) => new Set((await of.blocks.toArray()).map(({ load }) => load));

test('a package that comes in many files is what it would be in one', async () => {
  const stage = stagePackage(database, source, () => at);
  await stageAll(stage);
  await commitPackage(database, source, await stage.finish(reportOf), { at });
  const { dataset } = await loadDataset(database);
  expect([...dataset.observations].sort(byId)).toEqual([...demo.observations].sort(byId));
  expect([...dataset.reports].sort(byId)).toEqual([...demo.reports].sort(byId));
  const rows = await readRows(database, { expected: 0 });
  const read = Array.from({ length: rows.count }, (_, row) => observationAt(rows, row));
  expect(read.sort(byId)).toEqual([...demo.observations].sort(byId));
  const [report] = demo.reports;
  if (!report) throw new Error('no report');
  const mine = demo.observations.filter(({ reportId }) => reportId === report.id);
  expect((await readObservations(database, [report.id])).get(report.id)).toEqual(mine);
});

test('nothing of it is seen before the end, and nothing is left of what is given up', async () => {
  const before = await loadDataset(database);
  const dump = await dumpOf(database);
  const stage = stagePackage(database, source, () => at);
  await stageAll(stage);
  expect(await database.blocks.count()).toBeGreaterThan(2);
  expect(await loadDataset(database)).toEqual(before);
  await stage.abandon();
  // The number of the loading is used up, that is all.
  expect(await dumpOf(database)).toEqual({ ...dump, meta: expect.any(Array) as unknown });
});

test.each([soon, later])(
  'what a dead tab has left is never believed, and goes with the next loading at %s',
  async (time) => {
    await stageAll(
      stagePackage(database, source, () => at),
      5,
    );
    database.close();
    const reopened = await openIn(profile);
    expect((await loadDataset(reopened)).state.packageVersion).toBe(small.version);
    const stage = stagePackage(reopened, source, () => time);
    await stageAll(stage);
    await commitPackage(reopened, source, await stage.finish(reportOf), { at: time });
    expect((await loadDataset(reopened)).dataset.observations).toHaveLength(demo.observations.length);
    expect((await numbers(reopened)).size).toBe(1);
  },
);

test('two tabs that load at once do not disturb each other; one of them counts', async () => {
  const other = await openIn(profile);
  const stages = [stagePackage(database, source, () => at), stagePackage(other, source, () => at)];
  for (const rows of files) await Promise.all(stages.map((stage) => stage.add(rows)));
  const written = await Promise.all(
    stages.map(async (stage, i) => {
      const tab = i === 0 ? database : other;
      const result = await commitPackage(tab, source, await stage.finish(reportOf), { at });
      if (!result.written) await stage.abandon();
      return result.written;
    }),
  );
  expect(written.sort()).toEqual([false, true]);
  expect((await numbers(database)).size).toBe(1);
  expect((await loadDataset(other)).dataset.observations).toHaveLength(demo.observations.length);
});

test('a loading that sleeps for long gives way, and leaves nothing', async () => {
  const sleeping = stagePackage(database, source, () => at);
  await stageAll(sleeping, 3);
  const stage = stagePackage(database, source, () => later);
  await stageAll(stage);
  await sleeping.add(files[3] ?? packRows([]));
  await sleeping.add(files[4] ?? packRows([]));
  await expect(commitPackage(database, source, await sleeping.finish(reportOf), { at })).rejects.toThrow('blocks');
  await sleeping.abandon();
  expect((await commitPackage(database, source, await stage.finish(reportOf), { at })).written).toBe(true);
  expect((await numbers(database)).size).toBe(1);
});

test('a package of which a block has gone missing is not taken', async () => {
  const before = await loadDataset(database);
  const stage = stagePackage(database, source, () => at);
  await stageAll(stage);
  const staged = await stage.finish(reportOf);
  const [lost] = (await database.blocks.toArray()).filter(({ rows }) => rows.count > 10);
  if (!lost) throw new Error('nothing was staged');
  await database.blocks.delete([lost.load, lost.number]);
  await expect(commitPackage(database, source, staged, { at })).rejects.toThrow('blocks');
  expect(await loadDataset(database)).toEqual(before);
});

test('a report of a person takes the place of the package’s; once removed neither is there', async () => {
  await savePackage(database, source, { at });
  const [report] = demo.reports;
  const mine = demo.observations.filter(({ reportId }) => reportId === report?.id).slice(0, 3);
  if (!report) throw new Error('no report');
  const count = demo.observations.filter(({ reportId }) => reportId === report.id).length;
  await saveReport(database, report, mine, { at, reason: '' });
  const rest = demo.observations.length - count;
  expect((await loadDataset(database)).dataset.observations).toHaveLength(rest + 3);
  expect((await readRows(database, { expected: 0 })).count).toBe(rest + 3);
  await removeReport(database, report.id, { at, reason: '' });
  expect((await loadDataset(database)).dataset.observations).toHaveLength(rest);
  expect((await readRows(database, { expected: 0 })).count).toBe(rest);
});

test('only what no report connects is resolved apart: links are kept with the package', async () => {
  const two = [
    { ...areas[0], code: '990000', place: '990000', parent: null },
    { ...areas[0], code: '980000', place: '980000', parent: null },
  ] as typeof areas;
  const [report, next] = demo.reports;
  const [observation] = demo.observations;
  if (!report || !next || !observation) throw new Error('no report');
  const reports = [
    { ...report, id: 'a', refArea: '990000' },
    { ...next, id: 'b', refArea: '980000' },
  ];
  const one = { ...observation, reportId: 'a', id: 'a.1', start: 1, refArea: '990000' };
  const linksOf = async (observations: (typeof demo)['observations'], version: string) => {
    const dataset = { ...demo, areas: two, reports, observations };
    await savePackage(database, { ...source, version, dataset }, { at });
    return (await database.table('meta').get('loads')) as { links: unknown };
  };
  expect(await linksOf([one], '3.0.0')).toMatchObject({ links: [] });
  expect(await linksOf([{ ...one, refArea: '980000' }], '3.0.1')).toMatchObject({ links: [['990000', '980000']] });
  const whole = { ...one, reportId: 'b', id: 'b.7', start: 7, refArea: '980000' };
  const linked = await linksOf([{ ...one, partOf: 'b.7' }, whole], '3.0.2');
  expect(linked).toMatchObject({ links: [['990000', '980000']] });
});
