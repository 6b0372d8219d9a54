import { Big } from 'big.js';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/charts/figure';
import { ranking } from '../../src/charts/ranking';
import { trend } from '../../src/charts/trend';
import { exportPptx } from '../../src/export/exporters/pptx';
import { aCell, aContext, anAnswer, aSeries } from '../support/charts/sampleAnswers';
import { officeOptions } from '../support/export/officeOptions';
import { all, openPackage, textLines } from '../support/export/openPackage';
import { orderBreaches, packageBreaches } from '../support/export/schemaOrder';

import { asked, cachedValues, chartsOf, deck, firstOf, natives, pagesOf, shown } from '../support/export/sampleDeck';

describe('the charts', () => {
  it('hold the exact numbers of the query, gaps as gaps', async () => {
    const opened = await deck;
    const charts = chartsOf(opened);
    expect(charts).toHaveLength(shown.length);
    charts.forEach(({ chart }, i) => {
      const document = opened.xml(chart);
      const native = shown[i]?.chart;
      if (!native) throw new Error(`no figure of ${chart}`);
      expect(cachedValues(document), chart).toEqual(asked(native));
      expect(all(document, 'c:dispBlanksAs')[0]?.getAttribute('val')).toBe('gap');
    });
  });

  it('carry a workbook with the same numbers, read by another program’s reader', async () => {
    const opened = await deck;
    chartsOf(opened).forEach(({ chart }, i) => {
      const native = shown[i]?.chart;
      if (!native) throw new Error(`no figure of ${chart}`);
      const inside = opened.related(chart).get('rId1')?.path ?? '';
      const sheet = read(opened.bytes(inside)).Sheets['Sheet1'];
      if (!sheet) throw new Error('no Sheet1');
      const rows = utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null });
      expect(rows[0]?.slice(1)).toEqual(native.series.map(({ name }) => name));
      expect(rows[0]?.[0]).toBe(`单位：${native.unit}`);
      native.categories.forEach((category, row) => {
        const [first, ...values] = rows[row + 1] ?? [];
        expect(first).toBe(category);
        expect(values).toEqual(asked(native).map((series) => series[row] ?? null));
      });
    });
  });

  it('give a reference for every cell that they show', async () => {
    const opened = await deck;
    for (const { chart } of chartsOf(opened)) {
      const inside = opened.related(chart).get('rId1')?.path ?? '';
      const sheet = read(opened.bytes(inside)).Sheets['Sheet1'] ?? {};
      for (const reference of all(opened.xml(chart), 'c:numRef')) {
        const formula = all(reference, 'c:f')[0]?.textContent ?? '';
        const range = utils.decode_range(formula.replace('Sheet1!', '').replaceAll('$', ''));
        const cells = Array.from({ length: range.e.r - range.s.r + 1 }, (_, i) => {
          const cell = sheet[utils.encode_cell({ r: range.s.r + i, c: range.s.c })] as { v?: number } | undefined;
          return cell?.v ?? null;
        });
        const points = new Map(
          all(reference, 'c:pt').map((p) => [Number(p.getAttribute('idx')), Number(p.textContent)]),
        );
        expect(cells).toEqual(cells.map((_, i) => points.get(i) ?? null));
      }
    }
  });

  const kindOf = async (name: string) => {
    const opened = await deck;
    const at = natives.findIndex((one) => one.name === name);
    return opened.xml(chartsOf(opened)[firstOf[at] ?? -1]?.chart ?? '');
  };

  it.each([
    ['trend-line', 'c:lineChart', null],
    ['trend-counties-bar', 'c:barChart', 'clustered'],
    ['trend-categories-stacked', 'c:barChart', 'stacked'],
    ['trend-categories-share', 'c:barChart', 'percentStacked'],
    ['ranking', 'c:barChart', 'clustered'],
    ['donut', 'c:doughnutChart', null],
  ])('%s is a %s', async (name, element, grouping) => {
    const document = await kindOf(name);
    expect(all(document, element)).toHaveLength(1);
    if (grouping !== null) expect(all(document, 'c:grouping')[0]?.getAttribute('val')).toBe(grouping);
  });

  it('of more rows than a slide reads well go over several, on one scale, none left out', async () => {
    const opened = await deck;
    const at = natives.findIndex(({ name }) => name === 'ranking-hostile');
    const pages = pagesOf[at] ?? [];
    const whole = natives[at]?.chart;
    expect(pages.map(({ chart }) => chart.categories.length)).toEqual([20, 20, 20]);
    expect(pages.flatMap(({ chart }) => chart.categories)).toEqual(whole?.categories);
    const documents = chartsOf(opened)
      .slice(firstOf[at], (firstOf[at] ?? 0) + 3)
      .map(({ chart }) => opened.xml(chart));
    const ends = documents.map((one) =>
      ['c:max', 'c:min'].map((name) => Number(all(one, name)[0]?.getAttribute('val'))),
    );
    const most = Math.max(...(whole ? asked(whole) : []).flat().map((value) => value ?? 0));
    expect(ends).toEqual([0, 1, 2].map(() => [most, 0]));
  });

  it('combine bars with lines of targets', async () => {
    const document = await kindOf('trend-bar-targets');
    expect(all(document, 'c:barChart')).toHaveLength(1);
    expect(all(document, 'c:lineChart')).toHaveLength(1);
  });

  it('keep qualifiers with the labels and the unit on the axis', async () => {
    const document = await kindOf('trend-bar');
    const formats = all(document, 'c:numFmt').map((one) => one.getAttribute('formatCode'));
    expect(formats.some((format) => format?.includes('"以上"'))).toBe(true);
    expect(all(document, 'c:title').map((one) => one.textContent)).toEqual(['单位：万人次']);
  });
});

