import type { Document } from '@xmldom/xmldom';
import { Big } from 'big.js';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/charts/figure';
import type { NativeChart } from '../../src/charts/nativeChart';
import { ranking } from '../../src/charts/ranking';
import { trend } from '../../src/charts/trend';
import { exportPptx } from '../../src/export/exporters/pptx';
import { chartPages } from '../../src/export/pptx/chartPages';
import { aCell, aContext, anAnswer, aSeries } from '../support/charts/sampleAnswers';
import { sampleFigures } from '../support/charts/sampleFigures';
import { officeOptions } from '../support/export/officeOptions';
import { all, openPackage, textLines, type OpenedPackage } from '../support/export/openPackage';
import { orderBreaches, packageBreaches } from '../support/export/schemaOrder';

const samples = Object.entries(sampleFigures).map(([name, make]) => ({ name, figure: make() }));
const natives = samples.flatMap(({ name, figure }) => (figure.native ? [{ name, figure, chart: figure.native }] : []));

const collection = {
  title: '三季度工作汇报',
  entries: natives.map((_, i) => ({ address: `#/trend?n=${String(i)}`, ...(i === 0 ? { remark: '含线上活动' } : {}) })),
};
const deck = exportPptx(
  natives.map(({ figure }, i) => (i % 2 === 0 ? figure : { ...figure, mark: '模拟数据' })),
  officeOptions({ collection }),
).then(openPackage);

/** Number of the first slide of each figure, counted from the first figure's. */
const pagesOf = natives.map(({ chart }) => chartPages(chart));
const firstOf = natives.map((_, i) => pagesOf.slice(0, i).reduce((sum, pages) => sum + pages.length, 0));
/** The charts of all slides in their order, each with the figure that it is of. */
const shown = pagesOf.flatMap((pages, figure) => pages.map(({ chart }) => ({ chart, figure })));

/** Slides, each with the one chart that it shows. */
function chartsOf(opened: OpenedPackage) {
  return opened.parts('ppt/slides/slide').flatMap((slide) => {
    const chart = [...opened.related(slide).values()].find(({ type }) => type === 'chart');
    return chart ? [{ slide, chart: chart.path }] : [];
  });
}

/** Values of a chart's cache: series by series, category by category; null where there is no point. */
function cachedValues(document: Document): (number | null)[][] {
  const series = all(document, 'c:ser').sort((a, b) => {
    const index = (one: typeof a) => Number(all(one, 'c:idx')[0]?.getAttribute('val'));
    return index(a) - index(b);
  });
  return series.map((one) => {
    const cache = all(one, 'c:numCache')[0];
    const points = new Map(
      (cache ? all(cache, 'c:pt') : []).map((point) => [Number(point.getAttribute('idx')), Number(point.textContent)]),
    );
    const count = Number((cache ? all(cache, 'c:ptCount')[0] : undefined)?.getAttribute('val') ?? 0);
    return Array.from({ length: count }, (_, i) => points.get(i) ?? null);
  });
}

/** What the figure's own cells say, in the unit of the chart. */
const asked = ({ series, scale }: NativeChart) =>
  series.map(({ points }) => points.map(({ value }) => (value === null ? null : new Big(value).div(scale).toNumber())));

describe('the package', () => {
  it('holds together: types, relationships and ids', async () => {
    expect(packageBreaches(await deck)).toEqual([]);
  });

  it('keeps to the order of the schema in every part', async () => {
    const opened = await deck;
    const breaches = opened.parts('').flatMap((path) => orderBreaches(opened.xml(path)).map((one) => `${path} ${one}`));
    expect(breaches).toEqual([]);
  });

  it('names an East Asian font for every text, in charts and theme too', async () => {
    const opened = await deck;
    for (const path of opened.parts('ppt/')) {
      const document = opened.xml(path);
      for (const name of ['a:defRPr'])
        for (const run of all(document, name)) expect(all(run, 'a:ea'), path).toHaveLength(1);
      for (const run of all(document, 'a:rPr'))
        if (run.parentNode?.nodeName === 'a:r') expect(all(run, 'a:ea'), path).toHaveLength(1);
    }
    for (const fonts of all(opened.xml('ppt/theme/theme1.xml'), 'a:ea'))
      expect(fonts.getAttribute('typeface')).toBe('微软雅黑');
  });

  it('is the same file when made twice', async () => {
    const [one, two] = await Promise.all(
      [0, 1].map(
        async () =>
          new Uint8Array(
            await (
              await exportPptx(
                [natives[1]?.figure ?? samples[0]?.figure].flatMap((f) => f ?? []),
                officeOptions(),
              )
            ).arrayBuffer(),
          ),
      ),
    );
    expect(Buffer.compare(one ?? Buffer.from('a'), two ?? Buffer.from('b'))).toBe(0);
  });
});

