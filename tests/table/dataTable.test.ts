import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinshipOf } from '../../src/app/components/figure/kinship';
import { copiedGrid } from '../../src/app/components/table/copiedGrid';
import { noPicks, picksOfLines } from '../../src/app/components/table/picks';
import {
  formatColumns,
  formatFilters,
  formatOrder,
  parseColumns,
  parseFilters,
  parseOrder,
} from '../../src/app/components/table/tableState';
import type { Observation } from '../../src/model/observation';
import { readCharacters } from '../../src/search/readCharacters';
import { gridHtml, tsvLines, type Grid } from '../../src/export/gridText';
import { idAt, observationAt } from '../../src/statistics/columns/rowColumns';
import { packRows } from '../../src/statistics/columns/rowsMaker';
import { groupRows, sortRows } from '../../src/statistics/table/arrangeRows';
import { filterRows, searchRows } from '../../src/statistics/table/findRows';
import { columnKeys, usualColumns, type ColumnKey, type Table } from '../../src/statistics/table/tableColumns';
import type { ColumnFilters } from '../../src/statistics/table/tableState';
import { familyOf } from '../../src/statistics/table/tableView';
import { arbitraryObservation } from '../support/store/arbitraryObservation';
import { aRow, aTable } from '../support/tableOfRows';

const idsOf = ({ columns }: Table, rows: Iterable<number>) => Array.from(rows, (row) => idAt(columns, row));
const allRows = ({ columns }: Table) => Uint32Array.from({ length: columns.count }, (_, row) => row);
const find = (table: Table, search: string, filters: ColumnFilters = {}) =>
  idsOf(table, filterRows(table, searchRows(table, allRows(table), search, readCharacters), filters).rows);
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Codes and dates are never empty texts, and names of fields hold no comma: columns rely on it. */
const withRealCodes = (observation: Observation): Observation => ({
  ...observation,
  partOf: observation.partOf || null,
  indicator: observation.indicator || null,
  periodStart: observation.periodStart?.replaceAll('/', '') || null,
  periodEnd: observation.periodEnd?.replaceAll('/', '') || null,
  implied: observation.implied.map((field) => field.replaceAll(',', '')).filter(Boolean),
});

describe('columns', () => {
  it('give back every observation as it was', () => {
    fc.assert(
      fc.property(fc.array(arbitraryObservation('421000-2018').map(withRealCodes)), (observations) => {
        const columns = packRows(observations);
        expect(observations.map((_, row) => observationAt(columns, row))).toEqual(observations);
      }),
      { seed: 5 },
    );
  });

  it('print period, value and qualifier as people read them; an unknown year is a dash, never a guess', () => {
    const table = aTable([
      aRow('a', { status: 'target', partOf: 'b' }),
      aRow('b', { periodStart: null, periodEnd: null }),
    ]);
    const texts = (row: number) => columnKeys.map((key) => table.text(key, row));
    expect(texts(0)).toEqual(
      ['报告r', '2018年', '荆州市', '资金', '帮扶救助', '筹措资金', '约１２万元', '120,000元', '约'].concat([
        '发生数 · 目标 · 其中',
        '目标',
        '一',
        '已确认',
      ]),
    );
    expect(table.text('period', 1)).toBe('—');
  });

  it('know the whole and the parts of a row', () => {
    const { columns } = aTable([
      aRow('a', { label: '总数' }),
      aRow('b', { label: '一部分', partOf: 'a' }),
      aRow('c', { partOf: 'gone' }),
    ]);
    const kinship = (row: number) => {
      const family = familyOf(columns, row).map((member) => observationAt(columns, member));
      return kinshipOf(family).get(idAt(columns, row));
    };
    expect(kinship(0)).toEqual({ whole: null, parts: ['一部分'] });
    expect(kinship(1)).toEqual({ whole: { label: '总数' }, parts: [] });
    expect(kinship(2)).toEqual({ whole: 'unknown', parts: [] });
  });
});

