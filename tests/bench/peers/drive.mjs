/**
 * The product against its peers in a real browser: `npm run bench -- peers [--sizes 10000,100000,1000000] [--runs 50]`.
 * One JSON line a figure; each contender has a page of its own, opened anew on what is stored.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser } from '../../support/browser.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const sizes = option('sizes', '10000,100000,1000000').split(',').map(Number);
const runs = Number(option('runs', '50'));
const peers = ['dexie-rows', 'dexie-indexes', 'crossfilter2', 'arquero', 'duckdb', 'duckdb-aggregated'];
const contenders = ['ours', ...(option('only') ?? peers.join()).split(',').filter((name) => peers.includes(name))];

/** Counties and months that make about so many observations: some 52 a report, a report a county and month. */
function shapeOf(observations) {
  const counties = observations <= 10_000 ? 8 : observations <= 100_000 ? 20 : observations <= 1_000_000 ? 117 : 1170;
  return { counties, months: Math.round(observations / counties / 53) };
}

const print = (figure) => console.log(JSON.stringify({ bench: 'peers', ...figure }));
const round = (number) => Math.round(number * 100) / 100;
const sorted = (list) => [...list].sort((a, b) => a - b);
const quantile = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];

function differ(a, b) {
  for (const [i, one] of a.entries()) {
    for (const name of Object.keys(one)) {
      for (const [at, value] of one[name].entries()) {
        const other = b[i][name][at];
        if (Math.abs(value - other) > 1e-6 * Math.max(1, Math.abs(value)))
          return `question ${i}, ${name}[${at}]: ${value} and ${other}`;
      }
    }
  }
  return null;
}

const root = resolve(import.meta.dirname, 'page');
const outDir = resolve('node_modules/.cache/bench-peers');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  base: './',
  worker: { format: 'es' },
  build: { outDir, emptyOutDir: true, target: 'es2022' },
});
const server = await preview({
  root,
  configFile: false,
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const url = server.resolvedUrls.local[0];

/** Bytes that a contender makes a browser fetch, compressed. */
function shippedBy(requests) {
  let bytes = 0;
  const files = readdirSync(join(outDir, 'assets')).map((name) => join(outDir, 'assets', name));
  for (const file of files)
    if (requests.some((one) => one.endsWith(file.split('/').at(-1)))) bytes += gzipSync(readFileSync(file)).length;
  return bytes;
}

const { path: executablePath, args } = findBrowser();

async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage').catch(() => undefined);
  // Of the whole process of the page with its workers, which WASM and buffers are in too.
  const { processInfo } = await page
    .context()
    .browser()
    .newBrowserCDPSession()
    .then((s) => s.send('SystemInfo.getProcessInfo'));
  const kilobytes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return Math.max(...kilobytes) / 1024;
}

for (const wanted of sizes) {
  const size = shapeOf(wanted);
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const open = () => chromium.launchPersistentContext(profile, { executablePath, args, headless: true });
  const address = (contender) =>
    `${url}?counties=${size.counties}&months=${size.months}${contender ? `&contender=${contender}` : ''}`;
  try {
    let context = await open();
    let page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(address());
    const seeded = await page.evaluate((rows) => globalThis.bench.seed(rows), Number(option('rows', '1000000')));
    const common = { observations: seeded.observations, load: round(loadavg()[0]) };
    // The first start resolves all; later ones open what was kept.
    const first = performance.now();
    await page.goto(address('ours'));
    await page.evaluate(() => globalThis.bench.cold());
    const resolveMs = performance.now() - first;
    const loadMs = seeded.savePackageMs + resolveMs;
    const bulkAddMs = (seeded.bulkAddMs * seeded.facts) / seeded.bulkAddRows;
    print({
      figure: 'load a package',
      contender: 'ours',
      ...common,
      ms: round(loadMs),
      storeMs: round(seeded.savePackageMs),
    });
    print({
      figure: 'load a package',
      contender: 'dexie-rows',
      ...common,
      rows: seeded.bulkAddRows,
      ofRows: seeded.facts,
      ms: round(seeded.bulkAddMs),
      ratio: seeded.bulkAddRows === seeded.facts ? round(bulkAddMs / loadMs) : null,
    });
    await context.close();
    const figures = new Map();
    let answers = null;
    for (const contender of contenders) {
      context = await open();
      page = await context.newPage();
      page.setDefaultTimeout(0);
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      const colds = [];
      for (let i = 0; i < 3; i++) {
        await page.goto(address(contender));
        colds.push(await page.evaluate(() => globalThis.bench.cold()));
      }
      const mine = await page.evaluate(() => globalThis.bench.answers(20));
      answers ??= mine;
      const difference = differ(answers, mine);
      if (difference) throw new Error(`${contender} does not answer as ours: ${difference}`);
      const { times, blockedMs } = await page.evaluate((count) => globalThis.bench.refresh(count), runs);
      const figure = {
        coldMs: quantile(
          colds.map(({ coldMs }) => coldMs),
          0.5,
        ),
        medianMs: quantile(times, 0.5),
        p95Ms: quantile(times, 0.95),
        memoryMb: await memoryOf(page),
        bytes: shippedBy(requests),
      };
      figures.set(contender, figure);
      const ours = figures.get('ours');
      const ratio = (name) => round(figure[name] / ours[name]);
      print({
        figure: 'cold start',
        contender,
        ...common,
        ms: round(figure.coldMs),
        ratio: ratio('coldMs'),
        blockedMs: round(Math.max(...colds.map((one) => one.blockedMs))),
      });
      print({
        figure: 'refresh',
        contender,
        ...common,
        medianMs: round(figure.medianMs),
        p95Ms: round(figure.p95Ms),
        ratio: ratio('medianMs'),
        p95Ratio: ratio('p95Ms'),
        blockedMs: round(blockedMs),
      });
      print({ figure: 'memory', contender, ...common, mb: round(figure.memoryMb), ratio: ratio('memoryMb') });
      print({ figure: 'bytes shipped, gzip', contender, ...common, bytes: figure.bytes, ratio: ratio('bytes') });
      if (contender === 'ours') {
        const added = [];
        for (let i = 0; i < 5; i++) added.push(await page.evaluate((nth) => globalThis.bench.addReport(nth), i));
        print({
          figure: 'add a report',
          contender,
          ...common,
          ms: round(
            quantile(
              added.map(({ ms }) => ms),
              0.5,
            ),
          ),
          each: added.map(({ ms }) => round(ms)),
          blockedMs: round(Math.max(...added.map((one) => one.blockedMs))),
        });
      }
      await context.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
await server.close();
