import { categoryCodes } from '../../src/model/categories';
import type { Dataset } from '../../src/model/dataset';
import type { Observation } from '../../src/model/observation';
import { bucketsIn, monthsPeriod, parseBucket } from '../../src/model/period';
import { answer } from '../../src/statistics/answer';
import { buildColumns } from '../../src/statistics/columns/buildColumns';
import { openColumns, sheetFinder } from '../../src/statistics/columns/openColumns';
import type { Filter } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { type Bench, medianMs } from './bench';

const counties = ['421002', '421003', '421022', '421024', '421081', '421083', '421087', '421088'];
const perReport = 50;
const measuresUsed = ['participants', 'beneficiaries', 'funds', 'unions', 'members', 'activities'] as const;

/** Linear congruential numbers in [0, 1): the same data in every run. */
const seeded = (seed: number) => () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;

/** Monthly reports of eight counties, fifty flows each. */
function monthly(months: number): Dataset {
  const random = seeded(20_261_120);
  const area = (code: string, parent: string | null, level: 'prefecture' | 'county', order: number) => ({
    ...{ code, name: code, nameEn: code, shortName: code, parent, level, order, place: code },
    validFrom: null,
    validTo: null,
  });
  const observations: Observation[] = [];
  const reports = bucketsIn(monthsPeriod(2000 * 12, months), 'M').flatMap((bucket) =>
    counties.map((refArea) => {
      const period = parseBucket(bucket) ?? { start: '', end: '' };
      const id = `${refArea}-${bucket}`;
      for (let start = 0; start < perReport; start++) {
        observations.push({
          ...{ id: `${id}.${String(start)}`, reportId: id, doc: `${id}.txt`, start, end: start + 1, surface: '' },
          ...{
            label: `label ${String(start)}`,
            value: Math.floor(random() * 1e6) / 100,
            unit: '元',
            qualifier: 'exact',
          },
          measure: measuresUsed[Math.floor(random() * measuresUsed.length)] ?? 'funds',
          category: categoryCodes[Math.floor(random() * categoryCodes.length)] ?? 'services',
          ...{
            refArea,
            periodStart: period.start,
            periodEnd: period.end,
            kind: 'flow',
            status: 'actual',
            partOf: null,
          },
          ...{ indicator: null, section: '一', confidence: 1, review: 'accepted', implied: [] },
        });
      }
      return {
        ...{ id, title: id, issuer: refArea, refArea, coverageStart: period.start, coverageEnd: period.end },
        ...{ frequency: 'M' as const, issuedOn: null, issueNumber: null, doc: `${id}.txt`, implied: [] },
      };
    }),
  );
  const areas = [
    area('421000', null, 'prefecture', 0),
    ...counties.map((code, i) => area(code, '421000', 'county', i)),
  ];
  return { reports, observations, indicators: [], areas };
}

const filter: Filter = { granularity: 'M', from: null, to: null, areas: [], categories: [], reports: [] };

/** A dashboard refresh against one plain pass over the same rows that sums a measure: the least that any answer costs. */
export const statisticsBench: Bench = {
  name: 'statistics',
  run() {
    return Promise.resolve(
      [25, 125].map((months) => {
        const dataset = monthly(months);
        const resolveMs = medianMs(() => resolveDataset(dataset), 5);
        const resolved = resolveDataset(dataset);
        const categories = [...categoryCodes];
        let turn = 0;
        const refreshMs = medianMs(() => {
          const narrowed = { ...filter, categories: [categories[turn++ % categories.length] ?? 'services'] };
          answer(resolved, 'tiles', { filter: narrowed, subjects: [...measuresUsed] });
          answer(resolved, 'series', { filter: narrowed, subject: 'funds', split: 'none' });
          answer(resolved, 'series', { filter: narrowed, subject: 'funds', split: 'area' });
          answer(resolved, 'series', { filter: narrowed, subject: 'funds', split: 'category' });
        }, 10);
        const columns = buildColumns(resolved);
        const { resolved: opened } = openColumns(columns, {
          beside: dataset,
          sheet: sheetFinder(columns.sheets),
        });
        const columnsMs = medianMs(() => {
          const narrowed = { ...filter, categories: [categories[turn++ % categories.length] ?? 'services'] };
          answer(opened, 'refresh', { filter: narrowed, subjects: [...measuresUsed], subject: 'funds' });
        }, 10);
        const passMs = medianMs(
          () => dataset.observations.reduce((sum, row) => sum + (row.measure === 'funds' ? row.value : 0), 0),
          20,
        );
        return {
          figure: 'refresh over one pass',
          observations: dataset.observations.length,
          resolveMs,
          refreshMs,
          columnsMs,
          passMs,
          ratio: refreshMs / passMs,
        };
      }),
    );
  },
};
