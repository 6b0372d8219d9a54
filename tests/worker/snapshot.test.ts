import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaTree } from '../../src/model/area';
import type { Dataset } from '../../src/model/dataset';
import type { Observation } from '../../src/model/observation';
import { answer } from '../../src/statistics/answer';
import type { Filter } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { demoDataset } from '../../src/simulate/demoDataset';
import type { Database } from '../../src/store/database';
import { editObservation, rejectObservation, revertObservation } from '../../src/store/edits';
import { loadDataset } from '../../src/store/loadDataset';
import { savePackage } from '../../src/store/savePackage';
import { removeReport, saveReport } from '../../src/store/saveReport';
import { takeSnapshot, type Snapshot } from '../../src/worker/snapshot';
import { freshProfile, openIn } from '../support/store/freshDatabase';
import { areas } from '../support/datasets';
import { smallPackage } from '../support/store/packageSmall';

const decision = { at: '2026-03-04T05:06:07.000Z', reason: '核对' };
const subjects = ['participants', 'beneficiaries', 'funds', 'unions', 'members', 'members.stock', 'rate'];
const open: Filter = { granularity: 'M', from: null, to: null, areas: [], categories: [], reports: [] };
/** Everything is patched, and packed anew after a few patches. */
const options = { fewObservations: 0, manyPatches: 3 };

/** A year of simulated reports. */
async function yearOfReports(): Promise<Database> {
  const source = smallPackage();
  const { indicators, reports, observations } = demoDataset({ ...source.dataset, areas });
  const isKept = ({ coverageStart }: { coverageStart: string }) => coverageStart.startsWith('2023');
  const kept = reports.filter(isKept);
  const ids = new Set(kept.map(({ id }) => id));
  const dataset = {
    areas,
    indicators,
    reports: kept,
    observations: observations.filter((one) => ids.has(one.reportId)),
  };
  const database = await openIn(freshProfile());
  await savePackage(database, { ...source, dataset }, { at: decision.at });
  return database;
}

/** What a snapshot tells of its reports is what all of them tell. */
function expectToldRight({ catalogue }: Snapshot, { areas: rows, reports }: Dataset): void {
  const tree = areaTree(rows);
  const byPlace: Record<string, number> = {};
  for (const { refArea } of reports) {
    const place = tree.placeOf(refArea);
    byPlace[place] = (byPlace[place] ?? 0) + 1;
  }
  const ends = reports.map(({ coverageEnd }) => coverageEnd).sort();
  const { reportCount, reportsByPlace, asOf } = catalogue;
  expect({ reportCount, reportsByPlace, asOf }).toEqual({
    reportCount: reports.length,
    reportsByPlace: byPlace,
    asOf: ends.at(-1) ?? null,
  });
}

/** The snapshot answers what all rows, read and resolved anew, do. */
async function expectRight(snapshot: Snapshot, database: Database): Promise<void> {
  const { dataset } = await loadDataset(database);
  const resolved = resolveDataset(dataset);
  for (const granularity of ['M', 'Q', 'A'] as const) {
    const filter = { ...open, granularity };
    const tiles = { filter, subjects };
    expect(await snapshot.answer('tiles', tiles)).toEqual(answer(resolved, 'tiles', tiles));
    const series = { filter, subject: 'participants', split: 'area' } as const;
    expect(await snapshot.answer('series', series)).toEqual(answer(resolved, 'series', series));
  }
  const facets = { filter: open, subjects: [] };
  expect(await snapshot.answer('facets', facets)).toEqual(answer(resolved, 'facets', facets));
  expect(await snapshot.answer('reportCounts', facets)).toEqual(answer(resolved, 'reportCounts', facets));
  expect(await snapshot.answer('digest', {})).toEqual(answer(resolved, 'digest', {}));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const reports = await snapshot.newestReports(0, 10_000);
  expectToldRight(snapshot, dataset);
  expect(reports.sort(byId)).toEqual([...dataset.reports].sort(byId));
  expect(snapshot.catalogue.observationCount).toBe(dataset.observations.length);
}

const deeds = fc.sample(
  fc.record({ what: fc.constantFrom('edit', 'reject', 'revert', 'save', 'add', 'remove'), nth: fc.nat(10_000) }),
  { numRuns: 14, seed: 7 },
);

async function act(database: Database, { what, nth }: (typeof deeds)[number]): Promise<void> {
  const { dataset } = await loadDataset(database);
  const observation = dataset.observations[nth % dataset.observations.length];
  const report = dataset.reports.find(({ id }) => id === observation?.reportId);
  if (!observation || !report) return;
  const mine = dataset.observations.filter(({ reportId }) => reportId === report.id);
  if (what === 'edit') await editObservation(database, { ...observation, value: observation.value + nth }, decision);
  if (what === 'reject') await rejectObservation(database, observation, decision);
  if (what === 'revert') await revertObservation(database, observation.id, decision);
  if (what === 'save') await saveReport(database, report, mine.slice(nth % mine.length), decision);
  if (what === 'add') {
    const id = `${report.id}-x${String(nth)}`;
    const renamed = (one: Observation): Observation => {
      const at = (of: string | null) => of && of.replace(report.id, id);
      return { ...one, reportId: id, id: at(one.id) ?? one.id, partOf: at(one.partOf) };
    };
    await saveReport(database, { ...report, id, issueNumber: '9' }, mine.map(renamed), decision);
  }
  if (what === 'remove') {
    await saveReport(database, report, mine, decision);
    await removeReport(database, report.id, decision);
  }
}

