import type { FeatureCollection } from 'geojson';
import boundaries from '../../../data/geo/421000.json';
import { composition } from '../../../src/charts/composition';
import { countyMap } from '../../../src/charts/countyMap';
import type { Figure } from '../../../src/charts/figure';
import { ranking } from '../../../src/charts/ranking';
import { smallMultiples } from '../../../src/charts/smallMultiples';
import { trend } from '../../../src/charts/trend';
import { yearOverlay } from '../../../src/charts/yearOverlay';
import {
  aContext,
  byCategory,
  byCounty,
  gappyMonths,
  hostile,
  threeYears,
  troubledYears,
  withTargets,
} from './sampleAnswers';

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
  donut: () => composition({ answer: byCategory(), split: 'category', bucket: '2018', kind: 'donut' }, aContext()),
  treemap: () => composition({ answer: byCategory(), split: 'category', bucket: null, kind: 'treemap' }, aContext()),
  'donut-hostile': () =>
    composition({ answer: hostile().answer, split: 'area', bucket: null, kind: 'donut' }, hostile().context),
  map: () => countyMap({ answer: byCounty(), bucket: '2019', place: '421000', boundaries: jingzhou }, aContext()),
};
