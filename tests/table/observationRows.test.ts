import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnKeys,
  filterRows,
  foldText,
  formatOrder,
  observationRows,
  parseOrder,
  sortRows,
  type RowNames,
} from '../../src/app/components/table/observationRows';
import type { Observation } from '../../src/model/observation';

const names: RowNames = {
  language: 'zh-CN',
  report: (id) => `报告${id}`,
  area: (code) => (code === '421000' ? '荆州市' : '监利市'),
  category: () => '帮扶救助',
  subject: (code) => (code === 'relief-funds' ? '送温暖资金' : '资金'),
  qualifier: () => '约',
  kind: () => '发生数',
};

const observation = (id: string, fields: Partial<Observation> = {}): Observation => ({
  id,
  reportId: 'r',
  doc: 'a.txt',
  start: 0,
  end: 4,
  surface: '约１２万元',
  label: '筹措资金',
  value: 120000,
  unit: '元',
  qualifier: 'about',
  measure: 'funds',
  category: 'assistance',
  refArea: '421000',
  periodStart: '2018-01-01',
  periodEnd: '2018-12-31',
  kind: 'flow',
  status: 'actual',
  partOf: null,
  indicator: 'relief-funds',
  section: '一',
  confidence: 1,
  review: 'accepted',
  implied: [],
  ...fields,
});

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('rows', () => {
  it('print period, value and qualifier as people read them', () => {
    const [row] = observationRows([observation('a')], names);
    expect(row?.texts).toMatchObject({ period: '2018年', value: '120,000元', qualifier: '约', surface: '约１２万元' });
  });

  it('of an unknown year show a dash, never a guess', () => {
    const [row] = observationRows([observation('a', { periodStart: null, periodEnd: null })], names);
    expect(row?.texts.period).toBe('—');
  });
});

describe('search', () => {
  const rows = observationRows(
    [observation('a'), observation('b', { label: '慰问物资', refArea: '421088', indicator: null, surface: '5件' })],
    names,
  );
  it.each([
    ['full-width digits and ASCII ones are the same', '12万', ['a']],
    ['the same the other way round', '１２万', ['a']],
    ['an ideographic space parts words', '筹措　荆州', ['a']],
    ['the name of the indicator counts', '送温暖', ['a']],
    ['the area counts', '监利', ['b']],
    ['an exact number counts', '120000', ['a', 'b']],
    ['signs of patterns are plain text', '.*', []],
    ['nothing but spaces finds all', ' 　 ', ['a', 'b']],
  ])('%s', (_, query, ids) => {
    expect(filterRows(rows, query).map(({ observation: { id } }) => id)).toEqual(ids);
  });

  it('never throws and never finds more than there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const found = filterRows(rows, query);
        expect(found.every((row) => rows.includes(row))).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('finds a row by its own label, however wide its letters are', () => {
    expect(foldText('ＡＢＣ１２')).toBe('abc12');
    expect(filterRows(rows, '筹措资金')).toHaveLength(1);
  });
});

describe('order', () => {
  it.each(columnKeys.flatMap((column) => [column, `-${column}`]))('%s survives the address', (text) => {
    expect(formatOrder(parseOrder(text))).toBe(text);
  });
  it.each(['', '-', 'nothing', '--value', '__proto__', 'constructor'])('%j is the order of the answer', (text) => {
    expect(parseOrder(text)).toBeNull();
  });

  const rows = observationRows(
    [
      observation('a', { value: 9, periodStart: '2019-01-01' }),
      observation('b', { value: 10, periodStart: null }),
      observation('c', { value: 9, periodStart: '2018-01-01' }),
    ],
    names,
  );
  const ids = (text: string) =>
    sortRows(rows, parseOrder(text), byCode)
      .map(({ observation: { id } }) => id)
      .join('');
  it('sorts numbers by size, not by their digits', () => expect(ids('value')).toBe('acb'));
  it('keeps ties in the order they came, downwards too', () => expect(ids('-value')).toBe('bac'));
  it('sorts periods by time, unknown ones first', () => expect(ids('period')).toBe('bca'));
  it('leaves the rows it was given as they are', () => {
    const before = [...rows];
    sortRows(rows, parseOrder('-value'), byCode);
    expect(rows).toEqual(before);
  });
});
