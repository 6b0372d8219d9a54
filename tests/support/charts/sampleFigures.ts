import type { FeatureCollection } from 'geojson';
import boundaries from '../../../data/geo/421000.json';
import { categoryMatrix } from '../../../src/charts/categoryMatrix';
import { comparison } from '../../../src/charts/comparison';
import { composition } from '../../../src/charts/composition';
import { countyMap } from '../../../src/charts/countyMap';
import type { Figure } from '../../../src/charts/figure';
import { heatMap } from '../../../src/charts/heatMap';
import { completePair } from '../../../src/charts/movement';
import { ranking } from '../../../src/charts/ranking';
import { slope } from '../../../src/charts/slope';
import { tileGrid } from '../../../src/charts/tileGrid';
import { smallMultiples } from '../../../src/charts/smallMultiples';
import { trend } from '../../../src/charts/trend';
import { yearOverlay } from '../../../src/charts/yearOverlay';
import {
  aContext,
  aCell,
  anAnswer,
  aSeries,
  byCategory,
  byCounty,
  gappyMonths,
  places,
  hostile,
  threeYears,
  troubledYears,
  withTargets,
} from './sampleAnswers';

/** Three counties over three months in which value, zero, 未提及 and 未报 all occur. */
export const fourStates = () => {
  const month = { months: { covered: 1, total: 1 } };
  const silent = aCell(null, { state: 'unmentioned', basis: 'own', ...month });
  const none = aCell(null, { months: { covered: 0, total: 1 } });
  return anAnswer(
    ['2020-01', '2020-02', '2020-03'],
    [
      aSeries('421002', [aCell(12_000, month), aCell(0, month), silent]),
      aSeries('421003', [none, aCell(31_000, { ...month, qualifier: 'about' }), aCell(2_500, month)]),
      aSeries('421022', [none, none, none]),
    ],
  );
};

/** The counties and their city, whose own number is not their sum. */
export const withCity = () => {
  const counties = byCounty();
  const city = aSeries(
    '421000',
    counties.buckets.map((_, i) => aCell(200_000 + i * 10_000)),
  );
  return { ...counties, series: [city, ...counties.series] };
};

const jingzhou = boundaries as unknown as FeatureCollection;

/** One figure of every kind and trouble, by name: snapshots, sweeps and exports all run over these. */
export const sampleFigures: Record<string, () => Figure> = {
  'trend-line': () => trend({ answer: troubledYears(), split: 'none', kind: 'line' }, aContext()),
  'trend-bar': () => trend({ answer: troubledYears(), split: 'none', kind: 'bar' }, aContext()),
  'trend-bar-targets': () => trend({ answer: withTargets(), split: 'none', kind: 'bar' }, aContext()),
  'trend-line-targets-en': () => trend({ answer: withTargets(), split: 'none', kind: 'line' }, aContext({}, 'en')),
  'trend-months': () => trend({ answer: gappyMonths(), split: 'none', kind: 'line' }, aContext({ granularity: 'M' })),
  'trend-months-bar': () =>
    trend({ answer: gappyMonths(), split: 'none', kind: 'bar' }, aContext({ granularity: 'M' })),
  'trend-counties-line': () => trend({ answer: byCounty(), split: 'area', kind: 'line' }, aContext()),
  'trend-counties-bar': () => trend({ answer: byCounty(), split: 'area', kind: 'bar' }, aContext()),
  'trend-categories-stacked': () => trend({ answer: byCategory(), split: 'category', kind: 'stacked' }, aContext()),
  'trend-hostile-line': () => trend({ answer: hostile().answer, split: 'area', kind: 'line' }, hostile().context),
  'trend-hostile-stacked': () => trend({ answer: hostile().answer, split: 'area', kind: 'stacked' }, hostile().context),
  'trend-categories-share': () => trend({ answer: byCategory(), split: 'category', kind: 'share' }, aContext()),
  overlay: () => yearOverlay({ answer: threeYears(), kind: 'line' }, aContext({ granularity: 'M' })),
  'overlay-bar-en': () => yearOverlay({ answer: gappyMonths(), kind: 'bar' }, aContext({ granularity: 'M' }, 'en')),
  'multiples-bar': () => smallMultiples({ answer: byCounty(), split: 'area', kind: 'bar' }, aContext()),
  'multiples-line': () => smallMultiples({ answer: byCategory(), split: 'category', kind: 'line' }, aContext()),
  ranking: () => ranking({ answer: byCounty(), split: 'area', bucket: '2019', order: 'value' }, aContext()),
  'ranking-total-en': () =>
    ranking({ answer: byCounty(), split: 'area', bucket: null, order: 'administrative' }, aContext({}, 'en')),
  'ranking-hostile': () =>
    ranking({ answer: hostile(60).answer, split: 'area', bucket: null, order: 'value' }, hostile(60).context),
  'ranking-movement': () =>
    ranking(
      { answer: byCounty(), split: 'area', bucket: '2019', order: 'value', moved: completePair(byCounty()) },
      aContext(),
    ),
  'heat-months': () =>
    heatMap({ answer: fourStates(), split: 'area', order: 'administrative' }, aContext({ granularity: 'M' })),
  'heat-hostile-en': () =>
    heatMap({ answer: hostile(60).answer, split: 'area', order: 'value' }, { ...hostile(60).context, language: 'en' }),
  slope: () => slope({ answer: byCounty(), pair: ['2018', '2021'] }, aContext()),
  tiles: () => tileGrid({ answer: byCounty(), split: 'area', bucket: '2019', order: 'value' }, aContext()),
  comparison: () => comparison({ answer: withCity(), reference: '421000' }, aContext({ areas: ['421000', ...places] })),
  matrix: () =>
    categoryMatrix(
      {
        parts: (['ideology', 'rights', 'women'] as const).map((category) => ({ category, answer: byCounty() })),
        whole: byCounty(),
      },
      aContext(),
    ),
  donut: () => composition({ answer: byCategory(), split: 'category', bucket: '2018', kind: 'donut' }, aContext()),
  treemap: () => composition({ answer: byCategory(), split: 'category', bucket: null, kind: 'treemap' }, aContext()),
  'donut-hostile': () =>
    composition({ answer: hostile().answer, split: 'area', bucket: null, kind: 'donut' }, hostile().context),
  map: () => countyMap({ answer: byCounty(), bucket: '2019', place: '421000', boundaries: jingzhou }, aContext()),
};
