import { describe, expect, it } from 'vitest';
import { describeFigure } from '../../src/export/describeFigure';
import { displayTable } from '../../src/export/displayTable';
import { packDocument, type DocumentFigure } from '../../src/export/docx/packDocument';
import { figureWords } from '../../src/export/figureWords';
import type { Figure } from '../../src/charts/figure';
import type { ExportOptions } from '../../src/export/exportOptions';
import { sampleFigures } from '../support/charts/sampleFigures';
import { officeOptions } from '../support/export/officeOptions';
import { all, openPackage, textLines } from '../support/export/openPackage';
import { orderBreaches, packageBreaches } from '../support/export/schemaOrder';

type Paragraph = ReturnType<typeof all>[number];

/** The smallest PNG: what stands in the picture is tested where there is a browser to paint it. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const readyFigure = (figure: Figure, options: ExportOptions, index: number): DocumentFigure => {
  const words = figureWords(figure, options, index);
  return {
    words,
    picture: { png: new Uint8Array(dot), widthPx: 922, heightPx: 520 },
    table: displayTable(figure.table, options.text),
    description: describeFigure(words, figure.table, options.text.join),
  };
};

const figures = Object.values(sampleFigures).map((make, i) => (i === 1 ? { ...make(), mark: '模拟数据' } : make()));
const options = officeOptions({ collection: { title: '三季度工作情况' } });
const made = packDocument(
  figures.map((figure, i) => readyFigure(figure, options, i)),
  options,
  () => Promise.resolve(),
).then(openPackage);

describe('a Word document', () => {
  it('holds together and keeps to the order of the schema', async () => {
    const opened = await made;
    expect(packageBreaches(opened)).toEqual([]);
    expect(opened.parts('').flatMap((path) => orderBreaches(opened.xml(path)).map((one) => `${path} ${one}`))).toEqual(
      [],
    );
  });

  it('has for each figure a picture with its words, a caption, a table and its source', async () => {
    const document = (await made).xml('word/document.xml');
    const words = textLines(document, 'w');
    expect(words[0]).toBe('三季度工作情况');
    expect(words.join('\n')).toContain('模拟数据');
    figures.forEach((figure, i) => {
      expect(words).toContain(`图 ${String(i + 1)}\u3000${figure.title}`);
      expect(words).toContain(`表 ${String(i + 1)}\u3000${figure.title}`);
      expect(words.some((line) => line === `来源：${figure.source}`)).toBe(true);
      for (const note of figure.notes) expect(words.join('\n')).toContain(note);
    });
    expect(all(document, 'wp:docPr').map((one) => one.getAttribute('descr')?.includes('\n'))).toEqual(
      figures.map(() => true),
    );
  });

  it('shows every number of every figure as it reads', async () => {
    const opened = await made;
    const cells = new Set(all(opened.xml('word/document.xml'), 'w:tc').map((cell) => textLines(cell, 'w').join('')));
    for (const { table } of figures)
      for (const { cells: row } of table.rows)
        for (const { facts } of row) if (facts) expect(cells).toContain(facts.bare);
  });

  it('rules tables with three lines and repeats their heads', async () => {
    const opened = await made;
    for (const table of all(opened.xml('word/document.xml'), 'w:tbl')) {
      const [borders] = all(table, 'w:tblBorders');
      const kind = (name: string) => (borders ? all(borders, name)[0] : undefined)?.getAttribute('w:val');
      expect(['w:top', 'w:bottom', 'w:left', 'w:right', 'w:insideH', 'w:insideV'].map(kind)).toEqual([
        'single',
        'single',
        'nil',
        'nil',
        'nil',
        'nil',
      ]);
      const [head, ...rest] = all(table, 'w:tr');
      expect(head && all(head, 'w:tblHeader')).toHaveLength(1);
      expect(rest.flatMap((row) => all(row, 'w:tblHeader'))).toEqual([]);
      const width = all(table, 'w:gridCol').reduce((sum, one) => sum + Number(one.getAttribute('w:w')), 0);
      expect(Math.abs(width - 8845)).toBeLessThan(30);
    }
  });

  it('has the fonts of official documents, each with one that stands in for it', async () => {
    const opened = await made;
    const table = all(opened.xml('word/fontTable.xml'), 'w:font');
    const substitute = new Map(
      table.map((font) => [font.getAttribute('w:name'), all(font, 'w:altName')[0]?.getAttribute('w:val')]),
    );
    const used = all(opened.xml('word/styles.xml'), 'w:rFonts').map((one) => one.getAttribute('w:eastAsia'));
    expect(new Set(used)).toEqual(new Set(['方正小标宋简体', '黑体', '仿宋_GB2312', '楷体_GB2312']));
    for (const font of used) expect(substitute.get(font)).toBeTruthy();
  });

  it('keeps the foot of a figure together and with the last rows of its table', async () => {
    const document = (await made).xml('word/document.xml');
    const kept = (paragraph: Paragraph) => all(paragraph, 'w:keepNext').length > 0;
    for (const table of all(document, 'w:tbl')) {
      const rows = all(table, 'w:tr');
      expect(rows.slice(-2).flatMap((row) => all(row, 'w:p').map(kept))).not.toContain(false);
    }
    const styleOf = (paragraph: Paragraph) => all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val');
    const body = all(document, 'w:p').filter((one) => one.parentNode?.nodeName === 'w:body');
    const foot = body.filter((one, i) => styleOf(one) === 'SourceNote' && styleOf(body[i + 1] ?? one) === 'SourceNote');
    expect(foot.filter((one) => textLines(one, 'w').join('') !== '').every(kept)).toBe(true);
  });

  it('shrinks a picture with which its words would just not fit on the page, and no further', async () => {
    const [first] = figures as [Figure];
    const widthWith = async (rowCount: number) => {
      const chosen = officeOptions();
      const ready = readyFigure(first, chosen, 0);
      const rows = Array.from({ length: rowCount }, (_, i) => [`第 ${String(i)} 行`, '1']);
      const table = { columns: ['时间', '数'], rows };
      const opened = await openPackage(await packDocument([{ ...ready, table }], chosen, () => Promise.resolve()));
      const [extent] = all(opened.xml('word/document.xml'), 'wp:extent');
      const [width, height] = ['cx', 'cy'].map((side) => Number(extent?.getAttribute(side)));
      expect((height ?? 0) / (width ?? 1)).toBeCloseTo(520 / 922, 5);
      return width;
    };
    const widths = await Promise.all([1, 15, 60].map(widthWith));
    expect(widths[0]).toBe(5_616_000);
    expect(widths[1]).toBeLessThan(5_616_000);
    expect(widths[1]).toBeGreaterThan(5_616_000 * 0.69);
    expect(widths[2]).toBe(5_616_000);
  });

  it('stays whole with hostile words', async () => {
    const nasty = '<w:p>&"\u0000\u0008\uD800\t=1';
    const figure = { ...(figures[0] as Figure), title: nasty, notes: [nasty], source: nasty };
    const chosen = officeOptions();
    const opened = await openPackage(
      await packDocument([readyFigure(figure, chosen, 0)], chosen, () => Promise.resolve()),
    );
    expect(textLines(opened.xml('word/document.xml'), 'w').join('\n')).toContain('图 1\u3000<w:p>&"');
  });
});
