import { loadavg } from 'node:os';
import type { Page } from 'playwright';
import type { BenchFigure } from '../bench';
import { gzipBytes, openProfile, quantile, reload, settle, visit, type Profile } from './measure';
import type { PeerOptions } from './options';
import { fromPlain } from './plainAnswer';
import { columnsOf, differenceOf, randomQuestions, type Answer, type Question } from './question';
import { rendererBytes } from './rendererMemory';
import type { Served } from './serve';
import type { World } from './world';

/** Contenders that share a stored form, ours first: the others are compared with it. */
const groups: readonly (readonly string[])[] = [
  ['ours'],
  ['duckdb', 'duckdb-cube'],
  ['duckdb-observations'],
  ['crossfilter', 'arquero'],
  ['dexie-indexed', 'dexie-once'],
  ['dexie-observations'],
];

const coldStarts = 5;
const checks = 20;
/** Asked before, so that everyone's code is as fast as it becomes. */
const warmUps = 100;
/** After so long no further refresh or import is begun. */
const budgetMs = 60_000;
const bulkAddSample = 100_000;

/** What one size is measured with; remembers ours. */
interface Run {
  served: Served;
  data: string;
  world: World;
  options: PeerOptions;
  questions: Question[];
  expected: Answer[];
  ours: Map<string, number>;
}

function figure(run: Run, name: string, contender: string, amount: number, more: BenchFigure): BenchFigure {
  if (contender === 'ours') run.ours.set(name, amount);
  const base = run.ours.get(name);
  return {
    ...{ figure: name, contender, observations: run.world.observations, facts: run.world.facts },
    ...more,
    ...(base === undefined || base === 0 ? {} : { ratioToOurs: amount / base }),
    loadAverage: loadavg()[0] ?? NaN,
  };
}

const block = (page: Page) => page.evaluate(() => window.bench.longestBlock());

async function check(run: Run, page: Page, contender: string): Promise<void> {
  const asked = run.questions.slice(0, checks);
  const plain = await page.evaluate((questions) => window.bench.answers(questions), asked);
  const answers = plain.map(fromPlain);
  if (contender === 'ours') {
    requireVariety(answers);
    run.expected = answers;
  }
  answers.forEach((answer, i) => {
    const ours = run.expected[i];
    const difference = ours ? differenceOf(ours, answer) : 'not answered by ours';
    if (difference !== null)
      throw new Error(`${contender} differs from ours, ${JSON.stringify(asked[i])}: ${difference}`);
  });
}

/** Answers that say little would be equal by themselves: throws unless numbers, qualifiers and states are all of several kinds. */
function requireVariety(answers: readonly Answer[]): void {
  const least = { 'byMonth.value': 20, 'byArea.counted': 5, 'byCategory.qualifier': 3, coverage: 3 };
  for (const [name, count] of Object.entries(least)) {
    const seen = new Set(answers.flatMap((answer) => [...new Set(columnsOf(answer).get(name))]));
    if (seen.size < count) throw new Error(`the answers have no more than ${String(seen.size)} kinds of ${name}`);
  }
}

async function* startUp(run: Run, page: Page, contender: string): AsyncGenerator<BenchFigure> {
  const { served, data, questions } = run;
  served.takeAsked();
  await visit(page, served, contender, data, questions[0]);
  const gzip = gzipBytes(served.takeAsked());
  yield figure(run, 'bytes shipped', contender, gzip, { gzipBytes: gzip });
  const times: number[] = [];
  for (let i = 0; i < coldStarts; i++) times.push(await reload(page));
  const medianMs = quantile(times, 0.5);
  yield figure(run, 'cold start', contender, medianMs, { medianMs, slowestMs: Math.max(...times), runs: coldStarts });
  const blockedMs = await block(page);
  yield figure(run, 'longest block of the page, start', contender, blockedMs, { blockedMs });
}

async function* filtering(run: Run, page: Page, contender: string): AsyncGenerator<BenchFigure> {
  await check(run, page, contender);
  await block(page);
  const asked = run.questions.slice(checks);
  await page.evaluate((questions) => window.bench.refreshes(questions, 10_000), asked.slice(0, warmUps));
  const times = await page.evaluate(([questions, budget]) => window.bench.refreshes(questions, budget), [
    asked.slice(warmUps),
    budgetMs,
  ] as const);
  const medianMs = quantile(times, 0.5);
  const spread = { medianMs, p95Ms: quantile(times, 0.95), runs: times.length, checkedEqual: checks };
  yield figure(run, 'refresh', contender, medianMs, spread);
  const blockedMs = await block(page);
  yield figure(run, 'longest block of the page, filtering', contender, blockedMs, { blockedMs });
}

/** What the product's own overview waits for, which asks more than a refresh: the newest reports, choices, months and bases of all. */
async function* overviewing(run: Run, page: Page): AsyncGenerator<BenchFigure> {
  const [whole, ...others] = run.questions.slice(checks).map((one) => ({ ...one, areas: one.areas.slice(0, 3) }));
  if (!whole) return;
  const all = { ...whole, areas: [], categories: [], firstMonth: 0, months: run.world.months };
  await visit(page, run.served, 'ours', run.data, run.questions[0]);
  const times = await page.evaluate((questions) => window.bench.overviews(questions), [all, ...others]);
  const warm = times.slice(warmUps);
  for (const part of ['tiles', 'all'] as const) {
    const sorted = warm.map((one) => one[part]);
    const medianMs = quantile(sorted, 0.5);
    const spread = { medianMs, p95Ms: quantile(sorted, 0.95), firstMs: times[0]?.[part] ?? NaN, runs: warm.length };
    yield figure(run, `overview of the product: ${part}`, 'ours', medianMs, spread);
  }
  const blockedMs = await block(page);
  yield figure(run, 'longest block of the page, overview', 'ours', blockedMs, { blockedMs });
}

