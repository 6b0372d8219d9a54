import { read, utils, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Figure, TableCell } from '../../src/charts/figure';
import { zhChartText } from '../../src/charts/text/zh';
import { exportCsv } from '../../src/export/exporters/csv';
import { exportXlsx } from '../../src/export/exporters/xlsx';
import { spreadTable } from '../../src/export/spreadTable';
import { sheetNames } from '../../src/export/xlsx/sheetName';
import { sampleFigures } from '../support/charts/sampleFigures';
import { officeOptions } from '../support/export/officeOptions';
import { all, openPackage } from '../support/export/openPackage';

const samples = Object.entries(sampleFigures).map(([name, make]) => ({ name, figure: make() }));
const figureOf = (name: string) => {
  const figure = sampleFigures[name]?.();
  if (!figure) throw new Error(`no sample: ${name}`);
  return figure;
};

type Row = (string | number | null)[];
const rowsOf = (book: WorkBook, name: string): Row[] =>
  utils.sheet_to_json<Row>(book.Sheets[name] ?? {}, { header: 1, defval: null, blankrows: true });
const opened = async (figures: readonly Figure[], options = officeOptions()) =>
  read(new Uint8Array(await (await exportXlsx(figures, options)).arrayBuffer()));

/** A figure that says a text in every place where one can be said. */
function saying(text: string): Figure {
  const cell: TableCell = { text, value: null, state: 'value', source: null };
  return {
    ...figureOf('trend-bar'),
    title: text,
    subtitle: text,
    notes: [text],
    source: text,
    mark: text,
    table: { columns: [text, text], rows: [{ header: text, cells: [cell] }] },
  };
}

describe('a workbook', () => {
  it('prints a change as a percentage', () => {
    const change = spreadTable(figureOf('slope').table, zhChartText).find(
      ({ header }) => header === zhChartText.change,
    );
    expect(change?.kind).toBe('ratio');
  });

  it('prints with all columns on a page, and its notes wrap in rows that are high enough', async () => {
    const notes = ['很长的说明'.repeat(80)];
    const blob = await exportXlsx([{ ...figureOf('trend-bar'), notes }], officeOptions());
    const sheet = (await openPackage(blob)).xml('xl/worksheets/sheet1.xml');
    const [setup] = all(sheet, 'pageSetup');
    expect(setup?.getAttribute('fitToWidth')).toBe('1');
    expect(setup?.getAttribute('fitToHeight')).toBe('0');
    const columns = Array.from({ length: 61 }, (_, i) => `第 ${String(i)} 列`);
    const cells = columns.slice(1).map((): TableCell => ({ text: '1', value: 1, state: 'value', source: null }));
    const figure = { ...figureOf('trend-bar'), table: { columns, rows: [{ header: '一', cells }] } };
    const wide = (await openPackage(await exportXlsx([figure], officeOptions()))).xml('xl/worksheets/sheet1.xml');
    expect(Number(all(wide, 'pageSetup')[0]?.getAttribute('fitToWidth'))).toBeGreaterThan(1);
    expect(all(sheet, 'pageSetUpPr')[0]?.getAttribute('fitToPage')).toBe('1');
    const heights = all(sheet, 'row').map((row) => Number(row.getAttribute('ht') ?? 0));
    expect(Math.max(...heights)).toBeGreaterThan(100);
    expect(all(sheet, 'mergeCell').length).toBeGreaterThan(0);
  });

  it('holds every number of every figure, exact and as a number; what is absent is empty', async () => {
    const book = await opened(samples.map(({ figure }) => figure));
    expect(book.SheetNames).toHaveLength(samples.length + 1);
    samples.forEach(({ figure, name }, sheet) => {
      const rows = rowsOf(book, book.SheetNames[sheet] ?? '');
      const columns = spreadTable(figure.table, zhChartText);
      expect(rows[2], name).toEqual(columns.map(({ header }) => header));
      figure.table.rows.forEach(({ header, cells }, i) => {
        const row = rows[3 + i] ?? [];
        expect(row[0]).toBe(header);
        const numbers = columns.flatMap(({ kind }, column) => (kind === 'text' ? [] : [row[column] ?? null]));
        const values = cells.map(({ value }) => value);
        expect(numbers.filter((value) => value !== null)).toEqual(values.filter((value) => value !== null));
        if (numbers.length === values.length) expect(numbers).toEqual(values);
      });
    });
  });

  it('says the unit in the header, flags beside the number and months in the last column', async () => {
    const rows = rowsOf(await opened([figureOf('trend-bar')]), '荆州市参与人次');
    expect(rows[2]).toEqual(['时间', '参与人次（人次）', '参与人次标记', '说明']);
    expect(rows.slice(3, 9)).toEqual([
      ['2017年', 0, null, null],
      ['2018年', 280_000, '以上', null],
      ['2019年', null, '未报', null],
      ['2020年', null, '未提及', null],
      ['2021年', 412_300, null, null],
      ['2022年', 96_000, '不满整期', '参与人次：3/12 个月'],
    ]);
  });

  it('ends with a sheet of sources: scope, date, notes, mark and address of each figure', async () => {
    const figure = { ...figureOf('trend-bar'), mark: '模拟数据' };
    const collection = { title: '汇报', entries: [{ address: '#/a' }, { address: '#/b', remark: '请看' }] };
    const book = await opened([figure, figureOf('ranking')], officeOptions({ collection }));
    const [head, first, second] = rowsOf(book, book.SheetNames.at(-1) ?? '');
    expect(head).toEqual(['工作表', '图表', '范围', '标识', '数据截至', '说明', '来源', '视图地址', '制作日期']);
    expect(first).toContain('模拟数据');
    expect(first).toContain(figure.source);
    expect(first).toContain('#/a');
    expect(first).toContain(figure.asOf);
    expect(second?.join('')).toContain('请看');
  });

  it('reads as XML in every part, whatever the words', async () => {
    const nasty = '\u0000\u0007\uD800<c>&"]]>\u202e=1';
    const book = await openPackage(await exportXlsx([saying(nasty)], officeOptions()));
    expect(book.parts('xl/worksheets/sheet')).toHaveLength(2);
  });

  it('has no cell with a formula, whatever a text begins with', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\u0001', '＝', ' ='),
        fc.string({ unit: 'binary', maxLength: 40 }),
        async (begin, rest) => {
          const book = await opened([saying(begin + rest)]);
          for (const sheet of Object.values(book.Sheets))
            for (const [place, cell] of Object.entries(sheet))
              if (!place.startsWith('!')) expect(cell as object).not.toHaveProperty('f');
        },
      ),
      { seed: 20181131, numRuns: 60 },
    );
  });
});

