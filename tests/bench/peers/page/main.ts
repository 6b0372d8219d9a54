import { hasValue, type Question } from '../question';
import { toPlain, type PlainAnswer } from '../plainAnswer';
import type { World } from '../world';
import type { Opened } from './contender';
import { contenders } from './contenders';
import { coldStartMark, type PageApi } from './pageApi';

declare global {
  interface Window {
    bench: PageApi;
  }
  interface Performance {
    measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
  }
}

const parameters = new URLSearchParams(location.search);
const folder = new URL(`/data/${parameters.get('data') ?? ''}/`, location.href).href;
const name = parameters.get('contender') ?? '';

const world: Promise<World> = fetch(`${folder}world.json`).then((response) => response.json() as Promise<World>);
let opened: Promise<Opened> | null = null;

const contender = () => {
  const load = contenders[name];
  if (!load) throw new Error(`unknown contender: ${name}`);
  return load();
};
const open = () => (opened ??= contender().then((one) => one.open(folder, world)));

let longest = 0;
const note = (entries: PerformanceEntryList) => {
  for (const { duration } of entries) longest = Math.max(longest, duration);
};
const observer = new PerformanceObserver((list) => note(list.getEntries()));
observer.observe({ type: 'longtask', buffered: true });

/** The year into which a report to import falls, of its county, in the first subject. */
const questionFor = (county: number, month: number): Question => ({
  subject: 0,
  areas: [county],
  categories: [],
  firstMonth: Math.floor(month / 12) * 12,
  months: 12,
});

window.bench = {
  async store() {
    const [one, known] = await Promise.all([contender(), world]);
    const start = performance.now();
    const parts = await one.store(folder, known);
    return { ms: performance.now() - start, ...parts };
  },
  async coldStart(question) {
    await (await open()).ask(question);
    return performance.now();
  },
  async answers(questions) {
    const { ask } = await open();
    const answers: PlainAnswer[] = [];
    for (const question of questions) answers.push(toPlain((await ask(question))()));
    return answers;
  },
  async refreshes(questions, budgetMs) {
    const { ask } = await open();
    const began = performance.now();
    const times: number[] = [];
    for (const question of questions) {
      if (times.length >= 3 && performance.now() - began > budgetMs) break;
      const start = performance.now();
      await ask(question);
      times.push(performance.now() - start);
    }
    return times;
  },
  async importReport(nth) {
    const { add } = await open();
    const report = (await world).imports[nth];
    if (!report) throw new Error(`no report to import: ${nth}`);
    const question = questionFor(report.county, report.month);
    const at = report.county * 12 + report.month - question.firstMonth;
    const start = performance.now();
    await add(report, question, ({ coverage }) => coverage[at] === hasValue);
    return performance.now() - start;
  },
  async overviews(questions) {
    const { overviewTimes } = await import('./overview');
    return overviewTimes(folder, await world, questions);
  },
  async sources() {
    const { sourceTimes } = await import('./sources');
    return sourceTimes(folder, await world);
  },
  async memory() {
    return (await performance.measureUserAgentSpecificMemory()).bytes;
  },
  longestBlock() {
    note(observer.takeRecords());
    const found = longest;
    longest = 0;
    return found;
  },
  async bulkAdd(count) {
    const { bulkAddMs } = await import('./dexieObservations');
    return bulkAddMs(count);
  },
};

/** On the console, where it is heard without a script of the listener's in the page, which would run beside the start. */
function tellColdStart(ms: number): void {
  console.log(coldStartMark, ms);
}

const cold = parameters.get('cold');
if (cold !== null) tellColdStart(await window.bench.coldStart(JSON.parse(cold) as Question));
