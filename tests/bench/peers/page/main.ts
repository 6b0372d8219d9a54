/** The page that is measured: `?contender=…&counties=…&months=…` opens one from what is stored and answers. */
import type { Contender } from './contender';
import type { Ours } from './ours';
import { questions, type Answer, type Size } from './question';
import type { Seeded, SeedRequest } from './seedWorker';

const parameters = new URLSearchParams(location.search);
const size: Size = { counties: Number(parameters.get('counties')), months: Number(parameters.get('months')) };
const database = 'bench-ours';

const makers: Record<string, () => Promise<Contender>> = {
  ours: async () => (await import('./ours')).ours(size, database),
  'dexie-rows': async () => (await import('./rowPeers')).rowsInMemory(size),
  'dexie-indexes': async () => (await import('./rowPeers')).rowsByIndex(size),
  crossfilter2: async () => (await import('./crossfilterPeer')).crossfilterPeer(size),
  arquero: async () => (await import('./arqueroPeer')).arqueroPeer(size),
  duckdb: async () => (await import('./duckdbPeer')).duckdbPeer(size, false),
  'duckdb-aggregated': async () => (await import('./duckdbPeer')).duckdbPeer(size, true),
};

const blocks: number[] = [];
new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask',
  buffered: true,
});
/** The longest that the page was blocked; long tasks are those above 50 ms. */
const longestBlock = () => Math.max(0, ...blocks.splice(0));

const [first] = questions(size, 1, 1);

async function openAndAsk(): Promise<{ contender: Contender; coldMs: number; openMs: number }> {
  const make = makers[parameters.get('contender') ?? ''];
  if (!make || !first) throw new Error('unknown contender');
  const contender = await make();
  await contender.open();
  const openMs = performance.now();
  await contender.ask({ ...first, areas: [], categories: [], from: 0, to: size.months - 1 });
  return { contender, coldMs: performance.now(), openMs };
}

const ready = parameters.has('contender') ? openAndAsk() : null;

const bench = {
  seed: (rows: number) =>
    new Promise<Seeded>((resolve, reject) => {
      const worker = new Worker(new URL('./seedWorker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Seeded>) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ size, database, rows } satisfies SeedRequest);
    }),
  cold: async () => {
    if (!ready) throw new Error('no contender');
    const { coldMs, openMs } = await ready;
    return { coldMs, openMs, blockedMs: longestBlock() };
  },
  answers: async (count: number) => {
    if (!ready) throw new Error('no contender');
    const { contender } = await ready;
    const answers: Record<keyof Answer, number[]>[] = [];
    for (const question of questions(size, count, 77)) {
      const answer = contender.answer(question, await contender.ask(question));
      answers.push({
        overall: [...answer.overall],
        byArea: [...answer.byArea],
        byCategory: [...answer.byCategory],
        totals: [...answer.totals],
        coverage: [...answer.coverage],
      });
    }
    return answers;
  },
  refresh: async (runs: number) => {
    if (!ready) throw new Error('no contender');
    const { contender } = await ready;
    const times: number[] = [];
    for (const question of [...questions(size, 5, 5), ...questions(size, runs, 99)]) {
      const before = performance.now();
      await contender.ask(question);
      times.push(performance.now() - before);
    }
    return { times: times.slice(5), blockedMs: longestBlock() };
  },
  /** Adds a report to our full store; milliseconds until a refresh shows it. */
  addReport: async (nth: number) => {
    const { newReport } = await import('./newReport');
    if (!ready) throw new Error('no contender');
    const { contender } = await ready;
    const { client } = contender as Ours;
    return { ms: await newReport(client(), size, nth), blockedMs: longestBlock() };
  },
};

export type BenchPage = typeof bench;
Object.assign(window, { bench });
