import { describe, expect, it } from 'vitest';
import { categoryMatrix } from '../../src/charts/categoryMatrix';
import { comparison } from '../../src/charts/comparison';
import { heatMap } from '../../src/charts/heatMap';
import { completePair, movementMark, movementsOf, ranksOf } from '../../src/charts/movement';
import { ranking } from '../../src/charts/ranking';
import { rowsOf } from '../../src/charts/rows';
import { slope } from '../../src/charts/slope';
import { spreadApart } from '../../src/charts/spreadApart';
import { chartTheme } from '../../src/charts/theme';
import { tileGrid } from '../../src/charts/tileGrid';
import type { SeriesResult } from '../../src/statistics/query';
import { renderSvg } from '../support/charts/renderSvg';
import { aCell, aContext, anAnswer, aSeries, byCounty, monthsOf, places } from '../support/charts/sampleAnswers';
import { fourStates, withCity } from '../support/charts/sampleFigures';

const frame = { widthPx: 900, heightPx: 460, fontPx: 12, purpose: 'screen' } as const;
const yearOf = (values: readonly (number | null)[], states: Partial<Record<number, 'unmentioned'>> = {}) =>
  anAnswer(
    ['2019'],
    values.map((value, i) => aSeries(places[i] ?? '', [aCell(value, states[i] ? { state: states[i] } : {})])),
  );
const rows = (answer: SeriesResult) => rowsOf({ answer, split: 'area', bucket: null }, aContext());

describe('movement', () => {
  it('counts places among those that have a value in both periods', () => {
    const now = rows(yearOf([30, 20, 10, 40, null]));
    const before = rows(yearOf([10, 20, 30, null, 99]));
    const movements = movementsOf(now, before);
    expect(places.slice(0, 5).map((place) => movements.get(place))).toEqual([
      { places: 2, reason: null },
      { places: 0, reason: null },
      { places: -2, reason: null },
      { places: null, reason: 'base-unreported' },
      { places: null, reason: 'no-value' },
    ]);
    expect([...movements.values()].map(movementMark)).toEqual(['▲2', '＝', '▼2', '—', '—']);
  });

  it('tells 未提及 from 未报, and lets equal values share a rank', () => {
    const before = rows(yearOf([null, 5], { 0: 'unmentioned' }));
    expect(movementsOf(rows(yearOf([1, 1])), before).get(places[0] ?? '')?.reason).toBe('base-unmentioned');
    expect([...ranksOf(rows(yearOf([7, 7, 3]))).values()]).toEqual([1, 1, 3]);
  });

  it('stands in the table of a ranking, and says why it does not', () => {
    const base = { answer: yearOf([30, 20]), split: 'area', bucket: null, order: 'value' } as const;
    const periods = { now: { answer: base.answer, bucket: null }, before: { answer: yearOf([10, 20]), bucket: null } };
    const moved = ranking({ ...base, moved: periods }, aContext());
    expect(moved.table.columns).toEqual(['县市区', '参与人次', '名次升降']);
    expect(moved.table.rows.map(({ cells }) => cells[1]?.text)).toEqual(['升 1 位', '降 1 位']);
    expect(moved.notes[0]).toBe('名次升降：2019年与2019年相比');
    expect(ranking({ ...base, moved: null }, aContext()).notes.join()).toContain('没有上期');
    expect(ranking(base, aContext()).table.columns).toHaveLength(2);
  });

  it('of an open time is between its newest complete bucket and the one before', () => {
    const part = { months: { covered: 5, total: 12 } };
    const answer = anAnswer(
      ['2018', '2019', '2020'],
      [
        aSeries(places[0] ?? '', [aCell(10), aCell(30), aCell(5, part)]),
        aSeries(places[1] ?? '', [aCell(20), aCell(20), aCell(9, part)]),
        aSeries(places[2] ?? '', [aCell(15, part), aCell(50), aCell(null)]),
      ],
    );
    const moved = completePair(answer);
    expect([moved?.now.bucket, moved?.before.bucket]).toEqual(['2019', '2018']);
    const figure = ranking({ answer, split: 'area', bucket: null, order: 'value', moved }, aContext());
    expect(figure.notes[0]).toBe('名次升降：2019年与2018年相比');
    const said = new Map(figure.table.rows.map(({ header, cells }) => [header, cells[1]?.text]));
    expect([...said.values()]).toEqual(expect.arrayContaining(['升 1 位', '降 1 位', '—（上期只有部分月份的报告）']));
    const inProgress = movementsOf(
      rowsOf({ answer, split: 'area', bucket: '2020' }, aContext()),
      rowsOf({ answer, split: 'area', bucket: '2019' }, aContext()),
    );
    expect([...inProgress.values()].map(({ reason }) => reason)).toEqual(['incomplete', 'incomplete', 'no-value']);
  });

  it('has no periods where nothing is complete, or nothing precedes it', () => {
    expect(completePair(yearOf([1, 2]))).toBeNull();
    const part = aCell(7, { months: { covered: 1, total: 12 } });
    expect(completePair(anAnswer(['2019', '2020'], [aSeries(places[0] ?? '', [part, part])]))).toBeNull();
  });
});