describe('search', () => {
  const table = aTable([
    aRow('a'),
    aRow('b', {
      label: '慰问物资',
      refArea: '421088',
      indicator: null,
      surface: '5件',
      value: 5,
      unit: '件',
      measure: 'members',
    }),
  ]);
  it.each([
    ['full-width digits and ASCII ones are the same', '12万', ['a']],
    ['the same the other way round', '１２万', ['a']],
    ['an ideographic space parts words', '筹措　荆州', ['a']],
    ['the name of the indicator counts', '送温暖', ['a']],
    ['the area counts', '监利', ['b']],
    ['an exact number counts, with separators too', '120,000', ['a']],
    ['initials of a place', 'jzs', ['a']],
    ['the spelling of a label', 'weiwen', ['b']],
    ['a spelling and a printed word together', 'jls 物资', ['b']],
    ['signs of patterns are plain text', '.*', []],
    ['nothing but spaces finds all', ' 　 ', ['a', 'b']],
  ])('%s', (_, query, ids) => {
    expect(find(table, query)).toEqual(ids);
  });

  it('an id finds its row', () => {
    expect(find(aTable([aRow('x.12'), aRow('x.123')]), 'x.12')).toEqual(['x.12']);
  });

  it('never throws and never finds more than there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(find(table, query).length).toBeLessThanOrEqual(2);
      }),
      { seed: 7 },
    );
  });
});

describe('column filters', () => {
  const table = aTable([
    aRow('a'),
    aRow('b', { measure: 'members', refArea: '421088' }),
    aRow('c', { measure: 'members', category: 'women' }),
  ]);

  it('let through what has one of the chosen values in every filtered column', () => {
    expect(find(table, '', { measure: ['members'] })).toEqual(['b', 'c']);
    expect(find(table, '', { measure: ['members', 'funds'], category: ['women'] })).toEqual(['c']);
    expect(find(table, '荆州', { measure: ['members'] })).toEqual(['c']);
    expect(find(table, '', { measure: ['nothing'] })).toEqual([]);
  });

  it('count what each value would leave under the other filters', () => {
    const counts = filterRows(table, allRows(table), { measure: ['members'], area: ['421000'] }).counts();
    const of = (key: 'measure' | 'area' | 'category') =>
      Object.fromEntries(table.column(key).values.map((value, code) => [value, counts[key][code]]));
    expect(of('measure')).toEqual({ funds: 1, members: 1 });
    expect(of('area')).toEqual({ '421000': 1, '421088': 1 });
    expect(of('category')).toEqual({ assistance: 0, women: 1 });
  });

  it('survive the address', () => {
    const filters = { measure: ['funds', 'members'], kind: ['flow/target/part'], period: ['2018-01-01/2018-12-31'] };
    expect(parseFilters(formatFilters(filters))).toEqual(filters);
    expect(formatFilters({ area: [] })).toBe('');
  });
  it.each(['', ';;', 'measure', 'measure:', 'nothing:a', '__proto__:a', ':a,b'])('%j filters nothing', (text) => {
    expect(parseFilters(text)).toEqual({});
  });
});

describe('order', () => {
  it.each(columnKeys.flatMap((column) => [column, `-${column}`]))('%s survives the address', (text) => {
    expect(formatOrder(parseOrder(text))).toBe(text);
  });
  it.each(['', '-', 'nothing', '--value', '__proto__', 'constructor'])('%j is the order of the answer', (text) => {
    expect(parseOrder(text)).toBeNull();
  });

  const table = aTable([
    aRow('a', { value: 9, periodStart: '2019-01-01' }),
    aRow('b', { value: 10, periodStart: null }),
    aRow('c', { value: 9, periodStart: '2018-01-01' }),
  ]);
  const ids = (text: string) =>
    idsOf(table, sortRows(table, Uint32Array.of(0, 1, 2), parseOrder(text), byCode)).join('');
  it('sorts numbers by size, not by their digits', () => expect(ids('value')).toBe('acb'));
  it('keeps ties in the order they came, downwards too', () => expect(ids('-value')).toBe('bac'));
  it('sorts periods by time, unknown ones first', () => expect(ids('period')).toBe('bca'));

  it('equals a plain sort of the printed texts, for any labels', () => {
    const labels = fc.array(fc.constantFrom('甲', '乙', '丙', 'a', 'B'), { maxLength: 20 });
    fc.assert(
      fc.property(labels, fc.boolean(), (all, descending) => {
        const any = aTable(all.map((label, index) => aRow(String(index), { label })));
        const sorted = sortRows(any, Uint32Array.from(all.keys()), { column: 'label', descending }, byCode);
        const plain = [...all.keys()].sort(
          (a, b) => (descending ? -1 : 1) * byCode(all[a] ?? '', all[b] ?? '') || a - b,
        );
        expect([...sorted]).toEqual(plain);
      }),
      { seed: 9 },
    );
  });
});

