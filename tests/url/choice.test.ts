import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AddressQuery, Choice } from '../../src/app/url/choice';
import {
  canonicalQuery,
  choiceKeys,
  emptyChoice,
  readChoice,
  settleChoice,
  writeChoice,
} from '../../src/app/url/choice';
import { parseTimeRange } from '../../src/app/url/timeRange';
import { categoryCodes } from '../../src/model/categories';
import { areaTree } from '../../src/model/area';
import type { Area } from '../../src/model/area';
import { granularities } from '../../src/model/period';

const code = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const codes = fc.uniqueArray(code, { maxLength: 8 });
const sorted = codes.map((list) => [...list].sort((a, b) => (a < b ? -1 : 1)));
const time = fc.constantFrom('2018', '2018-2020', '2018-11..2019-03', '2018..', '..2019-03', '');
const choice: fc.Arbitrary<Choice> = fc
  .record({
    granularity: fc.constantFrom(...granularities),
    range: time,
    areas: sorted,
    categories: fc.subarray(categoryCodes),
    reports: sorted,
    subjects: codes,
  })
  .map(({ range, ...rest }) => ({ ...rest, ...(parseTimeRange(range) ?? { from: null, to: null }) }));

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('A', 'm', '2018', '２０１８', '__proto__', 'constructor', ',,,', 'a，b'),
);
const value = fc.oneof(text, fc.constant(null), fc.constant(undefined), fc.array(fc.option(text), { maxLength: 4 }));
const hostile: fc.Arbitrary<AddressQuery> = fc.dictionary(
  fc.oneof(fc.constantFrom(...choiceKeys, 'v', 'q', '__proto__'), text),
  value,
);

describe('a choice in an address', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(choice, (given) => {
        expect(readChoice(writeChoice(given))).toEqual(given);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('is short, in one order, without defaults', () => {
    const given: Choice = {
      ...emptyChoice(),
      subjects: ['funds', 'members.stock'],
      categories: ['women', 'ideology'],
      areas: ['421002', '420704'],
      from: '2018-01-01',
      to: '2018-12-31',
    };
    expect(Object.entries(writeChoice(given))).toEqual([
      ['y', '2018'],
      ['a', '420704,421002'],
      ['c', 'ideology,women'],
      ['i', 'funds,members.stock'],
    ]);
    expect(writeChoice(emptyChoice())).toEqual({});
  });

  test('survives any query: never throws, always canonical, canonical once and for all', () => {
    fc.assert(
      fc.property(hostile, (query) => {
        const once = canonicalQuery(query);
        expect(Object.entries(canonicalQuery(once))).toEqual(Object.entries(once));
        expect(readChoice(once)).toEqual(readChoice(query));
      }),
      { seed: 12, numRuns: 1000 },
    );
  });

  test.each<[string, AddressQuery, Partial<Choice>]>([
    ['unknown granularity', { g: 'W' }, {}],
    ['small letters', { g: 'm' }, { granularity: 'M' }],
    [
      'full-width digits and commas',
      { y: '２０１８', a: '４２１００２，４２１００３' },
      { from: '2018-01-01', to: '2018-12-31', areas: ['421002', '421003'] },
    ],
    ['doubled keys and values', { a: ['421002', '421002,421003', null] }, { areas: ['421002', '421003'] }],
    ['names of Object.prototype', { g: 'constructor', c: '__proto__,toString,women' }, { categories: ['women'] }],
    ['markup', { a: '<img src=x onerror=alert(1)>', r: "'; drop table", i: 'javascript:alert(1)' }, {}],
    ['bare keys', { g: null, y: null, a: undefined }, {}],
    ['empty items', { a: ',,421002,,' }, { areas: ['421002'] }],
    ['absurd length', { a: '421002,'.repeat(5000) }, {}],
  ])('%s', (_name, query, expected) => {
    expect(readChoice(query)).toEqual({ ...emptyChoice(), ...expected });
  });

  test('takes no more than 200 items of a list', () => {
    const many = Array.from({ length: 500 }, (_, i) => `r${String(i)}`).join(',');
    expect(readChoice({ r: many }).reports).toHaveLength(200);
  });
});

describe("a page's own keys", () => {
  test('stand after the choice, in alphabetical order, with their first value', () => {
    const query = canonicalQuery({ v: 'bar', s: ['area', 'category'], g: 'M', q: '思想 宣讲' });
    expect(Object.entries(query)).toEqual([
      ['g', 'M'],
      ['q', '思想 宣讲'],
      ['s', 'area'],
      ['v', 'bar'],
    ]);
  });

  test('are dropped when their name or length is foreign', () => {
    expect(canonicalQuery({ 'a-b': '1', V: 'bar', q: 'x'.repeat(1001), v: '' })).toEqual({});
  });
});

describe('settleChoice', () => {
  const area = (own: string, place: string, parent: string | null): Area => ({
    code: own,
    name: own,
    nameEn: own,
    shortName: own,
    parent,
    level: 'county',
    validFrom: null,
    validTo: null,
    place,
    order: 1,
  });
  const known = {
    areas: areaTree([
      area('421000', '421000', null),
      area('421023', '421088', '421000'),
      area('421088', '421088', '421000'),
    ]),
    isReport: (id: string) => id === '421000-2018',
    subjects: new Set(['funds']),
  };

  test("makes old codes of a place today's and drops what the data does not know", () => {
    const asked = readChoice({ a: '421023,421088,999999', r: '421000-2018,gone', i: 'funds,gone', c: 'women' });
    expect(settleChoice(asked, known)).toEqual({
      ...emptyChoice(),
      areas: ['421088'],
      reports: ['421000-2018'],
      subjects: ['funds'],
      categories: ['women'],
    });
  });
});
