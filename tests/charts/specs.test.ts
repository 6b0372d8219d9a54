import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it, test } from 'vitest';
import boundaries from '../../data/geo/421000.json';
import {
  buildFigure,
  figureKinds,
  loadDrawer,
  placeOf,
  readFigureSpec,
  requestsOf,
  type FigureSpec,
} from '../../src/charts/specs';
import type { SeriesResult } from '../../src/statistics/query';
import { sourceIds } from '../../src/statistics/sources';
import { aContext, byCategory, byCounty, threeYears, troubledYears } from '../support/charts/sampleAnswers';
import { fourStates, sampleFigures, withCity } from '../support/charts/sampleFigures';

const { filter } = aContext();
const months = { ...filter, granularity: 'M' as const };
const assets = { boundaries: boundaries as unknown as FeatureCollection };

/** A spec of each kind, the answer it is drawn from, and the sample that the builder alone makes of the same. */
const samples: { spec: FigureSpec; split: string; answer: () => SeriesResult; same: string }[] = [
  {
    spec: { kind: 'trend', params: { subject: 'participants', split: 'none', form: 'line' }, filter },
    split: 'none',
    answer: troubledYears,
    same: 'trend-line',
  },
  {
    spec: { kind: 'multiples', params: { subject: 'participants', split: 'area', form: 'bar' }, filter },
    split: 'area',
    answer: byCounty,
    same: 'multiples-bar',
  },
  {
    spec: { kind: 'overlay', params: { subject: 'participants', form: 'line' }, filter: months },
    split: 'none',
    answer: threeYears,
    same: 'overlay',
  },
  {
    spec: { kind: 'composition', params: { subject: 'participants', form: 'treemap' }, filter },
    split: 'category',
    answer: byCategory,
    same: 'treemap',
  },
  {
    spec: { kind: 'ranking', params: { subject: 'participants', order: 'value', movement: false }, filter },
    split: 'area',
    answer: byCounty,
    same: 'ranking',
  },
  {
    spec: { kind: 'countyMap', params: { subject: 'participants', city: '421000' }, filter },
    split: 'area',
    answer: byCounty,
    same: 'map',
  },
  {
    spec: { kind: 'tileGrid', params: { subject: 'participants', order: 'value' }, filter },
    split: 'area',
    answer: byCounty,
    same: 'tiles',
  },
  {
    spec: { kind: 'heatMap', params: { subject: 'participants', order: 'administrative' }, filter: months },
    split: 'area',
    answer: fourStates,
    same: 'heat-months',
  },
  {
    spec: { kind: 'slope', params: { subject: 'participants', first: '2018', last: '2021', until: null }, filter },
    split: 'area',
    answer: byCounty,
    same: 'slope',
  },
  {
    spec: { kind: 'comparison', params: { subject: 'participants', reference: '421000' }, filter },
    split: 'area',
    answer: withCity,
    same: 'comparison',
  },
  {
    spec: { kind: 'categoryMatrix', params: { subject: 'participants' }, filter },
    split: 'area',
    answer: byCounty,
    same: 'matrix',
  },
];

/** The same answer to every question of a figure. */
const answersOf = (spec: FigureSpec, answer: () => SeriesResult) =>
  Object.fromEntries(Object.keys(requestsOf(spec)).map((name) => [name, answer()]));

test('there is a sample of every kind', () => {
  expect(samples.map(({ spec }) => spec.kind)).toEqual(Object.keys(figureKinds));
});