describe('heat map', () => {
  const figure = heatMap({ answer: fourStates(), split: 'area', order: 'administrative' }, aContext());

  it('has a row a county and a column a month, each cell what the query says', () => {
    expect(figure.table.columns).toEqual(['县市区', '2020年1月', '2020年2月', '2020年3月']);
    expect(figure.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['12,000人次', '0人次', '未提及'],
      ['未报', '约31,000人次', '2,500人次'],
      ['未报', '未报', '未报'],
    ]);
    expect(figure.addressOf(0, 4)).toMatchObject({ key: '421003', buckets: ['2020-02'] });
    expect(figure.addressOf(0, 8)).toBeNull();
    expect(figure.addressOf(1, 0)).toBeNull();
  });

  it('draws value, 0, 未提及 and 未报 four ways and explains them', async () => {
    const svg = await renderSvg(figure, chartTheme('light'), frame);
    for (const word of ['0（报告写明）', '未提及', '未报', '1.2万', '约3.1万']) expect(svg).toContain(word);
  });

  it('puts the largest total on top by value', () => {
    const sorted = heatMap({ answer: fourStates(), split: 'area', order: 'value' }, aContext());
    expect(sorted.table.rows.map(({ header }) => header)).toEqual(['荆州区', '沙市区', '公安县']);
  });

  it('draws tens of thousands of cells as a few outlines a row', async () => {
    const buckets = monthsOf(1950, 600);
    const month = { months: { covered: 1, total: 1 } };
    const many = Array.from({ length: 20 }, (_, i) =>
      aSeries(
        String(900_001 + i),
        buckets.map((_bucket, j) => aCell(((i + 1) * (j + 1)) % 977, month)),
      ),
    );
    const large = heatMap({ answer: anAnswer(buckets, many), split: 'area', order: 'administrative' }, aContext());
    const svg = await renderSvg(large, chartTheme('light'), frame);
    expect(svg.match(/<path/g)?.length).toBeLessThan(1000);
    // A mark is a row: its cell is that of the column that a pointer is over.
    expect(large.addressOf(0, 3)).toBeNull();
    large.pointAt?.(7);
    expect(large.addressOf(0, 3)).toMatchObject({ key: '900004', buckets: [buckets[7]] });
    expect(large.addressOf(0, 20)).toBeNull();
  });
});

