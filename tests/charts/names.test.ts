import { describe, expect, it } from 'vitest';
import { columnLabels } from '../../src/charts/columnLabels';
import type { Figure } from '../../src/charts/figure';
import { heatMap } from '../../src/charts/heatMap';
import { estimateEm, fittingLabels, twoLines } from '../../src/charts/measureText';
import { ranking } from '../../src/charts/ranking';
import { slope } from '../../src/charts/slope';
import { chartTheme } from '../../src/charts/theme';
import { tileGrid } from '../../src/charts/tileGrid';
import { renderSvg } from '../support/charts/renderSvg';
import { aContext, byCounty } from '../support/charts/sampleAnswers';

/** A card on a phone, and one of two that stand beside each other on a screen. */
const frames = [
  { widthPx: 310, heightPx: 420, fontPx: 12, purpose: 'screen' },
  { widthPx: 590, heightPx: 420, fontPx: 12, purpose: 'screen' },
] as const;
const theme = chartTheme('light');

const english = aContext({}, 'en');
const long: Record<string, string> = { '421003': 'Jingzhou District', '421022': 'Jingzhou Dev. Zone' };
const context = {
  ...english,
  names: { ...english.names, areaShort: (code: string) => long[code] ?? english.names.areaShort(code) },
};
const answer = byCounty();
const [first = '', last = ''] = [answer.buckets[0], answer.buckets.at(-1)];
const figures: Record<string, Figure> = {
  ranking: ranking({ answer, split: 'area', bucket: last, order: 'value' }, context),
  'heat map': heatMap({ answer, split: 'area', order: 'administrative' }, context),
  slope: slope({ answer, pair: [first, last] }, context),
  tiles: tileGrid({ answer, split: 'area', bucket: last, order: 'administrative' }, context),
};

/** All words of a drawing in one run: what stands in two lines is two texts. */
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join(' ');

describe.each(frames)('names in $widthPx px', (frame) => {
  it.each(Object.entries(figures))('%s cuts none that tells places apart', async (_name, figure) => {
    const words = wordsOf(await renderSvg(figure, theme, frame));
    for (const name of Object.values(long)) expect(words).toContain(name);
  });
});

it('breaks at a blank where both lines fit, else keeps words whole, else where the width ends', () => {
  expect(twoLines('Skills and competitions', 9)).toBe('Skills and\ncompetitions');
  expect(twoLines('荆州经济技术开发区', 5)).toBe('荆州经济技\n术开发区');
  expect(twoLines('Shashi High-Technology Industrial Zone', 10)).toMatch(/^Shashi High-\n/);
  const names = ['某某高新技术产业开发区一处', '某某高新技术产业开发区二处'];
  const labels = fittingLabels(names, 5, 2);
  expect(new Set(labels).size).toBe(2);
  for (const label of labels) for (const line of label.split('\n')) expect(estimateEm(line)).toBeLessThanOrEqual(5.1);
});

it('names turned below narrow columns are whole up to the usual length', () => {
  const { labels, turned } = columnLabels(['Shashi', 'Jingzhou District', 'Jingzhou Dev. Zone'], 24, 12);
  expect(turned).toBe(true);
  expect(labels[1]).toBe('Jingzhou District');
});

it('a tile never cuts a number', async () => {
  const svg = await renderSvg(figures['tiles'] as Figure, theme, frames[0]);
  expect(wordsOf(svg)).toContain('25.91K');
  const narrow = { ...frames[0], widthPx: 110, heightPx: 260 };
  expect(wordsOf(await renderSvg(figures['tiles'] as Figure, theme, narrow))).toContain('25.91K');
});
