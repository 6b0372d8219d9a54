import { categoryCodes } from '../../../../src/model/categories';
import type { Dataset } from '../../../../src/model/dataset';
import type { Indicator } from '../../../../src/model/indicator';
import { simulatedLines } from '../../../../src/simulate/lines';
import { simulateReports } from '../../../../src/simulate/simulateReports';
import { syntheticAreas } from '../../../../src/simulate/syntheticAreas';
import { decideInto, type Making } from '../../../../src/statistics/columns/buildSheet';
import { buildCoverage } from '../../../../src/statistics/columns/coverageSheet';
import { placeCoverage } from '../../../../src/statistics/columns/placeCoverage';
import { placeOrder } from '../../../../src/statistics/columns/placeOrder';
import { placing } from '../../../../src/statistics/columns/placing';
import { parseSubject } from '../../../../src/statistics/parseSubject';
import { resolveDataset } from '../../../../src/statistics/resolveDataset';
import { entriesOf } from '../../../../src/statistics/slot';
import { factSubjects, firstMonth, seed, type Facts, type Size } from './question';

function indicators(): Indicator[] {
  return simulatedLines.flatMap(({ indicator, label, measure, category, unit, kind }) =>
    indicator === null
      ? []
      : [
          {
            code: indicator,
            name: label,
            nameEn: label,
            aliases: [],
            measure,
            category,
            unit,
            kind,
            valence: 'good' as const,
          },
        ],
  );
}

/** Simulated data of a size. */
export function datasetOf({ counties, months }: Size): Dataset {
  const areas = syntheticAreas(counties);
  const dataset: Dataset = { areas, indicators: indicators(), reports: [], observations: [] };
  for (const { report, observations } of simulateReports({ seed, areas, firstMonth, months })) {
    dataset.reports.push(report);
    for (const observation of observations) dataset.observations.push(observation);
  }
  return dataset;
}

/** Codes of the counties, by the numbers that facts call them. */
export const countyCodes = ({ areas }: Pick<Dataset, 'areas'>) =>
  areas.filter(({ level }) => level === 'county').map(({ code }) => code);

/** What our rules let count, month by month: the rows that contenders which only know sums are given. */
export function factsOf(dataset: Dataset): Facts {
  const resolved = resolveDataset(dataset);
  const order = placeOrder(resolved.tree, []);
  const coverage = placeCoverage(buildCoverage(resolved, order, []), order);
  const making: Making = { resolved, order, units: new Map(), coverage, reportNumber: ({ rank }) => rank };
  const counties = new Map(countyCodes(dataset).map((code, number) => [code, number]));
  const rows: number[][] = [[], [], [], [], [], []];
  const [subject = [], area = [], root = [], month = [], category = [], value = []] = rows;
  factSubjects.forEach((code, number) => {
    const asked = parseSubject(code, dataset.indicators);
    if (asked?.kind !== 'flow') return;
    const entries = entriesOf(resolved, asked, 'actual');
    const buckets = placing('M', entries);
    const collect = {
      tell: () => undefined,
      count: (place: number, bucket: number, { observation }: (typeof entries)[number]) => {
        const { top, sum } = coverage(buckets.spanOf(bucket));
        if (sum[place] === 1) return;
        subject.push(number);
        area.push(counties.get(order.codes[place] ?? '') ?? counties.size + place);
        root.push(top[place] === 0 ? 1 : 0);
        month.push(bucket - firstMonth);
        category.push(categoryCodes.indexOf(observation.category));
        value.push(observation.value);
      },
      pack: () => {
        throw new Error('facts are not packed');
      },
    };
    decideInto(collect, making, { subject: asked, granularity: 'M', buckets, entries });
  });
  return {
    subject: Uint8Array.from(subject),
    area: Uint16Array.from(area),
    root: Uint8Array.from(root),
    month: Uint16Array.from(month),
    category: Uint8Array.from(category),
    value: Float64Array.from(value),
  };
}
