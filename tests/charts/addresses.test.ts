import { init, type ECharts } from 'echarts/core';
import { expect, it } from 'vitest';
import type { Figure } from '../../src/charts/figure';
import { echartsFor, installPointing } from '../../src/charts/install';
import { chartTheme } from '../../src/charts/theme';
import '../support/charts/renderSvg';
import { sampleFigures } from '../support/charts/sampleFigures';

/** What ECharts reports of a mark: value by series and data index, as a click would. */
interface Drawn {
  getModel: () => {
    getSeriesByIndex: (i: number) => { getData: () => { count: () => number; getName: (i: number) => string } };
  };
}

async function drawn(figure: Figure): Promise<Drawn> {
  await Promise.all([echartsFor(figure), installPointing()]);
  const chart: ECharts = init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 400 });
  chart.setOption(figure.option(chartTheme('light'), { widthPx: 800, heightPx: 400, fontPx: 13, purpose: 'screen' }));
  return chart as unknown as Drawn;
}

it.each(['ranking', 'donut', 'treemap', 'map'])(
  'a click on a mark of %s leads to the place or category it names',
  async (name) => {
    const figure = sampleFigures[name]?.();
    if (!figure) throw new Error(`no sample: ${name}`);
    const data = (await drawn(figure)).getModel().getSeriesByIndex(0).getData();
    let led = 0;
    for (let i = 0; i < data.count(); i++) {
      const address = figure.addressOf(0, i);
      if (!address) continue;
      expect(address.key).toBe(data.getName(i));
      led += 1;
    }
    expect(led).toBeGreaterThanOrEqual(6);
  },
);

it('a click on a trend leads to series and bucket; gaps and drawn helpers lead nowhere', () => {
  const figure = sampleFigures['trend-bar-targets']?.();
  expect(figure?.addressOf(0, 4)).toEqual({
    subject: 'participants',
    key: 'total',
    split: 'none',
    status: 'actual',
    buckets: ['2021'],
  });
  expect(figure?.addressOf(1, 4)).toMatchObject({ status: 'target', buckets: ['2021'] });
  expect(figure?.addressOf(0, 2)).toBeNull();
  expect(figure?.addressOf(2, 0)).toBeNull();
});

it('every table cell with a value leads to its source', () => {
  for (const make of Object.values(sampleFigures))
    for (const { cells } of make().table.rows)
      for (const cell of cells.slice(0, 1)) expect(cell.source !== null).toBe(cell.state === 'value');
});
