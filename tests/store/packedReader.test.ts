import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/store/database';
import { packedReader } from '../../src/store/packedReader';
import { freshProfile, openIn } from '../support/store/freshDatabase';

let database: Database;
const row = (key: string, dataRevision = 1) => ({ key, format: 1, dataRevision, content: `${key} of ${dataRevision}` });
const of = (revision: number) => (found: { dataRevision: number }) => found.dataRevision === revision;

/** A start whose first questions need some records. */
async function start(...keys: string[]) {
  const reader = packedReader(database);
  const read = await Promise.all(keys.map((key) => reader.read(key, of(1))));
  return { reader, read };
}

beforeEach(async () => {
  database = await openIn(freshProfile());
  await database.packed.bulkPut(['a', 'b', 'c'].map((key) => row(key)));
});

test('gives the records that are there', async () => {
  const { read } = await start('b', 'none', 'a');
  expect(read).toEqual([row('b'), undefined, row('a')]);
});

test('what one start has asked for first the next has read before it is asked', async () => {
  const { reader: before } = await start('a', 'b');
  await before.learn();
  const { reader } = await start('a');
  await database.packed.bulkDelete(['b', 'c']);
  expect(await reader.read('b', of(1))).toEqual(row('b'));
  expect(await reader.read('c', of(1))).toBeUndefined();
  await reader.learn();
  expect(await reader.read('b', of(1))).toBeUndefined();
});

test('what was read ahead and is not of the packing that is wanted is read again', async () => {
  const { reader: before } = await start('a', 'b');
  await before.learn();
  const { reader } = await start('a');
  await database.packed.put(row('b', 2));
  expect(await reader.read('b', of(2))).toEqual(row('b', 2));
});

test('a start that asks for nothing leaves what was learned', async () => {
  const { reader: before } = await start('a', 'b');
  await before.learn();
  const learned = await database.packed.get('wishes');
  expect(learned?.content).toEqual(['a', 'b']);
  await (await start()).reader.learn();
  expect(await database.packed.get('wishes')).toEqual(learned);
});
