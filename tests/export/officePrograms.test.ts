import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/charts/figure';
import { displayTable } from '../../src/export/displayTable';
import { packDocument } from '../../src/export/docx/packDocument';
import { exportPptx } from '../../src/export/exporters/pptx';
import { exportXlsx } from '../../src/export/exporters/xlsx';
import { figureWords } from '../../src/export/figureWords';
import { sampleFigures } from '../support/charts/sampleFigures';
import { officeOptions } from '../support/export/officeOptions';
import { hasSoffice, toPdf } from '../support/export/soffice';

/** LibreOffice starts slowly, more so while others use the machine. */
const patienceMs = 300_000;

const figures = ['trend-bar', 'trend-months', 'trend-categories-stacked', 'ranking', 'donut'].flatMap(
  (name): Figure[] => {
    const make = sampleFigures[name];
    return make ? [make()] : [];
  },
);
const options = officeOptions({ collection: { title: '三季度工作汇报' } });

/** Words of each page, blanks left out: the runs of a PDF know no words. */
async function pagesOf(blob: Blob, extension: string): Promise<string[]> {
  const pdf = await getDocument({ data: await toPdf(blob, extension), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push(words.replace(/\s/g, '').replace(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC')));
  }
  return pages;
}

const bare = (text: string) => text.replace(/\s/g, '');

describe.skipIf(hasSoffice)('LibreOffice was not found', () => {
  it('so that no deck, document or workbook was laid out by it', () => {
    expect(hasSoffice).toBe(false);
  });
});

describe.runIf(hasSoffice)('LibreOffice', () => {
  it(
    'shows a deck: a figure a slide with its labels, then its numbers',
    async () => {
      const pages = await pagesOf(await exportPptx(figures, options), 'pptx');
      expect(pages[0]).toContain('三季度工作汇报');
      figures.forEach((figure, i) => {
        expect(pages[2 + i]).toContain(bare(figure.title));
        expect(pages[2 + i]).toContain('来源：');
      });
      const [bars = '', months = '', stack = '', rows = '', ring = ''] = pages.slice(2);
      for (const label of ['28.00以上', '41.23', '9.60', '2018年', '单位：万人次']) expect(bars).toContain(label);
      expect(months).toMatch(/2018年\d+月.*2020年6月/);
      expect(stack).toContain('思想引领');
      for (const label of ['沙市区', '江陵县（未报）', '4.74']) expect(rows).toContain(label);
      expect(ring).toContain('35.3%');
      const appendix = pages.slice(2 + figures.length).join('\n');
      for (const { table } of figures)
        for (const { cells } of table.rows)
          for (const { facts } of cells) if (facts) expect(appendix).toContain(bare(facts.bare));
    },
    patienceMs,
  );

  it(
    'shows a document: captions, tables, sources',
    async () => {
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      const ready = figures.map((figure, i) => ({
        words: figureWords(figure, options, i),
        picture: { png: new Uint8Array(png), widthPx: 922, heightPx: 520 },
        table: displayTable(figure.table, options.text),
        description: figure.title,
      }));
      const pages = await pagesOf(await packDocument(ready, options, () => Promise.resolve()), 'docx');
      const all = pages.join('\n');
      figures.forEach(({ title, table }, i) => {
        expect(all).toContain(`图${String(i + 1)}${bare(title)}`);
        expect(all).toContain(`表${String(i + 1)}${bare(title)}`);
        for (const { cells } of table.rows)
          for (const { facts } of cells) if (facts) expect(all).toContain(bare(facts.bare));
      });
      expect(all).toContain('—1—');
    },
    patienceMs,
  );

  it(
    'opens a workbook',
    async () => {
      const all = (await pagesOf(await exportXlsx(figures, options), 'xlsx')).join('');
      for (const words of ['280,000', '以上', '未提及', '参与人次（人次）', '视图地址']) expect(all).toContain(words);
    },
    patienceMs,
  );
});
