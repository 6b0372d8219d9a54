import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bench, BenchFigure } from './bench';
import { buildPage } from './peers/buildPage';
import { compareSize } from './peers/compareSize';
import { makeData } from './peers/data/makeData';
import { bytesEach } from './peers/facts';
import { peerOptions } from './peers/options';
import { serve } from './peers/serve';
import type { World } from './peers/world';

/** What an earlier run has made, where its facts have today's form. */
function madeBefore(folder: string): World | null {
  const [world, facts] = [join(folder, 'world.json'), join(folder, 'facts.bin')];
  if (!existsSync(world) || !existsSync(facts)) return null;
  const made = JSON.parse(readFileSync(world, 'utf8')) as World;
  return statSync(facts).size === made.facts * bytesEach ? made : null;
}

/** The data of a size; what an earlier run has made is read again where that is wanted. */
function dataOf(size: number, folder: string, again: boolean): World {
  return (again ? madeBefore(folder) : null) ?? makeData(size, folder);
}

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
