import { beforeEach, expect, test } from 'vitest';
import { readState } from '../../src/store/commit';
import type { Database } from '../../src/store/database';
import { listViews, removeView, saveView } from '../../src/store/views';
import { freshProfile, openIn } from '../support/store/freshDatabase';

const at = '2026-03-04T05:06:07.000Z';
const view = (id: string, createdAt: string) => ({ id, name: `视图 ${id}`, address: '/trend?i=funds', createdAt });

let database: Database;
beforeEach(async () => {
  database = await openIn(freshProfile());
});

test('lists saved views, oldest first; saving again replaces', async () => {
  await saveView(database, view('b', '2026-02-02T00:00:00.000Z'), at);
  await saveView(database, view('a', '2026-03-03T00:00:00.000Z'), at);
  await saveView(database, { ...view('b', '2026-02-02T00:00:00.000Z'), name: '改名' }, at);
  expect((await listViews(database)).map(({ id, name }) => [id, name])).toEqual([
    ['b', '改名'],
    ['a', '视图 a'],
  ]);
});

test('removes a view; removing it again is no change', async () => {
  await saveView(database, view('a', at), at);
  await removeView(database, 'a', at);
  await removeView(database, 'a', at);
  expect(await listViews(database)).toEqual([]);
  expect(await readState(database)).toMatchObject({ revision: 2 });
});

test('views are in the log and leave the data’s revision alone', async () => {
  await saveView(database, view('a', at), at);
  expect(await readState(database)).toMatchObject({ revision: 1, dataRevision: 0 });
  expect((await database.changes.toArray()).map(({ action, subject }) => [action, subject])).toEqual([
    ['save-view', 'a'],
  ]);
});
