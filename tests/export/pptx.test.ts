import { describe, expect, it } from 'vitest';
import { exportPptx } from '../../src/export/exporters/pptx';
import { officeOptions } from '../support/export/officeOptions';
import { all, textLines } from '../support/export/openPackage';
import { orderBreaches, packageBreaches } from '../support/export/schemaOrder';

import { chartsOf, deck, firstOf, natives, pagesOf, samples, shown } from '../support/export/sampleDeck';

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
