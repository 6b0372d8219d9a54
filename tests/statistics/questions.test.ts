import { describe, expect, test } from 'vitest';
import { measureCodes } from '../../src/model/measures';
import { answer } from '../../src/statistics/answer';
import { parseSubject } from '../../src/statistics/parseSubject';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { aDataset, aFilter, anIndicator, anObservation, aReport, during } from '../support/datasets';
import { figureOf } from './ask';

describe('subjects', () => {
  const indicators = [
    anIndicator('lectures'),
    anIndicator('share', { measure: 'rate', kind: 'rate' }),
    anIndicator('odd', { measure: 'rate', kind: 'flow' }),
  ];

  test('measures, stocks, rates and indicators are read', () => {
    expect(parseSubject('participants', indicators)).toMatchObject({
      measure: 'participants',
      kind: 'flow',
      indicator: null,
    });
    expect(parseSubject('members.stock', indicators)).toMatchObject({ measure: 'members', kind: 'stock' });
    expect(parseSubject('rate', [])).toMatchObject({ measure: 'rate', kind: 'rate' });
    expect(parseSubject('lectures', indicators)).toMatchObject({ measure: 'participants', indicator: 'lectures' });
    expect(parseSubject('odd', indicators)).toMatchObject({ measure: 'rate', kind: 'rate' });
    for (const code of measureCodes) expect(parseSubject(code, [])?.code).toBe(code);
  });

  test('anything else is null', () => {
    for (const code of ['', 'participant', 'rate.stock', '.stock', 'members.stock.stock', 'toString', '__proto__'])
      expect(parseSubject(code, indicators)).toBeNull();
  });

  test('an unknown subject, bucket or category throws its name', () => {
    const resolved = resolveDataset(aDataset([], []));
    const filter = aFilter();
    expect(() => answer(resolved, 'tiles', { filter, subjects: ['foo'] })).toThrow('unknown subject: foo');
    const cell = {
      subject: 'participants',
      key: 'total',
      split: 'none',
      status: 'actual',
      buckets: ['2018-13'],
    } as const;
    expect(() => answer(resolved, 'explain', { filter, cell: { ...cell, buckets: ['2018-13'] } })).toThrow('2018-13');
    const wrong = { ...cell, split: 'category', key: 'foo', buckets: [] } as const;
    expect(() => answer(resolved, 'explain', { filter, cell: { ...wrong, buckets: [] } })).toThrow('foo');
  });
});

describe('ranges', () => {
  const year = aReport('421000', '2018');
  const data = aDataset([year], [anObservation(year, 1)]);

  test('a bucket shows when the range touches it', () => {
    expect(figureOf(data, { granularity: 'Q', from: '2018-03-31', to: '2018-04-01' }).buckets).toEqual([
      '2018-Q1',
      '2018-Q2',
    ]);
  });

  test('a mistyped range neither hangs nor fails', () => {
    expect(figureOf(data, { granularity: 'M', from: '0001-01-01', to: '9999-12-31' }).buckets).toHaveLength(12);
    expect(figureOf(data, { granularity: 'M', from: '2018-01-01', to: '9999-12-31' }).buckets).toHaveLength(12);
    expect(figureOf(data, { from: '2019-01-01', to: '2018-01-01' }).buckets).toEqual([]);
    expect(figureOf(data, { from: 'x', to: '2018-02-30' }).buckets).toEqual(['2018']);
    expect(figureOf(aDataset([], []), { granularity: 'M', from: '0001-01-01', to: '9999-12-31' }).buckets).toHaveLength(
      1200,
    );
  });

  test('dates that are none put a report and its numbers nowhere', () => {
    const odd = aReport('421000', '', { id: 'odd', coverageStart: '2018-12-31', coverageEnd: '2018-01-01' });
    const facts = [anObservation(odd, 4), anObservation(odd, 5, during('2018-05-01', '2018-05-02'))];
    const { overall } = figureOf(aDataset([odd], facts), { from: '2018-01-01', to: '2018-12-31' });
    expect(overall.total).toMatchObject({ value: 5, counted: 1 });
  });
});

describe('rows and facets', () => {
  const [city, county] = [aReport('421000', '2018'), aReport('421023', '2019')];
  const facts = [
    anObservation(city, 1, { id: 'a' }),
    anObservation(city, 2, { id: 'b', category: 'women', ...during('2018-12-30', '2019-01-02') }),
    anObservation(county, 3, { id: 'c', measure: 'members', kind: 'stock', indicator: 'membership' }),
    anObservation(county, 4, { id: 'd', review: 'rejected' }),
    anObservation(county, 5, { id: 'e', periodStart: null, periodEnd: null }),
    anObservation({ ...county, id: 'unread' }, 6, { id: 'f' }),
  ];
  const resolved = resolveDataset(aDataset([city, county], facts));
  const rows = (more: Parameters<typeof aFilter>[0], subjects: string[] = []) =>
    answer(resolved, 'rows', { filter: aFilter(more), subjects }).map(({ id }) => id);

  test('rows are all that touch the filter, newest period first, rejected and undated included', () => {
    expect(rows({})).toEqual(['c', 'd', 'b', 'a', 'e']);
    expect(rows({ from: '2019-01-02', to: '2019-01-02' })).toEqual(['c', 'd', 'b']);
    expect(rows({ areas: ['421088'] })).toEqual(['c', 'd', 'e']);
    expect(rows({}, ['members.stock', 'unknown'])).toEqual(['c']);
    expect(rows({}, ['membership'])).toEqual(['c']);
    expect(rows({ reports: [city.id], categories: ['women'] })).toEqual(['b']);
  });

  test('facets count what each choice would leave under the other filters', () => {
    const request = { filter: aFilter({ from: '2019-01-01' }), subjects: [] };
    const facets = answer(resolved, 'facets', request);
    expect(facets).toMatchObject({
      years: { 2018: 2, 2019: 2 },
      areas: { 421000: 2, 420000: 2, 421088: 1 },
      categories: { women: 1, ideology: 1 },
      subjects: { participants: 1, 'members.stock': 1, membership: 1 },
      reportCount: 2,
      newest: [
        { id: '421023-2019', count: 1 },
        { id: '421000-2018', count: 1 },
      ],
      from: '2018-01-01',
      to: '2019-12-31',
    });
    expect(answer(resolved, 'reportCounts', request)).toEqual({ '421000-2018': 1, '421023-2019': 1 });
  });

  test('a mistyped century offers the years of its ends', () => {
    const long = anObservation(city, 1, { periodStart: '0018-01-01', periodEnd: '2018-12-31' });
    const offered = answer(resolveDataset(aDataset([city], [long])), 'facets', { filter: aFilter(), subjects: [] });
    expect(offered.years).toEqual({ '0018': 1, 2018: 1 });
    expect(offered.months).toEqual({ '0018-01': 1, '2018-12': 1 });
  });
});
