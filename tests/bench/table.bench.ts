import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import type { Bench, BenchFigure } from './bench';
import { makeData } from './peers/data/makeData';
import { openProfile, quantile } from './peers/measure';
import { peerOptions } from './peers/options';
import { serve } from './peers/serve';

const frames = 300;
/** Pixels that the table is scrolled by in each frame: a wheel, a fling, and a thumb dragged from end to end and back. */
const gaits = { wheel: 120, fling: 2_000, thumb: 1 / 0 } as const;

/** Milliseconds between the frames of a scripted scroll. */
function scrolled(page: Page, pxPerFrame: number): Promise<number[]> {
  return page.getByRole('grid').evaluate(
    (grid, { count, step }) =>
      new Promise<number[]>((done) => {
        const room = grid.scrollHeight - grid.clientHeight;
        const times: number[] = [];
        grid.scrollTop = 0;
        const next = (now: number) => {
          times.push(now);
          if (times.length > count) {
            done(times.slice(1).map((time, i) => time - (times[i] ?? time)));
            return;
          }
          const at = times.length;
          // From end to end and back, four times over.
          const wave = Math.abs((((at * 8) / count) % 2) - 1);
          grid.scrollTop = Number.isFinite(step) ? (at * step) % room : room * (1 - wave);
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    { count: frames, step: pxPerFrame },
  );
}

/** Scrolling the data page of the built app in a real browser; a quiet machine draws a frame every 16.7 ms. */
export const tableBench: Bench = {
  name: 'table',
  async *run(): AsyncGenerator<BenchFigure> {
    const { port } = peerOptions(process.argv.slice(2));
    const cache = resolve('node_modules/.cache/bench-table');
    const { observations } = makeData(100_000, join(cache, 'data'));
    await build({ logLevel: 'error', build: { outDir: join(cache, 'app'), emptyOutDir: true } });
    const served = await serve(join(cache, 'app'), join(cache, 'data'), port);
    const profile = await openProfile();
    const { page } = profile;
    try {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${served.origin}/#/data`);
      await page.locator('[role=grid] [data-index]').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const [gait, step] of Object.entries(gaits)) {
        const times = await scrolled(page, step);
        const drawn = await page.locator('[role=grid] [data-index]').count();
        yield {
          figure: `scrolling by ${gait}`,
          observations,
          rowsDrawn: drawn,
          medianMs: Math.round(quantile(times, 0.5) * 10) / 10,
          p95Ms: Math.round(quantile(times, 0.95) * 10) / 10,
          longestMs: Math.round(Math.max(...times) * 10) / 10,
          loadAverage: loadavg()[0] ?? NaN,
        };
      }
    } finally {
      await profile.close();
      served.close();
    }
  },
};
