import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/model/annotation';
import { annotationsOf } from '../../src/charts/annotations';
import type { FigureContext } from '../../src/charts/context';
import { ranking } from '../../src/charts/ranking';
import { chartTheme } from '../../src/charts/theme';
import { trend } from '../../src/charts/trend';
import { yearOverlay } from '../../src/charts/yearOverlay';
import { aCell, aContext, anAnswer, aSeries, byCounty, monthsOf } from '../support/charts/sampleAnswers';
import { renderSvg } from '../support/charts/renderSvg';

const remark = (more: Partial<Annotation> = {}): Annotation => ({
  id: 'a',
  start: '2019-06-12',
  end: '2019-06-12',
  refArea: '421088',
  subject: null,
  kind: 'definition',
  zh: '撤县设市',
  en: 'became a city',
  ...more,
});

const years = () => anAnswer(['2018', '2019', '2020'], [aSeries('total', [aCell(1), aCell(2), aCell(3)])]);
const context = (annotations: Annotation[], more: Partial<FigureContext['filter']> = {}): FigureContext => ({
  ...aContext(more),
  annotations,
});
const found = (one: Annotation, more: Partial<FigureContext['filter']> = {}, answer = years()) =>
  annotationsOf(answer, context([one], more)).length;

describe('a remark', () => {
  it('belongs to figures that cover its time', () => {
    expect(found(remark())).toBe(1);
    expect(found(remark({ start: '2021-01-01', end: '2021-01-01' }))).toBe(0);
    expect(found(remark({ start: '2017-05-01', end: '2018-01-01' }))).toBe(1);
  });

  it('belongs to its place, what contains it and what lies in it', () => {
    expect(found(remark(), { areas: [] })).toBe(1);
    expect(found(remark(), { areas: ['421088'] })).toBe(1);
    expect(found(remark(), { areas: ['421002'] })).toBe(0);
    expect(found(remark({ refArea: '421000' }), { areas: ['421002'] })).toBe(1);
  });

  it('belongs to its measure or indicator', () => {
    expect(found(remark({ subject: 'participants' }))).toBe(1);
    expect(found(remark({ subject: 'funds' }))).toBe(0);
    expect(found(remark({ subject: 'lectures' }))).toBe(0);
  });

  it('is told in the notes of every chart, in the language', () => {
    const told = '口径变化（2019年6月12日）：撤县设市';
    expect(trend({ answer: years(), split: 'none', kind: 'line' }, context([remark()])).notes).toContain(told);
    expect(
      ranking({ answer: byCounty(), split: 'area', bucket: null, order: 'value' }, context([remark()])).notes,
    ).toContain(told);
    const english = { ...aContext({}, 'en'), annotations: [remark()] };
    expect(trend({ answer: years(), split: 'none', kind: 'line' }, english).notes.join()).toContain('became a city');
  });

  it('has a column of the table, filled in its bucket alone', () => {
    const { table } = trend({ answer: years(), split: 'none', kind: 'line' }, context([remark()]));
    expect(table.columns.at(-1)).toBe('事件与口径变化');
    expect(table.rows.map(({ cells }) => cells.at(-1)?.text)).toEqual(['', expect.stringContaining('撤县设市'), '']);
    expect(trend({ answer: years(), split: 'none', kind: 'line' }, context([])).table.columns).toHaveLength(2);
  });

  it('is flagged in the chart and its legend, at its bucket', () => {
    const frame = { widthPx: 600, heightPx: 300, fontPx: 12, purpose: 'screen' } as const;
    const draw = (annotations: Annotation[]) =>
      trend({ answer: years(), split: 'none', kind: 'line' }, context(annotations)).option(chartTheme('light'), frame);
    const named = (option: ReturnType<typeof draw>) =>
      (Array.isArray(option.series) ? option.series : []).flatMap((one) =>
        one.name === '#annotations' ? [one.data] : [],
      );
    expect(named(draw([remark()]))).toEqual([[[1, 0]]]);
    expect(JSON.stringify(draw([remark()]).legend)).toContain('#annotated');
    expect(named(draw([]))).toEqual([]);
  });
});

describe('years laid over each other', () => {
  const buckets = monthsOf(2018, 17);
  const cells = buckets.map((_, i) => (i === 3 ? aCell(null, { state: 'unmentioned' }) : aCell(i)));
  const figure = () =>
    yearOverlay({ answer: anAnswer(buckets, [aSeries('total', cells)]), kind: 'line' }, aContext({ granularity: 'M' }));

  it('put each month under its year, and what was not asked for nowhere', () => {
    const { table } = figure();
    expect(table.columns).toEqual(['时间', '2018年', '2019年']);
    expect(table.rows.map(({ header }) => header)[0]).toBe('1月');
    expect(table.rows[1]?.cells.map(({ value }) => value)).toEqual([1, 13]);
    expect(table.rows[3]?.cells.map(({ text }) => text)).toEqual(['未提及', '15人次']);
    expect(table.rows[11]?.cells.map(({ text }) => text)).toEqual(['11人次', '']);
  });

  it('lead from every mark to the month it was', () => {
    const { addressOf } = figure();
    expect(addressOf(1, 2)?.buckets).toEqual(['2019-03']);
    expect(addressOf(0, 11)?.buckets).toEqual(['2018-12']);
    expect(addressOf(1, 11)).toBeNull();
    expect(addressOf(2, 0)).toBeNull();
  });

  it('hangs above every value: an axis that would end at the largest one goes further', async () => {
    const answer = anAnswer(['2018', '2019', '2020'], [aSeries('total', [aCell(30), aCell(180), aCell(60)])]);
    const highest = async (annotations: Annotation[]) => {
      const figure = trend({ answer, split: 'none', kind: 'line' }, context(annotations));
      const svg = await renderSvg(figure, chartTheme('light'), {
        widthPx: 600,
        heightPx: 300,
        fontPx: 12,
        purpose: 'screen',
      });
      const ticks = [...svg.matchAll(/text-anchor="end"[^>]*>([\d,]+)</g)].map(([, digits = '']) => Number(digits));
      return Math.max(...ticks);
    };
    expect(await highest([])).toBe(180);
    expect(await highest([remark()])).toBeGreaterThan(180);
  });
});
