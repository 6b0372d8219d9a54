import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import type { Observation } from '../../src/model/observation';
import { answer } from '../../src/statistics/answer';
import { observationAt } from '../../src/statistics/columns/rowColumns';
import type { CellAddress, Filter, Split } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import type { TableRequest, TableWords } from '../../src/statistics/table/tableView';
import { editObservation, rejectObservation } from '../../src/store/edits';
import { loadDataset } from '../../src/store/loadDataset';
import { savePackage } from '../../src/store/savePackage';
import { removeReport, saveReport } from '../../src/store/saveReport';
import { takeSnapshot, type Snapshot } from '../../src/worker/snapshot';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';
import { freshProfile, openIn } from '../support/store/freshDatabase';
import { smallPackage } from '../support/store/packageSmall';

const decision = { at: '2026-03-04T05:06:07.000Z', reason: '核对' };
const options = { fewObservations: 0 };
const runs = { seed: Number(process.env['TWIN_SEED'] ?? 20261121), numRuns: Number(process.env['TWIN_RUNS'] ?? 150) };

const split = fc.constantFrom<Split[]>('none', 'area', 'category');
const question = fc.record({
  filter: arbitraryFilter,
  subject: fc.constantFrom(...subjectCodes),
  split,
  status: fc.constantFrom<CellAddress['status'][]>('actual', 'actual', 'actual', 'target'),
  /** Which series, and which bucket of it: none for all, several for a cell of a longer time. */
  key: fc.nat(20),
  bucket: fc.option(fc.nat(40), { freq: 4 }),
  several: fc.nat(3),
  subjects: fc.subarray(subjectCodes),
  first: fc.record({ counted: fc.nat(4), leftOut: fc.nat(4) }),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

async function stored(dataset: Dataset) {
  const database = await openIn(freshProfile());
  await savePackage(database, { ...smallPackage(), dataset }, { at: decision.at });
  return database;
}

/** A cell that the figure of a question shows, one beside it, or a total. */
async function cellOf(snapshot: Snapshot, asked: Question): Promise<CellAddress> {
  const { filter, subject, split: by, key: nth, bucket, several, status } = asked;
  const shown = await snapshot.answer('series', { filter, subject, split: by });
  const keys = ['total', ...shown.series.map(({ key }) => key)];
  const all = [...shown.buckets, ...shown.beyond.map(({ bucket: longer }) => longer)];
  const at = bucket === null || all.length === 0 ? null : bucket % all.length;
  const buckets = at === null ? [] : all.slice(at, at + 1 + several);
  return { subject, key: keys[nth % keys.length] ?? 'total', split: by, status, buckets };
}

const words: TableWords = {
  ...{ language: 'zh-CN', category: {}, measure: {}, subject: {} },
  ...{ qualifier: {}, kind: {}, status: {}, review: {}, part: '其中' },
};
const plainly: Omit<TableRequest, 'filter' | 'subjects'> = {
  ...{ words, search: '', filters: {}, order: null, group: 'none', folded: [], marked: '', choices: false },
};

/** What the data page lists, row by row. */
async function listedRows(
  snapshot: Snapshot,
  wanted: Pick<TableRequest, 'filter' | 'subjects'>,
): Promise<Observation[]> {
  const table = await snapshot.table();
  const { set, lines, total, found } = await table.view({ ...plainly, ...wanted });
  expect([total, found]).toEqual([lines.length, lines.length]);
  const chunk = table.rows(set, [...lines]);
  if (!chunk) throw new Error('the set is known');
  expect(chunk.rows).toEqual(Uint32Array.from(lines));
  return Array.from(chunk.rows, (_, row) => observationAt(chunk.columns, row));
}

/** What is answered from parts equals what all rows, resolved anew, say. */
async function expectRight(snapshot: Snapshot, dataset: Dataset, asked: Question): Promise<void> {
  const resolved = resolveDataset(dataset);
  const { filter, subject, split: by, subjects, first } = asked;
  const explain = { filter, cell: await cellOf(snapshot, asked) };
  const whole = answer(resolved, 'explain', explain);
  expect(await snapshot.answer('explain', explain)).toEqual(whole);
  const start = await snapshot.answer('explain', { ...explain, first });
  const { related, ...listed } = answer(resolved, 'explain', { ...explain, first });
  expect(start).toEqual({ ...listed, related: start.related });
  const known = new Set(related.map(({ id }) => id));
  expect(start.related.filter(({ id }) => !known.has(id))).toEqual([]);
  const rows = { filter, subjects };
  expect(await snapshot.answer('rows', rows)).toEqual(answer(resolved, 'rows', rows));
  expect(await listedRows(snapshot, rows)).toEqual(answer(resolved, 'rows', rows));
  if (filter.reports.length === 0) return;
  const series = { filter, subject, split: by };
  expect(await snapshot.answer('series', series)).toEqual(answer(resolved, 'series', series));
  const refresh = { filter, subject, subjects: subjectCodes };
  expect(await snapshot.answer('refresh', refresh)).toEqual(answer(resolved, 'refresh', refresh));
  const tiles = { filter, subjects: subjectCodes };
  expect(await snapshot.answer('tiles', tiles)).toEqual(answer(resolved, 'tiles', tiles));
}

test('sources, rows and selections of reports equal those of all rows', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDataset, fc.array(question, { minLength: 4, maxLength: 8 }), async (dataset, asked) => {
      const snapshot = await takeSnapshot(await stored(dataset), options);
      for (const one of asked) await expectRight(snapshot, dataset, one);
    }),
    runs,
  );
});