describe('the slides', () => {
  it('are cover, agenda, a figure each, tables and sources', async () => {
    const opened = await deck;
    const slides = opened.parts('ppt/slides/slide').map((path) => textLines(opened.xml(path)).join('\n'));
    expect(slides[0]).toContain('三季度工作汇报');
    expect(slides[0]).toContain(`共 ${String(natives.length)} 张图`);
    expect(slides[1]).toContain('目录');
    natives.forEach(({ figure }, i) => {
      expect(slides[1]).toContain(`${String(i + 1)}. `);
      const slide = slides[2 + (firstOf[i] ?? 0)] ?? '';
      expect(slide).toContain(figure.title);
      expect(slide).toContain(figure.source.slice(0, 20));
      expect(slide).toContain(`数据截至 ${figure.asOf ?? ''}`);
      expect(slide).toContain(`#/trend?n=${String(i)}`);
      expect(slide.includes('模拟数据')).toBe(i % 2 === 1);
      expect(slides.some((one) => one.startsWith(`附表 ${String(i + 1)}\u3000`))).toBe(true);
    });
    expect(slides.at(-1)).toContain('数据来源');
  });

  it('agenda lines lead to the slides that they name', async () => {
    const opened = await deck;
    const [, agenda = ''] = opened.parts('ppt/slides/slide');
    const links = all(opened.xml(agenda), 'a:hlinkClick').map(
      (one) => opened.related(agenda).get(one.getAttribute('r:id') ?? '')?.path,
    );
    expect(links).toHaveLength(natives.length);
    links.forEach((path, i) => {
      const many = (pagesOf[i]?.length ?? 0) > 1;
      const part = many ? `（1/${String(pagesOf[i]?.length)}）` : '';
      expect(textLines(opened.xml(path ?? ''))[0]).toBe(`${natives[i]?.figure.title ?? ''}${part}`);
    });
  });

  it('carry every note in full, sources and the address in the speaker notes', async () => {
    const opened = await deck;
    chartsOf(opened).forEach(({ slide }, at) => {
      const i = shown[at]?.figure ?? -1;
      const notes = [...opened.related(slide).values()].find(({ type }) => type === 'notesSlide');
      const words = textLines(opened.xml(notes?.path ?? '')).join('\n');
      const figure = natives[i]?.figure;
      for (const note of figure?.notes ?? []) expect(words).toContain(note);
      expect(words).toContain(figure?.source);
      expect(words).toContain(`#/trend?n=${String(i)}`);
      // What is noted for the speaker is said, not shown.
      expect(words.includes('含线上活动')).toBe(i === 0);
      expect(textLines(opened.xml(slide)).join('\n')).not.toContain('含线上活动');
    });
  });

  it('put words into placeholders of the layout and describe every chart', async () => {
    const opened = await deck;
    for (const { slide } of chartsOf(opened)) {
      const document = opened.xml(slide);
      expect(all(document, 'p:ph').map((one) => one.getAttribute('type'))).toEqual(['title', 'body', 'body', 'sldNum']);
      const frame = all(document, 'p:graphicFrame')[0];
      expect(all(frame ?? document, 'p:cNvPr')[0]?.getAttribute('descr')).toMatch(/\d/);
    }
  });

  it('show all numbers of the figure in the appendix, none of them cut', async () => {
    const opened = await deck;
    const words = opened.parts('ppt/slides/slide').flatMap((path) => textLines(opened.xml(path)));
    const known = new Set(words);
    for (const { figure } of natives)
      for (const row of figure.table.rows)
        for (const { facts } of row.cells) if (facts) expect(known.has(facts.bare), facts.bare).toBe(true);
  });
});

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

it('stops when asked to, between figures', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const figures = natives.slice(0, 6).map(({ figure }) => figure);
  const job = exportPptx(figures, officeOptions(), stop.signal, (done) => {
    seen.push(done);
    if (done === 2) stop.abort();
  });
  await expect(job).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen).toEqual([1, 2]);
});
