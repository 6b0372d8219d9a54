import { expect, test } from 'vitest';
import { parseCsv } from '../../../src/read/csv';
import { rowsOf, tableChecker } from '../../../src/read/package/checkTable';
import { foreignKeyProblems } from '../../../src/read/package/foreignKeys';
import type { CsvTable } from '../../../src/read/csv';
import type { TableField, TableSchema } from '../../../src/read/package/tableSchema';

const checkTable = (table: CsvTable, schema: TableSchema) => tableChecker(schema)(table);

const schemaOf = (fields: TableField[], rest: Partial<TableSchema> = {}): TableSchema => ({
  fields,
  primaryKey: [],
  foreignKeys: [],
  missingValues: [''],
  ...rest,
});

/** Reads one column of cells, one a record. */
function column(field: Omit<TableField, 'name'>, cells: string[]) {
  const text = ['x,y', ...cells.map((cell) => `"${cell.replaceAll('"', '""')}",`)].join('\n');
  const checked = checkTable(parseCsv(text), schemaOf([{ name: 'x', ...field }]));
  const { problems } = checked;
  return {
    values: rowsOf(checked).map(({ x }) => x),
    codes: problems.map(({ code, row }) => `${code} ${String(row)}`),
  };
}

const valid: [TableField['type'], string, unknown][] = [
  ['string', ' 全角 ', ' 全角 '],
  ['integer', '-12', -12],
  ['integer', '+0', 0],
  ['number', '1234567.8', 1234567.8],
  ['number', '.5', 0.5],
  ['number', '1e3', 1000],
  ['boolean', 'TRUE', true],
  ['boolean', '0', false],
  ['date', '2020-02-29', '2020-02-29'],
  ['list', 'a,b', ['a', 'b']],
];

test.each(valid)('%s reads %j', (type, text, value) => {
  expect(column({ type }, [text])).toEqual({ values: [value], codes: [] });
});

const invalid: [TableField['type'], string][] = [
  ['integer', '1.0'],
  ['integer', '１２'],
  ['integer', '9007199254740993'],
  ['integer', ' 1'],
  ['number', '1,234'],
  ['number', '1e400'],
  ['number', 'NaN'],
  ['number', 'INF'],
  ['number', '0x10'],
  ['number', '万'],
  ['boolean', 'yes'],
  ['date', '2019-02-29'],
  ['date', '2019/02/01'],
  ['date', '2019-2-1'],
];

test.each(invalid)('%s does not read %j', (type, text) => {
  expect(column({ type }, [text])).toEqual({ values: [null], codes: ['type 2'] });
});

const constraints: [string, Omit<TableField, 'name'>, string[], string[]][] = [
  ['required', { type: 'string', constraints: { required: true } }, ['a', ''], ['required 3']],
  ['unique', { type: 'string', constraints: { unique: true } }, ['a', 'a', '', ''], ['unique 3']],
  ['unique by value', { type: 'number', constraints: { unique: true } }, ['1', '1.0'], ['unique 3']],
  ['enum', { type: 'string', constraints: { enum: ['a'] } }, ['a', 'A', ''], ['enum 3']],
  [
    'pattern',
    { type: 'string', constraints: { pattern: '\\d{2}|x' } },
    ['12', 'x', '123', 'xx'],
    ['pattern 4', 'pattern 5'],
  ],
  ['minimum', { type: 'number', constraints: { minimum: 0 } }, ['0', '-0.1'], ['minimum 3']],
  ['maximum', { type: 'integer', constraints: { maximum: 10 } }, ['10', '11'], ['maximum 3']],
  [
    'minimum of dates',
    { type: 'date', constraints: { minimum: '2018-01-01' } },
    ['2018-01-01', '2017-12-31'],
    ['minimum 3'],
  ],
  ['a bound of another type', { type: 'string', constraints: { minimum: 1 } }, ['5'], ['minimum 2']],
];

test.each(constraints)('%s', (_name, field, cells, codes) => {
  expect(column(field, cells).codes).toEqual(codes);
});

test('missing values are null in every type, and only those that the schema names', () => {
  const table = parseCsv('x,y\n-,1\n,2');
  const checked = checkTable(table, schemaOf([{ name: 'x', type: 'string' }], { missingValues: ['-'] }));
  expect(rowsOf(checked)).toEqual([{ x: null }, { x: '' }]);
  expect(checked.problems).toEqual([]);
});

test('unknown columns are ignored, an absent column is null or, when required, a problem', () => {
  const schema = schemaOf([
    { name: 'a', type: 'string' },
    { name: 'b', type: 'string' },
    { name: 'c', type: 'string', constraints: { required: true } },
  ]);
  const checked = checkTable(parseCsv('a,z\n1,2'), schema);
  expect(rowsOf(checked)).toEqual([{ a: '1', b: null, c: null }]);
  expect(checked.problems).toEqual([{ code: 'column-missing', row: null, column: 'c', value: 'c' }]);
});

test('a column named like an object’s own members is only a column', () => {
  const schema = schemaOf([
    { name: 'constructor', type: 'string' },
    { name: '__proto__x', type: 'string' },
  ]);
  expect(rowsOf(checkTable(parseCsv('constructor,__proto__x\n1,2'), schema))).toEqual([
    { constructor: '1', __proto__x: '2' },
  ]);
});

test('a primary key is whole and unique', () => {
  const fields: TableField[] = [
    { name: 'a', type: 'string' },
    { name: 'b', type: 'integer' },
  ];
  const schema = schemaOf(fields, { primaryKey: ['a', 'b'] });
  const { problems } = checkTable(parseCsv('a,b\nx,1\nx,2\nx,1\n,3'), schema);
  expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
    ['primary-key', 4, 'a+b'],
    ['primary-key', 5, 'a+b'],
  ]);
});

test('foreign keys find their rows in other tables and in their own', () => {
  const fields: TableField[] = [
    { name: 'id', type: 'string' },
    { name: 'area', type: 'string' },
    { name: 'whole', type: 'string' },
  ];
  const schema = schemaOf(fields, {
    foreignKeys: [
      { fields: ['area'], reference: { resource: 'areas', fields: ['code'] } },
      { fields: ['whole'], reference: { resource: '', fields: ['id'] } },
    ],
  });
  const areas = checkTable(parseCsv('code,name\n421000,荆州'), schemaOf([{ name: 'code', type: 'string' }]));
  const table = checkTable(parseCsv('id,area,whole\n1,421000,\n2,421001,1\n3,,4'), schema);
  const found = foreignKeyProblems([table], schema, (name) => (name === 'areas' ? [areas] : undefined)).flat();
  expect(found.map(({ row, column, value }) => [row, column, value])).toEqual([
    [3, 'area', '421001'],
    [4, 'whole', '4'],
  ]);
  const lost = foreignKeyProblems([table], schema, () => undefined).flat();
  expect(lost[0]).toEqual({ code: 'foreign-key', row: null, column: 'area', value: 'areas' });
});

test('cuts long values in its messages', () => {
  const schema = schemaOf([{ name: 'x', type: 'integer' }]);
  const [problem] = checkTable(parseCsv(`x,y\n${'字'.repeat(10_000)},`), schema).problems;
  expect(problem?.value).toHaveLength(81);
});
