import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../../src/read/csv';

function cellsOf(text: string): string[][] {
  const { columns, lines } = parseCsv(text);
  return lines.map((_, row) => columns.map(({ values, codes }) => values[codes[row] ?? -1] ?? ''));
}
const codesOf = (text: string) => parseCsv(text).problems.map(({ code, row }) => [code, row]);

test.each([
  ['line feeds', 'a,b\n1,2\n'],
  ['carriage returns with line feeds', 'a,b\r\n1,2\r\n'],
  ['carriage returns alone', 'a,b\r1,2\r'],
  ['both in one file', 'a,b\r\n1,2\n'],
  ['a byte order mark', '\uFEFFa,b\n1,2'],
  ['no last line feed', 'a,b\n1,2'],
  ['blank lines', '\na,b\n\n1,2\n\n\n'.trimStart()],
])('reads %s', (_name, text) => {
  const { header, problems } = parseCsv(text);
  expect(header).toEqual(['a', 'b']);
  expect(cellsOf(text)).toEqual([['1', '2']]);
  expect(problems).toEqual([]);
});

test('keeps commas, quotes and line breaks inside quotes, and spaces everywhere', () => {
  expect(cellsOf('a,b\n"1,""2""\n3", x ')).toEqual([['1,"2"\n3', ' x ']]);
});

test('guesses no other delimiter', () => {
  expect(parseCsv('a;b\n1;2').header).toEqual(['a;b']);
  expect(parseCsv('a\tb\n1\t2').header).toEqual(['a\tb']);
});

test('counts records as a spreadsheet does, also after a record of several lines', () => {
  const { lines, problems } = parseCsv('a,b\n"x\ny",1\n\n2\n3,4');
  expect(lines).toEqual([2, 5]);
  expect(problems).toMatchObject([{ code: 'cells', row: 4, value: '1' }]);
});

test.each([
  [
    'too few and too many cells',
    'a,b\n1\n1,2,3\n1,2',
    [
      ['cells', 2],
      ['cells', 3],
    ],
  ],
  [
    'a quote that never closes',
    'a,b\n1,2\n"3,4',
    [
      ['quotes', 3],
      ['cells', 3],
    ],
  ],
  ['text after a closing quote', 'a,b\n"1"x,2', [['quotes', 2]]],
  ['a column without a name', 'a,,c\n1,2,3', [['header-empty', 1]]],
  ['two columns of one name', 'a,b,a\n1,2,3', [['header-repeated', 1]]],
  ['nothing at all', '', [['header-empty', 1]]],
  ['blank text', '\n\n', [['header-empty', 1]]],
])('tells of %s', (_name, text, expected) => {
  expect(codesOf(text)).toEqual(expect.arrayContaining(expected));
});

test('reads back any table written by the rules', () => {
  const cell = fc.string({ unit: 'binary' }).map((text) => text.replace(/\r\n?/g, '\n'));
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), (records) => {
      const text = [['a', 'b'], ...records].map((record) => record.map(quote).join(',')).join('\r\n');
      expect(parseCsv(text)).toMatchObject({ problems: [] });
      expect(cellsOf(text)).toEqual(records);
    }),
    { seed: 4180 },
  );
});

test('never throws', () => {
  const hostile = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\uFEFF', '\0', '，', '1') });
  fc.assert(
    fc.property(hostile, (text) => {
      const { header, columns, lines } = parseCsv(text);
      expect(columns.map(({ codes }) => codes.length)).toEqual(header.map(() => lines.length));
    }),
    { seed: 4181, numRuns: 1000 },
  );
});
