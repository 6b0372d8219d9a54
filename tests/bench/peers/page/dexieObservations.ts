import { Dexie, type Table } from 'dexie';
import type { Area } from '../../../../src/model/area';
import { measureCodes } from '../../../../src/model/measures';
import type { Observation } from '../../../../src/model/observation';
import { monthIndex, monthsPeriod } from '../../../../src/model/period';
import type { Report } from '../../../../src/model/report';
import { simulateReports } from '../../../../src/simulate/simulateReports';
import { syntheticAreas } from '../../../../src/simulate/syntheticAreas';
import type { FactRow } from '../facts';
import type { Import, World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { openPackage } from './openPackage';
import { reduceRows } from './reduceRows';
import { resolveRows } from './resolveRows';

const chunk = 10_000;

class Store extends Dexie {
  declare readonly observations: Table<Observation, string>;
  declare readonly reports: Table<Report, string>;
  declare readonly areas: Table<Area, string>;

  constructor() {
    super('bench-observations', { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({
      observations: 'id, reportId, [measure+periodStart], [refArea+periodStart]',
      reports: 'id',
      areas: 'code',
    });
  }
}

async function store(folder: string): Promise<Record<string, number>> {
  const database = new Store();
  const { areas, reports, observations } = await openPackage(folder);
  await database.areas.bulkAdd(areas);
  await database.reports.bulkAdd(reports);
  for await (const rows of observations())
    for (let at = 0; at < rows.length; at += chunk) await database.observations.bulkAdd(rows.slice(at, at + chunk));
  database.close();
  return {};
}

/** Rows province by province, which never bear on one another: all at once would need a gigabyte for a moment. */
async function* provinces(database: Store) {
  const roots = await database.areas.filter(({ level }) => level === 'province').toArray();
  for (const { code } of roots) {
    // Ids of reports, and so those of observations, begin with the code of an area, and that with its province's.
    const prefix = code.slice(0, 2);
    const [areas, reports, observations] = await Promise.all([
      database.areas.where('code').startsWith(prefix).toArray(),
      database.reports.where('id').startsWith(prefix).toArray(),
      database.observations.where('id').startsWith(prefix).toArray(),
    ]);
    yield { areas, reports, observations };
  }
}

/** Observations of all areas that may lie in some months, measure by measure through the index. */
async function observationsWithin(database: Store, firstMonth: number, lastMonth: number): Promise<Observation[]> {
  const { start, end } = monthsPeriod(firstMonth, lastMonth - firstMonth + 1);
  const index = database.observations.where('[measure+periodStart]');
  const found = measureCodes.map((code) => index.between([code, start], [code, end], true, true).toArray());
  return (await Promise.all(found)).flat();
}

/** What is kept of all rows. */
interface Kept {
  areas: Area[];
  reports: Report[];
  /** What the rules leave of observations, by month. */
  facts: Map<number, FactRow[]>;
}

async function resolveAll(database: Store, world: World): Promise<Kept> {
  const kept: Kept = { areas: [], reports: [], facts: new Map() };
  for await (const rows of provinces(database)) {
    kept.areas.push(...rows.areas);
    kept.reports.push(...rows.reports);
    for (const [month, more] of resolveRows(rows, world)) {
      const known = kept.facts.get(month);
      if (known) known.push(...more);
      else kept.facts.set(month, more);
    }
  }
  return kept;
}

/** Stores a report and resolves the months again in which it or what it names may lie. */
async function insert(
  database: Store,
  { areas, reports, facts }: Kept,
  { report, observations }: Import,
  world: World,
) {
  await database.transaction('rw', database.reports, database.observations, async () => {
    await database.reports.add(report);
    await database.observations.bulkAdd(observations);
  });
  reports.push(report);
  const dates = [report.coverageStart, report.coverageEnd, ...observations.map(({ periodStart }) => periodStart)];
  const months = dates.flatMap((date) => (date === null ? [] : [monthIndex(date)]));
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const within = await observationsWithin(database, first, last);
  const changed = resolveRows({ areas, reports, observations: within }, world);
  for (let month = first - world.firstMonth; month <= last - world.firstMonth; month++)
    facts.set(month, changed.get(month) ?? []);
}

/** Observations as they are, one a row, read once at a start: what the rules leave of them is kept. */
export const dexieObservations: Contender = {
  store,
  async open(_, known): Promise<Opened> {
    const database = new Store();
    const world = await known;
    const kept = await resolveAll(database, world);
    const ask: Opened['ask'] = (question) => {
      const { firstMonth, months } = question;
      const asked = Array.from({ length: months }, (_, i) => kept.facts.get(firstMonth + i) ?? []);
      // Three times as fast as `flat`.
      const rows = new Array<FactRow>().concat(...asked);
      return Promise.resolve(reduceRows(world, question, rows));
    };
    return {
      ask,
      add: (report, question, shows) =>
        addThenAsk(
          () => insert(database, kept, report, world),
          () => ask(question),
          shows,
        ),
    };
  },
};

/** Milliseconds that `bulkAdd` takes for so many observations, one a row; making them is not counted. */
export async function bulkAddMs(count: number): Promise<number> {
  const database = new Store();
  await database.open();
  let [ms, added] = [0, 0];
  let rows: Observation[] = [];
  const write = async () => {
    const start = performance.now();
    await database.observations.bulkAdd(rows);
    ms += performance.now() - start;
    added += rows.length;
    rows = [];
  };
  const plan = { seed: 20_261_121, areas: syntheticAreas(100), firstMonth: 2022 * 12, months: 480 };
  for (const { observations } of simulateReports(plan)) {
    rows.push(...observations.slice(0, count - added - rows.length));
    if (rows.length >= chunk || added + rows.length >= count) await write();
    if (added >= count) break;
  }
  database.close();
  return ms;
}