test('they do after changes, and after a later start', { timeout: 600_000 }, async () => {
  const deed = fc.record({ what: fc.constantFrom('edit', 'reject', 'save', 'remove'), nth: fc.nat(1000) });
  await fc.assert(
    fc.asyncProperty(
      arbitraryDataset,
      fc.array(fc.tuple(deed, question), { minLength: 2, maxLength: 5 }),
      async (dataset, story) => {
        const database = await stored(dataset);
        let snapshot = await takeSnapshot(database, options);
        for (const [{ what, nth }, asked] of story) {
          const { dataset: before } = await loadDataset(database);
          const observation = before.observations[nth % Math.max(1, before.observations.length)];
          const report = before.reports.find(({ id }) => id === observation?.reportId);
          if (!observation || !report) continue;
          const mine = before.observations.filter(({ reportId }) => reportId === report.id);
          if (what === 'edit')
            await editObservation(database, { ...observation, value: observation.value + 1.5 }, decision);
          if (what === 'reject') await rejectObservation(database, observation, decision);
          if (what === 'save' || what === 'remove')
            await saveReport(database, report, mine.slice(nth % mine.length), decision);
          if (what === 'remove') await removeReport(database, report.id, decision);
          snapshot = (await (await snapshot.next())?.settle()) ?? snapshot;
          const { dataset: after } = await loadDataset(database);
          await expectRight(snapshot, after, asked);
          await expectRight(await takeSnapshot(database, options), after, asked);
        }
      },
    ),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
  );
});

test('rows are kept for a later start, and not believed after a change', async () => {
  const { dataset } = smallPackage();
  const database = await stored(dataset);
  const filter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };
  const request = { filter, subjects: [] };
  const first = await listedRows(await takeSnapshot(database, options), request);
  expect(first).toEqual(answer(resolveDataset(dataset), 'rows', request));
  await expect.poll(() => database.packed.get('rows')).toBeDefined();
  const segments = await database.segments.toArray();
  // Without what they were made from, only the kept rows can answer.
  await database.segments.clear();
  expect(await listedRows(await takeSnapshot(database, options), request)).toEqual(first);
  const [observation] = dataset.observations;
  if (!observation) throw new Error('the fixture has observations');
  await database.segments.bulkPut(segments);
  await editObservation(database, { ...observation, label: '改过' }, decision);
  const after = answer(resolveDataset((await loadDataset(database)).dataset), 'rows', request);
  // Nor is anything read but the report that has changed.
  await database.segments.bulkDelete(
    segments.flatMap(({ reportId }) => (reportId === observation.reportId ? [] : reportId)),
  );
  const later = await listedRows(await takeSnapshot(database, options), request);
  expect(later).toEqual(after);
  expect(later.map(({ label }) => label)).toContain('改过');
});

test('rows are packed before anybody asks, and again after a package', async () => {
  const { dataset, ...small } = smallPackage();
  const database = await stored(dataset);
  const filter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };
  const request = { filter, subjects: [] };
  await (await takeSnapshot(database, options)).prepare();
  const segments = await database.segments.toArray();
  await database.segments.clear();
  const rows = answer(resolveDataset(dataset), 'rows', request);
  expect(await listedRows(await takeSnapshot(database, options), request)).toEqual(rows);
  await database.segments.bulkPut(segments);
  const newer = { ...dataset, observations: dataset.observations.slice(1) };
  await savePackage(database, { ...small, dataset: newer, version: '9.0.0' }, decision);
  const snapshot = await takeSnapshot(database, options);
  await snapshot.prepare();
  await database.segments.clear();
  expect(await listedRows(snapshot, request)).toEqual(answer(resolveDataset(newer), 'rows', request));
});

test('a set of rows is known by its number while the next ones come, and its rows by theirs', async () => {
  const { dataset } = smallPackage();
  const database = await stored(dataset);
  const filter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };
  let snapshot = await takeSnapshot(database, options);
  const before = await (await snapshot.table()).view({ ...plainly, filter, subjects: [] });
  const [first] = (await snapshot.table()).family(before.set, before.lines[0] ?? -1) ?? [];
  if (!first) throw new Error('the fixture has observations');
  await editObservation(database, { ...first, label: '改过' }, decision);
  snapshot = (await snapshot.next()) ?? snapshot;
  const table = await snapshot.table();
  const after = await table.view({ ...plainly, filter, subjects: [], marked: first.id });
  expect(after.set).not.toBe(before.set);
  const label = (set: number, row: number) => table.family(set, row)?.[0]?.label;
  expect(label(before.set, before.lines[0] ?? -1)).toBe(first.label);
  expect(label(after.set, after.marked)).toBe('改过');
  expect(table.rows(-1, [0])).toBeNull();
});

test('a part that is lost is made again from the rows', async () => {
  const { dataset } = smallPackage();
  const database = await stored(dataset);
  await takeSnapshot(database, options);
  const snapshot = await takeSnapshot(database, options);
  await database.packed.delete('facets');
  const filter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };
  const cell: CellAddress = { subject: 'participants', key: 'total', split: 'none', status: 'actual', buckets: [] };
  const explained = await snapshot.answer('explain', { filter, cell });
  expect(explained).toEqual(answer(resolveDataset(dataset), 'explain', { filter, cell }));
  expect(await database.packed.get('facets')).toBeDefined();
});
