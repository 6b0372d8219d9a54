import type { Dataset } from '../../../src/model/dataset';
import { simulateReports } from '../../../src/simulate/simulateReports';
import { skewedSchedule } from '../../../src/simulate/skewedSchedule';
import { syntheticAreas } from '../../../src/simulate/syntheticAreas';

const firstMonth = 2022 * 12;

/** Simulated data for tests, of some 14 months; where a number of monthly reports is given, spread as in the bench's own data. */
export function simulatedDataset(seed: number, counties: number, reports?: number) {
  const areas = syntheticAreas(counties);
  const plan = { seed, areas, firstMonth, months: 14 };
  const schedule = reports === undefined ? {} : { schedule: skewedSchedule({ ...plan, reports }) };
  const made = [...simulateReports({ ...plan, ...schedule })];
  const dataset: Dataset = {
    areas,
    indicators: [],
    reports: made.map(({ report }) => report),
    observations: made.flatMap(({ observations }) => observations),
  };
  const known = {
    counties: areas.filter(({ level }) => level === 'county').map(({ code }) => code),
    subjects: ['participants', 'funds', 'members'],
    firstMonth,
    months: plan.months,
  };
  return { dataset, known };
}