describe.each(samples)('$spec.kind', ({ spec, split, answer, same }) => {
  it('comes back from storage as it was, without fields that it does not know', () => {
    const stored: unknown = JSON.parse(JSON.stringify({ ...spec, params: { ...spec.params, added: 1 }, extra: 'x' }));
    expect(readFigureSpec(stored)).toEqual({ ok: true, spec });
  });

  it('asks for its subject under its filter', () => {
    const [first] = Object.values(requestsOf(spec));
    expect(first).toMatchObject({ name: 'series', request: { filter: spec.filter, subject: 'participants', split } });
  });

  it('is the figure that its builder draws', async () => {
    const built = buildFigure(
      await loadDrawer(spec.kind),
      spec,
      answersOf(spec, answer),
      aContext({ granularity: spec.filter.granularity }),
      assets,
    );
    expect(built.id).toBe(sampleFigures[same]?.().id);
    expect(built.empty).toBe(false);
    expect(built.table.rows.length).toBeGreaterThan(0);
  });

  it('draws answers that were frozen when they named their sources in a list', async () => {
    const drawer = await loadDrawer(spec.kind);
    const context = aContext({ granularity: spec.filter.granularity });
    const before = () => ({ ...answer(), sources: sourceIds(answer().sources) }) as unknown as SeriesResult;
    const [now, then] = [answer, before].map((from) =>
      buildFigure(drawer, spec, answersOf(spec, from), context, assets),
    );
    expect(then?.source).toBe(now?.source);
    expect(then?.source).toContain('荆州市总工会');
  });

  it('throws on answers to other questions', async () => {
    const drawer = await loadDrawer(spec.kind);
    expect(() => buildFigure(drawer, spec, {}, aContext(), assets)).toThrow('no answer to');
  });

  it('says what is wrong with parameters or a filter that it cannot draw', () => {
    expect(readFigureSpec({ ...spec, params: {} })).toEqual({ ok: false, problem: 'params', kind: spec.kind });
    expect(readFigureSpec({ ...spec, params: null })).toMatchObject({ ok: false, problem: 'params' });
    expect(readFigureSpec({ ...spec, filter: { ...spec.filter, areas: 'all' } })).toMatchObject({ problem: 'filter' });
  });
});

test('only maps have a place', () => {
  expect(samples.map(({ spec }) => placeOf(spec)).filter(Boolean)).toEqual(['421000']);
});

test('a kind that this version does not know is named', () => {
  expect(readFigureSpec({ kind: 'radar', params: {}, filter })).toEqual({
    ok: false,
    problem: 'unknown-kind',
    kind: 'radar',
  });
  for (const kind of ['toString', '__proto__', 7, null]) {
    expect(readFigureSpec({ kind, params: {}, filter })).toMatchObject({ ok: false, problem: 'unknown-kind' });
  }
});

test.each([
  ['a day that is none', { from: '2019-02-30' }],
  ['a time', { to: '2019-01-01T00:00:00Z' }],
  ['no end', { to: undefined }],
  ['a granularity of its own', { granularity: 'W' }],
  ['a category that is none', { categories: ['weather'] }],
  ['a code with markup', { areas: ['<b>'] }],
  ['a list in a list', { reports: [['a']] }],
])('a filter with %s is not read as one without', (_name, change) => {
  const spec = samples[0]?.spec;
  expect(readFigureSpec({ ...spec, filter: { ...filter, ...change } })).toMatchObject({ problem: 'filter' });
});

test('reading never throws, and what it reads asks and reads back the same', () => {
  const words = fc.constantFrom(
    'trend',
    'ranking',
    'line',
    'area',
    'value',
    'participants',
    '421000',
    'A',
    '2019-01-01',
  );
  const anything = fc.anything({ withNullPrototype: true });
  const near = fc.record(
    {
      kind: fc.oneof(words, anything),
      params: fc.oneof(
        fc.record({ subject: words, split: words, form: words, order: words, city: words }, { requiredKeys: [] }),
        anything,
      ),
      filter: fc.oneof(fc.constant(filter), anything),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(near, anything), (stored) => {
      const result = readFigureSpec(stored);
      if (!result.ok) return;
      expect(Object.keys(requestsOf(result.spec)).length).toBeGreaterThan(0);
      expect(readFigureSpec(JSON.parse(JSON.stringify(result.spec)))).toEqual(result);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});
