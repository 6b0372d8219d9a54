import { syntheticAreas } from '../../../../src/simulate/syntheticAreas';
import { simulateReports } from '../../../../src/simulate/simulateReports';
import { monthsPeriod } from '../../../../src/model/period';
import type { DataClient } from '../../../../src/worker/client';
import { firstMonth, seed, subjects, type Size } from './question';

/** Saves a report of the month after all others; milliseconds until a refresh of the whole shows it. */
export async function newReport(client: DataClient, { counties, months }: Size, nth: number): Promise<number> {
  const areas = syntheticAreas(counties);
  const [made] = [
    ...simulateReports({ seed: seed + nth, areas: areas.slice(0, 3), firstMonth: firstMonth + months, months: 1 }),
  ];
  if (!made) throw new Error('no report was simulated');
  const { report, observations } = made;
  const { end } = monthsPeriod(firstMonth + months, 1);
  let changed: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (changed = resolve));
  const stop = await client.subscribe(() => changed());
  const before = performance.now();
  await client.saveReport(
    { ...report, id: `${report.id}-${String(nth)}`, issueNumber: String(nth + 2) },
    observations.map((one) => ({
      ...one,
      reportId: `${report.id}-${String(nth)}`,
      id: one.id.replace(report.id, `${report.id}-${String(nth)}`),
      partOf: one.partOf?.replace(report.id, `${report.id}-${String(nth)}`) ?? null,
    })),
    'bench',
  );
  await told;
  await client.query('refresh', {
    filter: { granularity: 'M', from: null, to: end, areas: [], categories: [], reports: [] },
    subjects: [...subjects],
    subject: 'funds',
  });
  const took = performance.now() - before;
  stop();
  return took;
}