/**
 * Scripts alone, which leaves out what WebAssembly holds, and all that the page's renderer holds, after a start and the same
 * refreshes in a page of its own: comparing answers leaves more behind in a renderer than any of them needs.
 */
async function* remembering(run: Run, { page, folder }: Profile, contender: string): AsyncGenerator<BenchFigure> {
  await visit(page, run.served, contender, run.data, run.questions[0]);
  await page.evaluate(([questions, budget]) => window.bench.refreshes(questions, budget), [
    run.questions.slice(checks),
    budgetMs,
  ] as const);
  const scripts = await page.evaluate(() => window.bench.memory());
  const by = 'measureUserAgentSpecificMemory: page and workers, without WebAssembly';
  yield figure(run, 'memory of scripts', contender, scripts, { megabytes: scripts / 1e6, by });
  const bytes = rendererBytes(folder);
  if (bytes === null) return;
  yield figure(run, 'memory', contender, bytes, { megabytes: bytes / 1e6, by: 'private memory of the renderer' });
}

async function* importing(run: Run, page: Page, contender: string): AsyncGenerator<BenchFigure> {
  await visit(page, run.served, contender, run.data, run.questions[0]);
  // Nobody hands a report over in the moment of a start.
  await settle(page);
  await block(page);
  const times: number[] = [];
  const began = performance.now();
  for (let nth = 0; nth < run.world.imports.length; nth++) {
    if (performance.now() - began > budgetMs) break;
    times.push(await page.evaluate((i) => window.bench.importReport(i), nth));
  }
  const medianMs = quantile(times, 0.5);
  yield figure(run, 'import of one report', contender, medianMs, {
    medianMs,
    slowestMs: Math.max(...times),
    runs: times.length,
  });
  const blockedMs = await block(page);
  yield figure(run, 'longest block of the page, import', contender, blockedMs, { blockedMs });
}

/** Loads the package into an empty store; of rows only a sample, told in its line, since a million take minutes. */
async function* loading(run: Run, page: Page): AsyncGenerator<BenchFigure> {
  const { served, data, world } = run;
  await visit(page, served, 'ours', data);
  const { ms = NaN, ...parts } = await page.evaluate(() => window.bench.store());
  const each = (time: number, count: number) => (time / count) * 1000;
  const name = 'load a package into an empty store';
  yield figure(run, name, 'ours', each(ms, world.observations), {
    ms,
    ...parts,
    perThousandMs: each(ms, world.observations),
  });
  const blockedMs = await block(page);
  yield figure(run, 'longest block of the page, loading', 'ours', blockedMs, { blockedMs });
  await settle(page);
  const rows = await openProfile();
  const sample = Math.min(bulkAddSample, world.observations);
  await visit(rows.page, served, 'dexie-indexed', data);
  const bulkMs = await rows.page.evaluate((count) => window.bench.bulkAdd(count), sample);
  await rows.close();
  yield figure(run, name, 'dexie-bulkAdd', each(bulkMs, sample), {
    ms: bulkMs,
    sample,
    perThousandMs: each(bulkMs, sample),
  });
}

async function* storing(run: Run, page: Page, first: string): AsyncGenerator<BenchFigure> {
  if (first === 'ours') {
    yield* loading(run, page);
    return;
  }
  await visit(page, run.served, first, run.data);
  const { ms = NaN } = await page.evaluate(() => window.bench.store());
  yield figure(run, 'store the facts', first, ms, { ms });
  await settle(page);
}

async function* compareGroup(run: Run, profile: Profile, first: string, names: readonly string[]) {
  const { page } = profile;
  yield* storing(run, page, first);
  for (const name of names) {
    yield* startUp(run, page, name);
    yield* filtering(run, page, name);
    yield* remembering(run, profile, name);
    if (name === 'ours') yield* overviewing(run, page);
  }
  // Last, since it changes what is stored and so the answers.
  for (const name of names) yield* importing(run, page, name);
}

/** Measures everyone at one size, the data of which lies in a folder of the server. */
export async function* compareSize(
  served: Served,
  data: string,
  world: World,
  options: PeerOptions,
): AsyncGenerator<BenchFigure> {
  const questions = randomQuestions(world, checks + warmUps + options.runs, 20_261_121);
  const run: Run = { served, data, world, options, questions, expected: [], ours: new Map() };
  for (const group of groups) {
    const wanted = group.filter((name) => name === 'ours' || !options.only || options.only.includes(name));
    const [first] = wanted;
    if (first === undefined) continue;
    const profile = await openProfile();
    try {
      yield* compareGroup(run, profile, first, wanted);
    } catch (error) {
      if (first === 'ours') throw error;
      process.exitCode = 1;
      yield { figure: 'FAILED', contender: wanted.join(), observations: world.observations, error: String(error) };
    } finally {
      await profile.close();
    }
  }
}