describe('hostile data', () => {
  const wild = (values: (number | null)[]): Figure =>
    trend(
      {
        answer: anAnswer(
          ['2018', '2019', '2020'],
          [
            aSeries(
              'total',
              values.map((value) => aCell(value)),
            ),
          ],
        ),
        split: 'none',
        kind: 'bar',
      },
      aContext(),
    );

  it.each([
    ['negative', [-5, 7, null]],
    ['huge', [1e15, 123_456_789_012_345, 1]],
    ['decimal', [0.1, 0.07, 123_456.789]],
    ['tiny', [0.000_1, 1e-9, 0]],
  ])('%s values are exact', async (_, values) => {
    const figure = wild(values);
    const opened = await openPackage(await exportPptx([figure], officeOptions()));
    const [chart] = chartsOf(opened);
    const scale = figure.native?.scale ?? 0;
    const back = cachedValues(opened.xml(chart?.chart ?? ''))[0]?.map((value) =>
      value === null ? null : new Big(value).times(scale).toNumber(),
    );
    expect(back).toEqual(values);
    expect(opened.parts('').flatMap((path) => orderBreaches(opened.xml(path)))).toEqual([]);
  });

  it('strings stay strings: markup, formulas, control characters, lone surrogates', async () => {
    const nasty = '=1+1 <a:t>&"\'\u0000\u0007\uD800 ]]> 很长'.repeat(20);
    const figure = { ...wild([1, 2, 3]), title: nasty, subtitle: nasty, notes: [nasty], source: nasty, mark: nasty };
    const opened = await openPackage(
      await exportPptx([figure, figure], officeOptions({ collection: { title: nasty } })),
    );
    expect(packageBreaches(opened)).toEqual([]);
    expect(textLines(opened.xml('ppt/slides/slide3.xml')).join('')).toContain('=1+1 <a:t>&"\'');
  });

  it('a ranking of which nothing is reported has no chart to edit', () => {
    const answer = anAnswer(['2018'], [aSeries('421002', [aCell(null)])]);
    expect(ranking({ answer, split: 'area', bucket: null, order: 'value' }, aContext()).native).toBeNull();
  });
});
