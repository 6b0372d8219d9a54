import { join, resolve } from 'node:path';
import type { Bench, BenchFigure } from './bench';
import { buildPage } from './peers/buildPage';
import { makeData } from './peers/data/makeData';
import { openProfile, visit } from './peers/measure';
import { peerOptions } from './peers/options';
import { serve } from './peers/serve';

/** What asks for single observations, through the worker in a real browser: sources of a number, and the data page. */
export const sourcesBench: Bench = {
  name: 'sources',
  async *run(): AsyncGenerator<BenchFigure> {
    const { sizes, port } = peerOptions(process.argv.slice(2));
    const cache = resolve('node_modules/.cache/bench-peers');
    const data = join(cache, 'data');
    const served = await serve(await buildPage(join(cache, 'page')), data, port);
    try {
      for (const size of sizes) {
        const { observations } = makeData(size, join(data, String(size)));
        const profile = await openProfile();
        const { page } = profile;
        await visit(page, served, 'ours', String(size));
        await page.evaluate(() => window.bench.store());
        await visit(page, served, 'ours', String(size));
        const figures = await page.evaluate(() => window.bench.sources());
        for (const [figure, amount] of Object.entries(figures)) yield { figure, observations, amount };
        await visit(page, served, 'ours', String(size));
        const later = await page.evaluate(() => window.bench.sources());
        yield { figure: 'table, first of a later start', observations, amount: later['table, first'] ?? NaN };
        await profile.close();
      }
    } finally {
      served.close();
    }
  },
};
