import { DOMParser, type Document } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { pictureThemeNames } from '../../src/charts/theme';
import { escapeXml, plainSvg } from '../../src/export/svg/plainSvg';
import { formatValue } from '../../src/statistics/format';
import { trend } from '../../src/charts/trend';
import { aContext, troubledYears } from '../support/charts/sampleAnswers';
import { sampleFigures } from '../support/charts/sampleFigures';
import { composeSample } from '../support/export/composeSample';

const figureOf = (name: string) => {
  const figure = sampleFigures[name]?.();
  if (!figure) throw new Error(`no sample: ${name}`);
  return figure;
};

/** Parses strictly: anything that is not well-formed throws. */
const parse = (svg: string): Document =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(svg, 'image/svg+xml');

const elements = (document: Document) => Array.from(document.getElementsByTagName('*'));

/** Words that people read: not the halo behind them. */
const wordsOf = (document: Document) =>
  Array.from(document.getElementsByTagName('text'))
    .filter((text) => text.getAttribute('aria-hidden') !== 'true')
    .map((text) => text.textContent ?? '');

describe.each(Object.keys(sampleFigures))('%s', (name) => {
  it('is valid XML of plain elements without script, style, pattern or outer reference, in every theme', async () => {
    for (const themeName of pictureThemeNames) {
      const svg = await composeSample(figureOf(name), { themeName });
      const document = parse(svg);
      const kinds = new Set(elements(document).map((element) => element.tagName));
      const plain = ['svg', 'title', 'desc', 'rect', 'g', 'path', 'text', 'clipPath', 'defs', 'circle', 'polyline'];
      expect([...kinds].filter((kind) => !plain.includes(kind))).toEqual([]);
      expect(svg.replace(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(
        /https?:|href=|url\((?!#)|\son[a-z]+=|dominant-baseline|NaN/,
      );
      const ids = elements(document).flatMap((element) => element.getAttribute('id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    }
  });

  it('says title, subtitle, unit, source, dates and address as text', async () => {
    const figure = figureOf(name);
    const words = wordsOf(parse(await composeSample({ ...figure, mark: '模拟数据' }))).join('');
    for (const part of [figure.title, figure.subtitle, figure.source, figure.unit, '模拟数据', '#/trend'])
      expect(words.replace(/\s/g, '')).toContain(part.slice(0, 24).replace(/\s/g, ''));
    if (figure.asOf !== null) expect(words).toContain(`数据截至 ${figure.asOf}`);
    expect(words).toContain('2026-11-21 制图');
  });
});

it.each(['ranking', 'donut', 'treemap', 'map'])('prints the numbers of the query: %s', async (name) => {
  const figure = figureOf(name);
  const words = wordsOf(parse(await composeSample(figure)));
  const numbers = figure.table.rows.flatMap(({ cells }) =>
    typeof cells[0]?.value === 'number' ? [cells[0].value] : [],
  );
  expect(numbers.length).toBeGreaterThan(4);
  for (const value of numbers) {
    const printed = formatValue(value, { language: 'zh-CN' });
    expect(
      words.some((text) => text.includes(printed)),
      printed,
    ).toBe(true);
  }
});

it('prints the qualified values of bars once each', async () => {
  const words = wordsOf(parse(await composeSample(figureOf('trend-bar'))));
  for (const printed of ['28万以上', '41.23万', '9.6万'])
    expect(words.filter((word) => word === printed)).toHaveLength(1);
});

it('keeps hostile words as words', async () => {
  const title = '</text><script>alert(1)</script>&"\'\u0000\u0008\uFFFE\uD800';
  const document = parse(await composeSample({ ...figureOf('trend-bar'), title }));
  expect(document.getElementsByTagName('script')).toHaveLength(0);
  expect(wordsOf(document).join('')).toContain('</text><script>alert(1)</script>&"\'');
  expect(escapeXml('a\u0000<b>\uDC00')).toBe('a&lt;b&gt;');
});

it('is the same twice, and ids of two charts on one page differ', async () => {
  const figure = figureOf('trend-bar');
  expect(await composeSample(figure)).toBe(await composeSample(figure));
  const chart = '<svg><g clip-path="url(#zr0-c0)"></g><defs><clipPath id="zr0-c0"></clipPath></defs></svg>';
  expect(plainSvg(chart, { idPrefix: 'p1-', haloes: 'separate' })).toContain('clip-path="url(#p1-0)"');
});

it('marks figures of simulated data, and no others', () => {
  const answer = troubledYears();
  const of = (simulated: boolean) => trend({ answer, split: 'none', kind: 'bar' }, { ...aContext(), simulated });
  expect(of(true).mark).toBe('模拟数据');
  expect(of(false).mark).toBeUndefined();
});