describe('groups', () => {
  const table = aTable([aRow('a'), aRow('b', { refArea: '421088' }), aRow('c')]);
  const rows = Uint32Array.of(0, 1, 2);

  it('stand in the order of their first row, each with the number of its rows', () => {
    const { lines, groups } = groupRows(table, rows, 'area', new Set());
    expect([...lines]).toEqual([-1, 0, 2, -2, 1]);
    expect(groups.map(({ text, count }) => [text, count])).toEqual([
      ['荆州市', 2],
      ['监利市', 1],
    ]);
  });
  it('show their heading alone when folded', () => {
    expect([...groupRows(table, rows, 'area', new Set(['421000'])).lines]).toEqual([-1, -2, 1]);
  });
  it('are none unless asked for', () => {
    expect(groupRows(table, rows, 'none', new Set())).toEqual({ lines: Int32Array.of(0, 1, 2), groups: [] });
  });
});

describe('chosen columns', () => {
  it('survive the address; the usual ones are not written', () => {
    const chosen: ColumnKey[] = ['report', 'value', 'review'];
    expect(parseColumns(formatColumns(chosen))).toEqual(chosen);
    expect(formatColumns(usualColumns)).toBe('');
    expect(parseColumns('nothing')).toEqual(usualColumns);
  });
});

describe('copied', () => {
  const hostile = '=HYPERLINK("http://x")';
  const table = aTable([aRow('a', { label: hostile, surface: '-5\t件' }), aRow('b', { qualifier: 'exact' })]);
  const names = Object.fromEntries([...columnKeys, 'unit'].map((key) => [key, key.toUpperCase()])) as Record<
    ColumnKey | 'unit',
    string
  >;

  const tsvOf = ({ header, rows }: Grid) => tsvLines([header, ...rows]);

  it('a value stands as a number between its qualifier and its unit, also where these are hidden', () => {
    const grid = copiedGrid(table, ['label', 'value'], names);
    expect(tsvOf(grid)).toBe(
      ['LABEL\tQUALIFIER\tVALUE\tUNIT', `'${hostile}\t约\t120000\t元`, '筹措资金\t\t120000\t元'].join('\n'),
    );
  });
  it('the qualifier stands once, and nothing begins as a formula or breaks its cell', () => {
    const grid = copiedGrid(table, ['label', 'surface', 'value', 'qualifier'], names);
    expect(grid.header).toEqual(['LABEL', 'SURFACE', 'QUALIFIER', 'VALUE', 'UNIT']);
    expect(tsvOf(grid).split('\n')[1]).toBe(`'${hostile}\t'-5 件\t约\t120000\t元`);
    expect(gridHtml(grid).body).toContain("<td>'=HYPERLINK(");
    expect(gridHtml(grid).body).toContain('x:num="120000"');
  });
});

describe('picks', () => {
  it('are what a set of numbers would be, each step another one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70)), fc.array(fc.integer({ min: -3, max: 60 })), (toggled, lines) => {
        const first = picksOfLines(Int32Array.from(new Set(lines)));
        const plain = new Set(lines.filter((line) => line >= 0));
        const before = new Set(plain);
        const picks = toggled.reduce((now, row) => now.toggled(row), first);
        for (const row of toggled) if (!plain.delete(row)) plain.add(row);
        for (const [made, rows] of [[picks, plain] as const, [first, before] as const]) {
          expect(Array.from({ length: 100 }, (_, row) => row).filter(made.has)).toEqual(
            [...rows].sort((a, b) => a - b),
          );
          expect(made.size).toBe(rows.size);
        }
      }),
      { seed: 13 },
    );
    expect(noPicks.toggled(5).toggled(5).size).toBe(0);
  });
});
