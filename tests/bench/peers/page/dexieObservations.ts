import { Dexie, type Table } from 'dexie';
import type { Observation } from '../../../../src/model/observation';
import { simulateReports } from '../../../../src/simulate/simulateReports';
import { syntheticAreas } from '../../../../src/simulate/syntheticAreas';

const chunk = 10_000;

class Store extends Dexie {
  declare readonly observations: Table<Observation, string>;

  constructor() {
    super('bench-observations', { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ observations: 'id, reportId, [measure+periodStart], [refArea+periodStart]' });
  }
}

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
