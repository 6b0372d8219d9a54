import { expect, it } from 'vitest';
import { chartTheme } from '../../src/charts/theme';
import { tooltipHtml } from '../../src/charts/tooltip';
import { renderSvg } from '../support/charts/renderSvg';
import { aCell, aContext } from '../support/charts/sampleAnswers';
import { sampleFigures } from '../support/charts/sampleFigures';

const theme = chartTheme('light');
const attack = `<img src=x onerror=alert(1)>"'&`;

it('gives the exact number with its qualifier and what must be known beside it', () => {
  const cell = aCell(280_000, {
    qualifier: 'over',
    months: { covered: 3, total: 12 },
    children: { reported: 5, total: 8 },
  });
  const html = tooltipHtml('2018年', [{ name: '合计', colour: theme.accent, cell }], theme, aContext());
  expect(html).toContain('280,000人次以上');
  expect(html).toContain('3/12 个月');
  expect(html).toContain('8 个下级地区中 5 个已报');
});

it('tells 未报, 未提及 and 0 apart', () => {
  const row = (name: string, cell = aCell(0)) => ({ name, colour: theme.accent, cell });
  const rows = [row('甲'), row('乙', aCell(null)), row('丙', aCell(null, { state: 'unmentioned' }))];
  const html = tooltipHtml('2018年', rows, theme, aContext());
  expect(html).toContain('>0人次<');
  expect(html).toContain('未报 乙');
  expect(html).toContain('未提及 丙');
});

it('makes every text inert', () => {
  const rows = [
    { name: attack, colour: theme.accent, cell: aCell(1, { unit: attack }), extra: attack },
    { name: attack, colour: theme.accent, cell: aCell(null) },
  ];
  const html = tooltipHtml(attack, rows, theme, aContext());
  expect(html).not.toContain('<img');
  expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)).toHaveLength(5);
});

it('lets no hostile name become markup in a chart', async () => {
  for (const name of ['trend-hostile-line', 'donut-hostile', 'ranking-hostile']) {
    const figure = sampleFigures[name]?.();
    if (!figure) throw new Error(`no sample: ${name}`);
    const svg = await renderSvg(figure, theme, { widthPx: 1800, heightPx: 800, fontPx: 20, purpose: 'export' });
    expect(svg).not.toContain('<img');
  }
});
