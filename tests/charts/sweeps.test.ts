import { describe, expect, it } from 'vitest';
import { comparison } from '../../src/charts/comparison';
import { composition } from '../../src/charts/composition';
import type { FigureContext } from '../../src/charts/context';
import { countyMap } from '../../src/charts/countyMap';
import type { Figure, Frame } from '../../src/charts/figure';
import { heatMap } from '../../src/charts/heatMap';
import { ranking } from '../../src/charts/ranking';
import { slope } from '../../src/charts/slope';
import { tileGrid } from '../../src/charts/tileGrid';
import { chartTheme } from '../../src/charts/theme';
import type { ThemeName } from '../../src/charts/tokens';
import { smallMultiples } from '../../src/charts/smallMultiples';
import { trend } from '../../src/charts/trend';
import { yearOverlay } from '../../src/charts/yearOverlay';
import type { SeriesResult } from '../../src/statistics/query';
import { packSources } from '../../src/statistics/sources';
import { renderSvg } from '../support/charts/renderSvg';
import { aCell, aContext, anAnswer, aSeries, hostile, monthsOf, places, wander } from '../support/charts/sampleAnswers';

const noBoundaries = { type: 'FeatureCollection' as const, features: [] };

/** Every builder in every form, over one answer. */
const builders: Record<string, (answer: SeriesResult, context: FigureContext) => Figure> = {
  line: (answer, context) => trend({ answer, split: 'area', kind: 'line' }, context),
  bar: (answer, context) => trend({ answer, split: 'area', kind: 'bar' }, context),
  stacked: (answer, context) => trend({ answer, split: 'area', kind: 'stacked' }, context),
  share: (answer, context) => trend({ answer, split: 'area', kind: 'share' }, context),
  multiples: (answer, context) => smallMultiples({ answer, split: 'area', kind: 'line' }, context),
  overlay: (answer, context) => yearOverlay({ answer, kind: 'line' }, context),
  ranking: (answer, context) => ranking({ answer, split: 'area', bucket: null, order: 'value' }, context),
  donut: (answer, context) => composition({ answer, split: 'area', bucket: null, kind: 'donut' }, context),
  treemap: (answer, context) => composition({ answer, split: 'area', bucket: null, kind: 'treemap' }, context),
  heat: (answer, context) => heatMap({ answer, split: 'area', order: 'value' }, context),
  tiles: (answer, context) => tileGrid({ answer, split: 'area', bucket: null, order: 'administrative' }, context),
  slope: (answer, context) => {
    const [first, last] = [answer.buckets[0], answer.buckets[1]];
    return slope({ answer, pair: first && last ? [first, last] : null }, context);
  },
  comparison: (answer, context) => comparison({ answer, reference: '421003' }, context),
  map: (answer, context) => countyMap({ answer, bucket: null, place: '421000', boundaries: noBoundaries }, context),
};

const gap = (state: 'unreported' | 'unmentioned') => aCell(null, { state });
const undefinedRate = () => aCell(null, { state: 'value', reason: 'rate-not-additive', unit: '%', counted: 2 });

/** Answers at the edges of what can come. */
const answers: Record<string, () => { answer: SeriesResult; context?: FigureContext }> = {
  nothing: () => ({ answer: anAnswer([], [], { sources: packSources([]), asOf: null }) }),
  'no series': () => ({ answer: anAnswer(['2018', '2019'], []) }),
  'one point': () => ({ answer: anAnswer(['2018'], [aSeries('421002', [aCell(5)])]) }),
  'one zero': () => ({ answer: anAnswer(['2018'], [aSeries('421002', [aCell(0)])]) }),
  'all 未报': () => ({
    answer: anAnswer(['2018', '2019'], [aSeries('421002', [gap('unreported'), gap('unreported')])]),
  }),
  'all 未提及': () => ({
    answer: anAnswer(
      ['2018'],
      places.map((key) => aSeries(key, [gap('unmentioned')])),
    ),
  }),
  'no single value': () => ({ answer: anAnswer(['2018'], [aSeries('421002', [undefinedRate()])]) }),
  negative: () => ({ answer: anAnswer(['2018', '2019'], [aSeries('421002', [aCell(-5), aCell(7)])]) }),
  'tiny and huge': () => ({
    answer: anAnswer(['2018'], [aSeries('421002', [aCell(0.01)]), aSeries('421003', [aCell(1e15)])]),
  }),
  'not finite': () => ({
    answer: anAnswer(['2018'], [aSeries('421002', [aCell(Number.NaN)]), aSeries('421003', [aCell(Infinity)])]),
  }),
  'unknown place': () => ({ answer: anAnswer(['2018'], [aSeries('999999', [aCell(3)])]) }),
  'prototype keys': () => ({
    answer: anAnswer(['2018'], [aSeries('__proto__', [aCell(3)]), aSeries('constructor', [aCell(4)])]),
  }),
  'fifty years of months': () => {
    const buckets = monthsOf(1970, 600);
    return {
      answer: anAnswer(buckets, [
        aSeries(
          '421002',
          wander(7, 600, 9e5).map((value) => aCell(value)),
        ),
      ]),
    };
  },
  'targets alone': () => ({ answer: anAnswer(['2018'], [aSeries('421002', [aCell(9)], 'target')]) }),
  '24 series of long names and huge values': () => hostile(24),
};

const frames: [theme: ThemeName, frame: Frame][] = [
  ['light', { widthPx: 320, heightPx: 260, fontPx: 12, purpose: 'screen', still: true }],
  ['dark', { widthPx: 1800, heightPx: 700, fontPx: 26, purpose: 'export' }],
];

describe.each(Object.keys(builders))('%s', (form) => {
  it.each(Object.keys(answers))('draws %s', async (name) => {
    const made = answers[name]?.();
    const build = builders[form];
    if (!made || !build) throw new Error(`no such case: ${form} ${name}`);
    const figure = build(made.answer, made.context ?? aContext({ granularity: 'A' }));
    expect(figure.title).not.toBe('');
    expect(figure.table.rows.every(({ cells }) => cells.length === figure.table.columns.length - 1)).toBe(true);
    expect(figure.addressOf(-1, 0)).toBeNull();
    expect(figure.addressOf(0, 10_000)).toBeNull();
    const words = JSON.stringify([
      figure.title,
      figure.subtitle,
      figure.unit,
      figure.notes,
      figure.source,
      figure.table,
    ]);
    expect(words).not.toMatch(/undefined|NaN|\[object/);
    for (const [theme, frame] of frames) {
      const svg = await renderSvg(figure, chartTheme(theme), frame);
      expect(svg).toContain('<svg');
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe('empty', () => {
  it('is said of figures without a value, and only of them', () => {
    const context = aContext();
    const emptyNames = ['nothing', 'no series', 'all 未报', 'all 未提及', 'no single value', 'not finite'];
    for (const [name, make] of Object.entries(answers)) {
      const { answer, context: own = context } = make();
      const line = trend({ answer, split: 'area', kind: 'line' }, own);
      expect(line.empty, name).toBe(emptyNames.includes(name));
    }
  });
});