describe('names of worksheets', () => {
  it('are valid and unique for any titles', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 12 }), (titles) => {
        const names = sheetNames([...titles, ...titles, 'History', '']);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
          expect(name.toLowerCase()).not.toBe('history');
          expect(name.isWellFormed()).toBe(true);
        }
      }),
      { seed: 20181131, numRuns: 300 },
    );
  });
});

describe('CSV', () => {
  const csvOf = async (figure: Figure) =>
    new Uint8Array(await (await exportCsv(figure, officeOptions())).arrayBuffer());
  const parsed = (bytes: Uint8Array) =>
    Papa.parse<string[]>(new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes), { skipEmptyLines: false }).data;

  it('begins with a byte order mark and its header, and holds the numbers as they are', async () => {
    const bytes = await csvOf(figureOf('trend-bar'));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parsed(bytes);
    expect(rows[0]).toEqual(['时间', '参与人次（人次）', '参与人次标记', '说明']);
    expect(rows[2]).toEqual(['2018年', '280000', '以上', '']);
    expect(rows[3]).toEqual(['2019年', '', '未报', '']);
    const foot = rows.slice(7).flat().join('\n');
    expect(foot).toContain('来源：');
    expect(foot).toContain('#/trend?g=M&a=421000');
    expect(foot).toContain('数据截至 2020-12-31');
  });

  it.each(samples)('has the numbers of $name', async ({ figure }) => {
    const columns = spreadTable(figure.table, zhChartText);
    const rows = parsed(await csvOf(figure));
    columns.forEach(({ kind, cells }, column) => {
      if (kind !== 'text')
        expect(cells.map((_, i) => rows[i + 1]?.[column])).toEqual(
          cells.map((cell) => (cell === null ? '' : String(cell))),
        );
    });
  });

  it('lets no field begin as a formula or leave its place, whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('=', '+', '-', '@', '\t=', '\r@', '\n+', '＝', '  -', '\u0000=', '"=', ',='),
        fc.string({ unit: 'binary', maxLength: 40 }),
        async (begin, rest) => {
          const rows = parsed(await csvOf(saying(begin + rest)));
          expect(rows[0]).toHaveLength(2);
          expect(rows[1]).toHaveLength(2);
          for (const field of rows.flat()) expect(field).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]|^\p{Cc}/u);
        },
      ),
      { seed: 20181131, numRuns: 300 },
    );
  });
});
