import { startWorkerClient } from '../../../../src/worker/client';
import type { LoadPhase } from '../../../../src/worker/protocol';
import { toAnswer, toRequest } from './adapter';
import type { Contender, Opened } from './contender';

const database = 'bench-ours';

/** The product itself: its worker, its store, its package loading. */
export const ours: Contender = {
  async store(folder) {
    const client = startWorkerClient(database);
    const began: Partial<Record<LoadPhase, number>> = {};
    await client.start(`${folder}datapackage.json`, ({ phase }) => (began[phase] ??= performance.now()));
    const between = (from: LoadPhase, to: LoadPhase) => (began[to] ?? NaN) - (began[from] ?? NaN);
    return {
      fetchMs: between('fetch', 'check'),
      checkMs: between('check', 'write'),
      writeMs: between('write', 'resolve'),
      resolveMs: between('resolve', 'ready'),
    };
  },
  async open(folder, known): Promise<Opened> {
    const client = startWorkerClient(database);
    // Questions wait in the worker until the data is there; a start that fails makes them fail.
    client.start(`${folder}datapackage.json`, () => undefined).catch(() => undefined);
    const world = await known;
    const ask: Opened['ask'] = async (question) => {
      const refresh = await client.query('refresh', toRequest(world, question));
      return () => toAnswer(world, question, refresh);
    };
    return {
      ask,
      async add({ report, observations }, question, shows) {
        let stop = () => undefined as unknown;
        const shown = new Promise<void>((resolve, reject) => {
          const look = async () => {
            if (shows((await ask(question))())) resolve();
          };
          client.subscribe(() => void look().catch(reject)).then((end) => (stop = end), reject);
        });
        await client.saveReport(report, observations, 'bench');
        await shown;
        stop();
      },
    };
  },
};
