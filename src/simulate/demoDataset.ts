import type { Dataset } from '../model/dataset';
import { simulateReports } from './simulateReports';

/** Eight counties of one city over the four years 2022 to 2025. */
const city = '421000';
const plan = { seed: 20_260_101, firstMonth: 2022 * 12, months: 48 };

/**
 * A small simulated dataset on the areas and indicators of a real one, so that every screen can be seen full.
 * Input: areas and indicators of a dataset.
 */
export function demoDataset({ areas, indicators }: Pick<Dataset, 'areas' | 'indicators'>): Dataset {
  const shown = areas.filter(({ code, parent, level }) => code === city || (parent === city && level === 'county'));
  const made = [...simulateReports({ ...plan, areas: shown })];
  return {
    areas,
    indicators,
    reports: made.map(({ report }) => report),
    observations: made.flatMap(({ observations }) => observations),
  };
}
