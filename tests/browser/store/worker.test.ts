import { expect, test } from 'vitest';
import { startWorkerClient } from '../../../src/worker/client';
import { clientContract } from '../../support/store/clientContract';
import type { World } from '../../support/store/contractWorld';
import { layDownNewer } from '../../support/store/layDownNewer';
import { workerContract } from '../../support/store/workerContract';

const world: World = {
  connect: (name) => startWorkerClient(name),
  urlOf: (name) => `/tests/fixtures/${name}/datapackage.json`,
  layDownNewer: (name) => layDownNewer(indexedDB, name),
};
workerContract('real worker', world);
clientContract('real worker', world);

const url = '/tests/fixtures/package-small/datapackage.json';

test('a worker that is killed while it writes leaves all of the package or nothing, and the next start is whole', async () => {
  const killed = startWorkerClient('killed');
  const started = killed.start(url, ({ phase }) => {
    if (phase === 'write') killed.close();
  });
  await expect(started).rejects.toMatchObject({ code: 'cancelled' });
  const next = startWorkerClient('killed');
  const catalogue = await next.start(url, () => undefined);
  expect(catalogue).toMatchObject({ revision: 1, packageVersion: '1.2.0', observationCount: 7 });
  next.close();
});

test('a worker that cannot be loaded is worker-lost, for calls under way and later ones', async () => {
  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    constructor(_url: string | URL, options?: WorkerOptions) {
      super('/tests/fixtures/no-such-worker.js', options);
    }
  };
  try {
    const client = startWorkerClient('lost');
    const told = new Promise((resolve) => client.onLost(resolve));
    await expect(client.start(url, () => undefined)).rejects.toMatchObject({ code: 'worker-lost' });
    expect(await told).toMatchObject({ code: 'worker-lost' });
    await expect(client.views()).rejects.toMatchObject({ code: 'worker-lost' });
  } finally {
    globalThis.Worker = NativeWorker;
  }
});

test('the address of the package is relative to the page, not to the worker', async () => {
  const client = startWorkerClient('relative');
  const base = document.createElement('base');
  base.href = new URL('/tests/fixtures/', location.href).href;
  document.head.append(base);
  try {
    const catalogue = await client.start('package-small/datapackage.json', () => undefined);
    expect(catalogue.packageVersion).toBe('1.2.0');
  } finally {
    base.remove();
    client.close();
  }
});
