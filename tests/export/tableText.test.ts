import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import type { Figure, TableCell } from '../../src/charts/figure';
import { zhChartText } from '../../src/charts/text/zh';
import { tableHtml, tableTsv } from '../../src/export/tableText';
import { sampleFigures } from '../support/charts/sampleFigures';

const figureOf = (name: string) => {
  const figure = sampleFigures[name]?.();
  if (!figure) throw new Error(`no sample: ${name}`);
  return figure;
};

const rowsOf = (tsv: string) => tsv.split('\n').map((line) => line.split('\t'));

it('gives exact numbers as numbers and qualified ones as the words that say so', () => {
  const figure = figureOf('trend-bar');
  const rows = rowsOf(tableTsv(figure, zhChartText, '#/trend'));
  expect(rows[2]).toEqual(figure.table.columns);
  const values = figure.table.rows.map(({ header, cells }) => [header, cells[0]?.value, cells[0]?.text] as const);
  for (const [header, value, text] of values) {
    const printed = rows.find(([first]) => first === header)?.[1];
    if (value === null || value === undefined || /[约近以不]/.test(text ?? '')) expect(printed).toBe(text);
    else expect(Number(printed)).toBe(value);
  }
  expect(values.some(([, , text]) => text?.includes('以上'))).toBe(true);
  expect(rows.flat()).toContain('查看：工会数据看板 #/trend');
});

it.each(Object.keys(sampleFigures))('makes HTML that reads as XML, a cell for each cell: %s', (name) => {
  const figure = { ...figureOf(name), mark: '模拟数据' };
  const html = tableHtml(figure, zhChartText, null).replace('<meta charset="utf-8">', '');
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(html, 'text/xml');
  const cells = Array.from(document.getElementsByTagName('td'));
  expect(cells).toHaveLength(figure.table.rows.reduce((sum, row) => sum + row.cells.length, 0));
  const exact = cells.flatMap((cell) => cell.getAttribute('x:num') ?? []).map(Number);
  const values = figure.table.rows.flatMap((row) => row.cells.map(({ value }) => value));
  for (const value of exact) expect(values).toContain(value);
  expect(document.documentElement?.textContent).toContain('模拟数据');
});

it('lets no cell begin as a formula or break out of its cell', () => {
  const cell = (text: string): TableCell => ({ text, value: null, state: 'value', source: null });
  const hostile = ['=1+1', '+1', '-cmd', '@SUM(A1)', '\t=1', 'a\tb\nc', '<script>'];
  const figure: Figure = {
    ...figureOf('trend-bar'),
    title: '=HYPERLINK("x")',
    notes: [],
    table: { columns: ['=a', 'b'], rows: hostile.map((text) => ({ header: text, cells: [cell(text)] })) },
  };
  const rows = rowsOf(tableTsv(figure, zhChartText, null));
  for (const row of rows) for (const text of row) expect(text).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows.slice(3, 3 + hostile.length).every((row) => row.length === 2)).toBe(true);
  expect(tableHtml(figure, zhChartText, null)).not.toMatch(/<script>|>[=+@]/);
});
