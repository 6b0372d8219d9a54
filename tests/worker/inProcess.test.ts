// First, for Dexie looks for IndexedDB as it loads.
import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { AppError } from '../../src/model/appError';
import { openDatabase } from '../../src/store/openDatabase';
import type { FetchText } from '../../src/worker/fetchText';
import { startInProcessClient } from '../../src/worker/inProcess';
import { clientContract } from '../support/store/clientContract';
import { filter, type World } from '../support/store/contractWorld';
import { layDownNewer } from '../support/store/layDownNewer';
import { workerContract } from '../support/store/workerContract';

const fetchFile: FetchText = async (url) => {
  try {
    return await readFile(new URL(url), 'utf8');
  } catch (error) {
    throw new AppError('package-unreachable', { url, status: 0 }, { cause: error });
  }
};

const world: World = {
  connect: (name) =>
    startInProcessClient({
      openDatabase: (options) => openDatabase(name, options),
      fetchText: fetchFile,
      now: () => '2026-03-04T05:06:07.000Z',
    }),
  urlOf: (name) => new URL(`../fixtures/${name}/datapackage.json`, import.meta.url).href,
  layDownNewer: (name) => layDownNewer(indexedDB, name),
};
workerContract('in process', world);

test('what has been answered is not kept by the client', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const client = world.connect('answers-let-go');
  await client.start(world.urlOf('package-small'), () => undefined);
  const ask = async () => new WeakRef(await client.query('tiles', { filter, subjects: ['participants'] }));
  const answers = await Promise.all([ask(), ask(), ask()]);
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  expect(answers.map((answer) => answer.deref())).toEqual([undefined, undefined, undefined]);
  client.close();
});
clientContract('in process', world);