describe('slope', () => {
  it('has both values and the change, in the order of the counties', () => {
    const answer = anAnswer(
      ['2018', '2019', '2020'],
      [
        aSeries('421002', [aCell(100), aCell(1), aCell(150)]),
        aSeries('421003', [aCell(null), aCell(1), aCell(7)]),
        aSeries('421022', [aCell(0), aCell(1), aCell(9)]),
      ],
    );
    const figure = slope({ answer, pair: ['2018', '2020'] }, aContext());
    expect(figure.title).toContain('2018年与2020年');
    expect(figure.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['100人次', '150人次', '+50%'],
      ['未报', '7人次', '—'],
      ['0人次', '9人次', '—'],
    ]);
    expect(figure.addressOf(0, 1)).toMatchObject({ key: '421002', buckets: ['2020'] });
    expect(figure.addressOf(1, 0)).toBeNull();
  });

  it('keeps labels apart, in order and inside', () => {
    const moved = spreadApart([50, 52, null, 99, 100, 10], 12, { from: 0, to: 100 });
    expect(moved[2]).toBeNull();
    const placed = moved.filter((at) => at !== null).sort((a, b) => a - b);
    placed.slice(1).forEach((at, i) => expect(at - (placed[i] ?? 0)).toBeGreaterThanOrEqual(12));
    expect(placed.at(-1)).toBeLessThanOrEqual(100);
    expect(moved[5]).toBe(10);
  });
});

it('gives a city that would press its counties together a panel of its own', () => {
  const context = aContext({ areas: ['421000', ...places] });
  const apart = comparison({ answer: withCity(), reference: '421000' }, context);
  const option = apart.option(chartTheme('light'), frame);
  expect(option.yAxis).toMatchObject([{ name: '县市区（万人次）' }, { name: '荆州市（万人次）' }]);
  const drawn = Array.isArray(option.series) ? option.series : [];
  const axisOf = new Map(drawn.map((one) => [one.name, 'yAxisIndex' in one ? one.yAxisIndex : undefined]));
  expect(axisOf.get('actual:421000')).toBe(1);
  expect(axisOf.get('actual:421002')).toBe(0);
  expect(apart.unit).toBe('');
  expect(apart.notes[0]).toContain('刻度与下图不同');
  const at = drawn.findIndex(({ name }) => name === 'actual:421000');
  expect(apart.addressOf(at, 0)).toMatchObject({ key: '421000' });

  const alike = { ...withCity() };
  const small = alike.series.map((one) => {
    return one.key === '421000' ? { ...one, cells: one.cells.map((cell) => ({ ...cell, value: 30_000 })) } : one;
  });
  const together = comparison({ answer: { ...alike, series: small }, reference: '421000' }, context);
  expect(together.option(chartTheme('light'), frame).yAxis).not.toBeInstanceOf(Array);
  expect(together.unit).toBe('万人次');
});

it('draws the city of a comparison as a dashed line in the ink of text, last', () => {
  const figure = comparison({ answer: withCity(), reference: '421000' }, aContext({ areas: ['421000', ...places] }));
  const theme = chartTheme('light');
  const { series } = figure.option(theme, frame);
  const dashed = (Array.isArray(series) ? series : []).filter(
    (one) => one.type === 'line' && one.lineStyle?.type === 'dashed',
  );
  expect(dashed).toHaveLength(1);
  expect(dashed[0]).toMatchObject({ name: 'actual:421000', lineStyle: { color: theme.text } });
  expect(figure.table.columns.at(-1)).toBe('荆州市');
  expect(figure.notes[0]).toContain('不是下图各地之和');
});

it('shades a tile a county and names what is absent', async () => {
  const input = { answer: byCounty(), split: 'area', bucket: '2019', order: 'administrative' } as const;
  const figure = tileGrid(input, aContext());
  const svg = await renderSvg(figure, chartTheme('light'), frame);
  for (const { header } of figure.table.rows) expect(svg).toContain(header);
  expect(svg).toContain('未报');
  expect(figure.table.rows.map(({ header }) => header)).toHaveLength(places.length);
});

it('addresses a cell of the matrix by its county and its category', () => {
  const parts = (['ideology', 'women'] as const).map((category) => ({ category, answer: byCounty() }));
  const figure = categoryMatrix({ parts, whole: byCounty() }, aContext());
  expect(figure.addressOf(0, places.length)).toMatchObject({ key: places[0], split: 'area', categories: ['women'] });
  expect(figure.table.rows[1]?.cells[0]?.source).toMatchObject({ key: places[0], categories: ['women'] });
  expect(figure.table.rows.map(({ header }) => header)).toEqual(['思想引领', '女职工']);
});
