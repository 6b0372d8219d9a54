import { expect, it } from 'vitest';
import { layOutLegend } from '../../src/charts/legend';
import { distinctLabels, estimateEm, truncateEm } from '../../src/charts/measureText';
import { mix, seriesColour } from '../../src/charts/colours';
import { chartTheme } from '../../src/charts/theme';
import { categoryCodes } from '../../src/model/categories';
import { areas, places } from '../support/charts/sampleAnswers';

const theme = chartTheme('light');
const items = (count: number, name: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => ({ series: `s${String(i)}`, label: name(i) }));

it('reserves exactly the rows it lays out, for 24 long names too', () => {
  for (const widthPx of [860, 980, 1790]) {
    const frame = { widthPx, heightPx: 600, fontPx: 23, purpose: 'export' } as const;
    const { option, heightPx } = layOutLegend(
      items(24, (i) => `某某土家族苗族自治县第${String(i)}区`),
      theme,
      frame,
      { selectable: true },
    );
    const fontPx = Number(option[0]?.textStyle?.fontSize);
    expect(fontPx).toBeGreaterThanOrEqual(23 * 0.6);
    expect(heightPx).toBe(option.length * Math.round(fontPx * 1.75));
    expect(heightPx).toBeLessThan(600 * 0.35);
    for (const row of option) {
      const print = row.formatter as (name: string) => string;
      const em = (row.data ?? []).reduce((sum: number, item) => {
        return sum + 2 + estimateEm(print((item as { name: string }).name));
      }, 0);
      expect(em * fontPx + ((row.data?.length ?? 1) - 1) * 1.4 * fontPx).toBeLessThanOrEqual(widthPx);
    }
  }
});

it('takes no room without items and scrolls on a small screen', () => {
  const frame = { widthPx: 320, heightPx: 240, fontPx: 12, purpose: 'screen' } as const;
  expect(layOutLegend([], theme, frame, { selectable: true })).toEqual({ option: [], heightPx: 0 });
  const { option } = layOutLegend(
    items(24, () => '松滋市'),
    theme,
    frame,
    { selectable: true },
  );
  expect(option).toHaveLength(1);
  expect(option[0]?.type).toBe('scroll');
  // Else its pager would stand beyond the edge.
  expect(option[0]?.width).toBe(frame.widthPx);
});

it('shortens names and keeps them apart', () => {
  expect(truncateEm('沙市区', 3)).toBe('沙市区');
  expect(truncateEm('荆州经济技术开发区', 5)).toBe('荆州经济…');
  const names = ['某某自治县经济开发区管理一处', '某某自治县经济开发区管理二处', '沙市区'];
  const short = distinctLabels(names, 8);
  expect(new Set(short).size).toBe(3);
  expect(short[2]).toBe('沙市区');
  for (const label of short) expect(estimateEm(label)).toBeLessThanOrEqual(8.1);
});

it('gives a key the same colour whatever else is shown', () => {
  expect(categoryCodes.map((code) => seriesColour(code, 'category', areas, theme))).toEqual(theme.series);
  expect(places.map((code) => seriesColour(code, 'area', areas, theme))).toEqual(theme.series.slice(0, 8));
  expect(seriesColour('total', 'none', areas, theme)).toBe(theme.accent);
  expect(seriesColour('unknown', 'area', areas, theme)).toBe(theme.accent);
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});
