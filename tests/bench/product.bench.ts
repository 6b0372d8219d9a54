import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import type { Bench, BenchFigure } from './bench';
import { dataOf } from './peers/data/dataOf';
import { openProfile, quantile, settle } from './peers/measure';
import { peerOptions } from './peers/options';
import { serve, type Served } from './peers/serve';
import { tasksDuring, type Task } from './product/mainThread';

const opens = 8;
const years = [2030, 2035, 2040];
const patienceMs = 600_000;
/** What is drawn or fetched after the first chart belongs to it. */
const afterwardsMs = 3000;

/** Notes when the page shows its first headline number and its first chart. */
function noteWhen(): void {
  const noted: Record<string, number> = {};
  Object.assign(window, { noted });
  new MutationObserver(() => {
    if (document.querySelector('.tile-row article')) noted['headlines'] ??= performance.now();
    const canvas = document.querySelector('canvas');
    if (canvas && getComputedStyle(canvas).visibility === 'visible') noted['chart'] ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

const notedOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { noted: Record<'headlines' | 'chart', number> }).noted);

const drawn = (page: Page) => page.waitForSelector('canvas', { timeout: patienceMs });
const rest = () => new Promise<void>((then) => setTimeout(then, afterwardsMs));

interface Opening {
  headlinesMs: number;
  chartMs: number;
  tasks: Task[];
}

/** Opens browser and overview on data that is stored already. */
async function openAgain(folder: string, { origin }: Served, choose?: (page: Page) => Promise<void>): Promise<Opening> {
  const profile = await openProfile(folder);
  const { page } = profile;
  await page.addInitScript(noteWhen);
  const visit = async () => {
    await page.goto(`${origin}/`);
    await drawn(page);
    await rest();
  };
  if (choose) await visit();
  const tasks = await tasksDuring(page, origin, choose ? () => choose(page) : visit);
  const { headlines, chart } = await notedOn(page);
  await profile.leave();
  return { headlinesMs: headlines, chartMs: chart, tasks };
}

/** Chooses one year after another, as the address does that the filter writes. */
async function chooseYears(page: Page): Promise<void> {
  for (const year of years) {
    await page.evaluate((chosen) => (location.hash = `#/?y=${chosen}`), year);
    await page.waitForFunction((chosen) => document.querySelector('figure')?.textContent.includes(`${chosen}年`), year);
    await rest();
  }
}

const median = (values: readonly number[]) => quantile(values, 0.5);
const longest = (tasks: readonly Task[], key: keyof Task) => Math.max(0, ...tasks.map((task) => task[key]));

function blocks(phase: string, openings: readonly Opening[], more: BenchFigure): BenchFigure {
  const clocks = openings.map(({ tasks }) => longest(tasks, 'clockMs'));
  return {
    ...{ figure: 'longest task of the main thread', phase },
    ...{ medianMs: median(clocks), slowestMs: Math.max(...clocks) },
    ownWorkMs: median(openings.map(({ tasks }) => longest(tasks, 'ownMs'))),
    tasksOver50Ms: openings.flatMap(({ tasks }) => tasks.filter(({ clockMs }) => clockMs > 50)).length,
    ...more,
  };
}

/** The built app itself in a real browser: how soon a cold open shows its numbers, and how long its main thread is busy at a time. */
export const productBench: Bench = {
  name: 'product',
  async *run(): AsyncGenerator<BenchFigure> {
    const options = peerOptions(process.argv.slice(2));
    const app = resolve('node_modules/.cache/bench-product');
    await build({ logLevel: 'error', build: { outDir: app, emptyOutDir: true } });
    for (const size of options.sizes) {
      const data = resolve('node_modules/.cache/bench-peers/data', String(size));
      const { observations } = dataOf(size, data, options.again);
      const served = await serve(app, data, options.port);
      const first = await openProfile();
      try {
        await first.page.goto(`${served.origin}/`);
        await drawn(first.page);
        await settle(first.page);
        await first.leave();
        const openings: Opening[] = [];
        for (let i = 0; i < opens; i++) openings.push(await openAgain(first.folder, served));
        const more = () => ({ observations, opens, loadAverage: loadavg()[0] ?? NaN });
        const headlines = openings.map(({ headlinesMs }) => headlinesMs);
        yield {
          figure: 'cold open of browser and overview',
          headlinesMs: median(headlines),
          chartMs: median(openings.map(({ chartMs }) => chartMs)),
          ...more(),
        };
        yield blocks('cold open', openings, more());
        const chosen = [await openAgain(first.folder, served, chooseYears)];
        yield blocks('choosing years', chosen, { ...more(), opens: 1 });
      } finally {
        await first.close();
        served.close();
      }
    }
  },
};
