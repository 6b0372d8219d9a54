import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { readState } from '../../src/store/commit';
import type { Database } from '../../src/store/database';
import { changedTray, type Tray, type TrayChange, type TrayItem } from '../../src/store/tray';
import { changeTray, listTrays, removeTray } from '../../src/store/trays';
import { freshProfile, openIn } from '../support/store/freshDatabase';

const at = '2026-03-04T05:06:07.000Z';
const later = '2026-03-05T05:06:07.000Z';

const item = (id: string, changes: Partial<TrayItem> = {}): TrayItem => ({
  id,
  spec: { kind: 'trend' },
  address: '/trend',
  title: null,
  note: '',
  mode: 'live',
  frozen: null,
  ...changes,
});

let database: Database;
beforeEach(async () => {
  database = await openIn(freshProfile());
});

const change = (step: TrayChange, id = 't') => changeTray(database, id, step, later);
const create = (ids: string[], id = 't', when = at) =>
  changeTray(database, id, { action: 'create', name: `汇报 ${id}`, items: ids.map((one) => item(one)) }, when);
const idsOf = async (id = 't') =>
  (await listTrays(database))
    .find((tray) => tray.id === id)
    ?.items.map((one) => one.id)
    .join('');

test('lists trays, oldest first, and keeps a tray that is there already', async () => {
  await create(['a'], 'second', later);
  await create(['b'], 'first', at);
  expect(await create([], 'first')).toBe(false);
  expect((await listTrays(database)).map(({ id, name, items }) => [id, name, items.length])).toEqual([
    ['first', '汇报 first', 1],
    ['second', '汇报 second', 1],
  ]);
});

test('adds, moves, removes and puts back where it was', async () => {
  await create(['a', 'b', 'c']);
  await change({ action: 'move', item: 'c', before: 'a' });
  expect(await idsOf()).toBe('cab');
  await change({ action: 'move', item: 'c', before: null });
  expect(await idsOf()).toBe('abc');
  await change({ action: 'remove', item: 'b' });
  expect(await idsOf()).toBe('ac');
  await change({ action: 'add', item: item('b'), before: 'c' });
  expect(await idsOf()).toBe('abc');
  await change({ action: 'add', item: item('d'), before: 'gone' });
  expect(await idsOf()).toBe('abcd');
});

test('edits an item and leaves the rest; renames; the time of the last step is kept', async () => {
  await create(['a', 'b']);
  const frozen = {
    answers: { grid: new Float64Array([1, Number.NaN]) },
    revision: 3,
    at,
    reports: [],
    annotations: [],
  };
  await change({ action: 'edit', item: 'b', changes: { title: '题目', mode: 'frozen', frozen } });
  await change({ action: 'edit', item: 'b', changes: { note: '先讲总数' } });
  await change({ action: 'rename', name: '年中汇报' });
  expect(await listTrays(database)).toEqual([
    {
      id: 't',
      name: '年中汇报',
      createdAt: at,
      updatedAt: later,
      items: [item('a'), item('b', { title: '题目', note: '先讲总数', mode: 'frozen', frozen })],
    },
  ]);
});

test('a step on what another tab has removed says so and brings nothing back', async () => {
  await create(['a']);
  await change({ action: 'remove', item: 'a' });
  expect(await change({ action: 'edit', item: 'a', changes: { title: '迟到' } })).toBe(false);
  expect(await change({ action: 'move', item: 'a', before: null })).toBe(false);
  expect(await change({ action: 'remove', item: 'a' })).toBe(false);
  expect(await idsOf()).toBe('');
  await removeTray(database, 't');
  await removeTray(database, 't');
  expect(await change({ action: 'add', item: item('z'), before: null })).toBe(false);
  expect(await listTrays(database)).toEqual([]);
});

test('steps of two tabs at once both stand', async () => {
  await create(['a', 'b']);
  await Promise.all([
    change({ action: 'edit', item: 'a', changes: { title: '甲' } }),
    change({ action: 'edit', item: 'b', changes: { note: '乙' } }),
    change({ action: 'add', item: item('c'), before: null }),
    change({ action: 'add', item: item('d'), before: null }),
    change({ action: 'move', item: 'b', before: 'a' }),
  ]);
  const [tray] = await listTrays(database);
  expect(tray?.items.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(tray?.items.find(({ id }) => id === 'a')?.title).toBe('甲');
  expect(tray?.items.find(({ id }) => id === 'b')?.note).toBe('乙');
});

test('trays are no data: revision and log stay as they are', async () => {
  await create(['a']);
  await removeTray(database, 't');
  expect(await readState(database)).toMatchObject({ revision: 0, dataRevision: 0 });
  expect(await database.changes.count()).toBe(0);
});

test('no sequence of steps loses or doubles an item that nobody removed', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const before = fc.option(id);
  const step: fc.Arbitrary<TrayChange> = fc.oneof(
    fc.record({ action: fc.constant('add' as const), item: id.map((one) => item(one)), before }),
    fc.record({ action: fc.constant('move' as const), item: id, before }),
    fc.record({ action: fc.constant('edit' as const), item: id, changes: fc.constant({ note: 'n' }) }),
    fc.record({ action: fc.constant('remove' as const), item: id }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let tray: Tray = { id: 't', name: 't', createdAt: at, updatedAt: at, items: [item('a'), item('b')] };
      const there = new Set(['a', 'b']);
      for (const one of steps) {
        tray = changedTray(tray, 't', one, later) ?? tray;
        if (one.action === 'add') there.add(one.item.id);
        if (one.action === 'remove') there.delete(one.item);
        expect(tray.items.map(({ id: left }) => left).sort()).toEqual([...there].sort());
      }
    }),
    { seed: 6 },
  );
});
