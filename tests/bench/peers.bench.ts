import { join, resolve } from 'node:path';
import type { Bench, BenchFigure } from './bench';
import { buildPage } from './peers/buildPage';
import { compareSize } from './peers/compareSize';
import { dataOf } from './peers/data/dataOf';
import { peerOptions } from './peers/options';
import { serve } from './peers/serve';

/** Our worker beside general tools in one real browser: same data, same questions, answers checked equal before they are timed. */
export const peersBench: Bench = {
  name: 'peers',
  async *run(): AsyncGenerator<BenchFigure> {
    const options = peerOptions(process.argv.slice(2));
    const cache = resolve('node_modules/.cache/bench-peers');
    const data = join(cache, 'data');
    const served = await serve(await buildPage(join(cache, 'page')), data, options.port);
    try {
      for (const size of options.sizes)
        yield* compareSize(served, String(size), dataOf(size, join(data, String(size)), options.again), options);
    } finally {
      served.close();
    }
  },
};
