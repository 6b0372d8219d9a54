import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallDescriptor, smallFiles, smallPackage } from '../../support/store/packageSmall';
import { readWhole } from '../../support/store/readWhole';

const textsOf = (files: Record<string, string>) => new Map(Object.entries(files));

/** Problems of the small package after a replacement in one of its files. */
function problemsAfter(path: string, from: string | RegExp, to: string): string[] {
  const text = smallFiles[path] ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing replaced in ${path}`);
  const result = readWhole(smallDescriptor(), textsOf({ ...smallFiles, [path]: changed }));
  return result.ok
    ? []
    : result.problems.map(({ resource, code, row, column }) => [resource, code, row, column].join(' '));
}

const observations = 'data/observations.csv';

test('reads the small package', () => {
  const { name, version, dataset, boundaries } = smallPackage();
  expect({ name, version }).toEqual({ name: 'package-small', version: '1.2.0' });
  expect(dataset.observations[1]).toEqual({
    id: '421000-2018.40',
    reportId: '421000-2018',
    doc: 'invented-city-2018.txt',
    start: 40,
    end: 51,
    surface: '123.45678万元',
    label: '虚构：送温暖资金',
    value: 1234567.8,
    unit: '元',
    qualifier: 'exact',
    measure: 'funds',
    category: 'assistance',
    refArea: '421000',
    periodStart: '2018-01-01',
    periodEnd: '2018-12-31',
    kind: 'flow',
    status: 'actual',
    partOf: null,
    indicator: 'winter-relief-funds',
    section: '二',
    confidence: 1,
    review: 'accepted',
    implied: ['refArea'],
  });
  expect(dataset.observations[5]).toMatchObject({ section: '', implied: ['periodStart', 'periodEnd'] });
  expect(dataset.reports[1]).toEqual({
    id: '421002-2018-11',
    doc: 'invented-district-2018-11.txt',
    title: '虚构："十一月份"简报, 第11期',
    issuer: '虚构区总工会',
    refArea: '421002',
    coverageStart: '2018-11-01',
    coverageEnd: '2018-11-30',
    frequency: 'M',
    issuedOn: null,
    issueNumber: '11',
    implied: ['coverageStart', 'coverageEnd'],
  });
  expect(dataset.indicators.map(({ aliases }) => aliases)).toEqual([['送温暖资金', '送温暖款'], []]);
  expect(dataset.areas[2]).toMatchObject({ code: '421023', place: '421088', validFrom: null, validTo: '2020-06-11' });
  expect(boundaries.map(({ place }) => place)).toEqual(['421000']);
});

test.each([
  ['an empty file', observations, /[^]*/, '', 'observations header-empty 1 '],
  ['full-width digits', observations, '1234567.8', '１２３４', 'observations type 3 value'],
  ['a value left out', observations, ',0,场,', ',,场,', 'observations required 8 value'],
  ['a row twice', observations, /(421002-2018-11\.33.*)\n/, '$1\n$1\n', 'observations primary-key 9 id'],
  [
    'a report that is not there',
    observations,
    ',421002-2018-11,',
    ',421002-2018-10,',
    'observations foreign-key 7 reportId',
  ],
  [
    'a whole that is not there',
    observations,
    ',421000-2018.40,60',
    ',421000-2018.41,60',
    'observations foreign-key 4 partOf',
  ],
  [
    'an indicator that is not there',
    observations,
    ',new-unions,300',
    ',new-union,300',
    'observations foreign-key 6 indicator',
  ],
  ['a ragged row', observations, '28万多人次,', '28万多人次', 'observations cells 2 '],
  ['a missing column', observations, 'value', 'values', 'observations column-missing  value'],
  ['an area that is not there', 'data/reports.csv', ',421002,', ',421003,', 'reports foreign-key 3 refArea'],
  [
    'boundaries that are no GeoJSON',
    'data/geo/421000.json',
    'FeatureCollection',
    'Nothing',
    'boundaries-421000 json  ',
  ],
  ['boundaries that are no JSON', 'data/geo/421000.json', '{', '<', 'boundaries-421000 json  '],
])('tells of %s', (_name, path, from, to, expected) => {
  expect(problemsAfter(path, from, to)).toEqual([expected]);
});

test.each([
  [
    'a measure that does not exist',
    observations,
    ',rate,organizing',
    ',rates,organizing',
    'observations enum 5 measure',
  ],
  [
    'a category that does not exist',
    observations,
    ',rate,organizing',
    ',rate,organising',
    'observations enum 5 category',
  ],
  ['a qualifier that does not exist', observations, ',over,', ',above,', 'observations enum 2 qualifier'],
  [
    'a period that ends before it begins',
    observations,
    '2018-11-03,2018-11-03',
    '2018-11-03,2018-11-02',
    'observations order 8 periodStart',
  ],
  ['a period with one end', observations, '2018-11-03,2018-11-03', '2018-11-03,', 'observations order 8 periodStart'],
  ['offsets that run backwards', observations, ',33,35,', ',33,32,', 'observations order 8 start'],
  ['an offset beyond any file', observations, ',33,35,', ',33,4294967296,', 'observations maximum 8 end'],
  [
    'a coverage that ends before it begins',
    'data/reports.csv',
    '2018-11-30',
    '2017-11-30',
    'reports order 3 coverageStart',
  ],
  ['a level that does not exist', 'data/areas.csv', 'prefecture', 'city', 'areas enum 2 level'],
  ['a place that is not there', 'data/areas.csv', '421088,3', '421099,3', 'areas foreign-key 4 place'],
])('what the app needs is checked beyond the package’s own schema: %s', (_name, path, from, to, expected) => {
  expect(problemsAfter(path, from, to)).toEqual([expected]);
});

test('a file that is wrong in every one of many rows is told in full', () => {
  const [header] = (smallFiles['data/areas.csv'] ?? '').split('\n');
  const rows = Array.from({ length: 200_000 }, (_, index) => `${String(index)},,,,,,,,,`);
  const text = [header, ...rows].join('\n');
  const result = readWhole(smallDescriptor(), textsOf({ ...smallFiles, 'data/areas.csv': text }));
  expect(result.ok ? 0 : result.problems.length).toBeGreaterThan(1_000_000);
});

test('unknown columns are ignored', () => {
  const text = (smallFiles['data/areas.csv'] ?? '').replaceAll('\n', ',x\n');
  const result = readWhole(smallDescriptor(), textsOf({ ...smallFiles, 'data/areas.csv': text }));
  expect(result).toEqual({ ok: true, dataPackage: smallPackage() });
});

test('a resource that did not arrive is a problem', () => {
  const texts = textsOf(smallFiles);
  texts.delete('data/reports.csv');
  const result = readWhole(smallDescriptor(), texts);
  expect(result).toMatchObject({ ok: false });
  expect(result.ok ? [] : result.problems[0]).toMatchObject({ resource: 'reports', code: 'resource-missing' });
});

test('never throws, whatever the files hold', () => {
  const names = smallDescriptor().resources.flatMap(({ paths }) => paths);
  const bytes = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'id', 'code', '0', '\uFEFF', '年', '{', '}') });
  fc.assert(
    fc.property(fc.constantFrom(...names), bytes, (name, text) => {
      const result = readWhole(smallDescriptor(), textsOf(smallFiles).set(name, text));
      expect(result.ok).toBe(false);
    }),
    { seed: 20200612 },
  );
});