test('after every change it answers what the rows say, and so does a later start', { timeout: 120_000 }, async () => {
  const database = await yearOfReports();
  let snapshot = await takeSnapshot(database, options);
  await expectRight(snapshot, database);
  for (const deed of deeds) {
    await act(database, deed);
    const next = await snapshot.next();
    if (!next) continue;
    await expectRight(next, database);
    snapshot = await next.settle();
    await expectRight(snapshot, database);
    // What was kept belongs to this revision, so that a later start takes it.
    const head = await database.packed.get('head');
    expect(head?.dataRevision).toBe(snapshot.state.dataRevision);
    await expectRight(await takeSnapshot(database, options), database);
  }
});

test('two changes at once are one step, and nothing changed is none', async () => {
  const database = await yearOfReports();
  const snapshot = await takeSnapshot(database, options);
  expect(await snapshot.next()).toBeNull();
  await act(database, { what: 'edit', nth: 11 });
  await act(database, { what: 'add', nth: 12 });
  const next = await snapshot.next();
  if (!next) throw new Error('there was a change');
  await expectRight(next, database);
  expect(await next.next()).toBeNull();
});

test('changes after which nobody asks are laid over what was read, one after another, when somebody does', async () => {
  const database = await yearOfReports();
  const first = await takeSnapshot(database, { ...options, manyPatches: 9 });
  await expectRight(first, database);
  const question = { filter: open, subjects };
  const before = await first.answer('tiles', question);
  let snapshot = first;
  for (const [nth, what] of (['add', 'save', 'edit', 'add'] as const).entries()) {
    await act(database, { what, nth: 47 * nth + 5 });
    snapshot = (await snapshot.next()) ?? snapshot;
  }
  await snapshot.prepare();
  await expectRight(snapshot, database);
  expect(await snapshot.answer('tiles', question)).not.toEqual(before);
  // Those who hold on to older data are told as before.
  expect(await first.answer('tiles', question)).toEqual(before);
});

/** Which packing is kept, of which revision of the data, and how many patches lie over it. */
async function kept(database: Database) {
  const head = await database.packed.get('head');
  const { epoch, patches } = head?.content as { epoch: number; patches: number };
  return { epoch, patches, dataRevision: head?.dataRevision };
}

test('changes while nobody looked are worked out by a later start, not built anew', async () => {
  const database = await yearOfReports();
  await takeSnapshot(database, options);
  const before = await kept(database);
  await act(database, { what: 'reject', nth: 5 });
  await act(database, { what: 'add', nth: 12 });
  const snapshot = await takeSnapshot(database, options);
  await expectRight(snapshot, database);
  expect(await kept(database)).toEqual(before);
  await expectRight(await snapshot.settle(), database);
  expect(await kept(database)).toEqual({ ...before, patches: 1, dataRevision: snapshot.state.dataRevision });
  await expectRight(await takeSnapshot(database, options), database);
});

test('several changes are kept together; those that were cut off before are worked out again', async () => {
  const database = await yearOfReports();
  let snapshot = await takeSnapshot(database, { ...options, manyPatches: 9 });
  const before = await kept(database);
  for (const [nth, what] of (['edit', 'add', 'reject', 'edit'] as const).entries()) {
    await act(database, { what, nth: 31 * nth + 3 });
    snapshot = (await snapshot.next()) ?? snapshot;
    await expectRight(snapshot, database);
    // As if the tab had been closed before anything was kept.
    await expectRight(await takeSnapshot(database, { ...options, manyPatches: 9 }), database);
  }
  expect(await kept(database)).toEqual(before);
  snapshot = await snapshot.settle();
  expect(await kept(database)).toEqual({ ...before, patches: 4, dataRevision: snapshot.state.dataRevision });
  await expectRight(snapshot, database);
  await expectRight(await takeSnapshot(database, options), database);
});

test('a package that came while nobody looked is read from the rows', async () => {
  const database = await yearOfReports();
  await takeSnapshot(database, options);
  const { dataset } = await loadDataset(database);
  const [first] = dataset.reports;
  const without = { ...dataset, reports: dataset.reports.slice(1) };
  const observations = dataset.observations.filter(({ reportId }) => reportId !== first?.id);
  await savePackage(database, { ...smallPackage(), dataset: { ...without, observations }, version: '9.0.0' }, decision);
  await expectRight(await takeSnapshot(database, options), database);
});

test('what has been read once is not read again', async () => {
  const database = await yearOfReports();
  await takeSnapshot(database, options);
  const snapshot = await takeSnapshot(database, options);
  const reports = await snapshot.newestReports(0, 3);
  database.close();
  expect(await snapshot.newestReports(0, 3)).toEqual(reports);
});
