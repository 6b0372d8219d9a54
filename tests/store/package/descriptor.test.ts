import { expect, test } from 'vitest';
import { readDescriptor } from '../../../src/read/package/descriptor';
import { isJsonObject } from '../../../src/read/package/parseTableSchema';
import { smallFiles } from '../../support/store/packageSmall';

const text = smallFiles['datapackage.json'] ?? '';

interface Plain {
  [key: string]: unknown;
  resources: { [key: string]: unknown; schema?: { [key: string]: unknown; fields: Record<string, unknown>[] } }[];
}

/** The small descriptor with a change made to a copy of it. */
function changed(change: (descriptor: Plain) => void): string {
  const descriptor = JSON.parse(text) as Plain;
  change(descriptor);
  return JSON.stringify(descriptor);
}

function problemsOf(json: string): string[] {
  const result = readDescriptor(json);
  return result.ok ? [] : result.problems.map(({ resource, code, column }) => `${resource} ${code} ${String(column)}`);
}

const area = (descriptor: Plain) => descriptor.resources.find(({ name }) => name === 'areas') ?? {};
const field = (descriptor: Plain) => descriptor.resources[0]?.schema?.fields[0] ?? {};

test('reads name, version and the resources it knows', () => {
  const result = readDescriptor(text);
  expect(result).toMatchObject({ ok: true, descriptor: { name: 'package-small', version: '1.2.0' } });
  const names = result.ok ? result.descriptor.resources.map(({ name, boundariesOf }) => [name, boundariesOf]) : [];
  expect(names).toEqual([
    ['areas', null],
    ['indicators', null],
    ['reports', null],
    ['observations', null],
    ['boundaries-421000', '421000'],
  ]);
});

test('a resource of another name is left alone, whatever it holds', () => {
  expect(problemsOf(changed(({ resources }) => resources.push({ name: 'notes', path: '../../etc/passwd' })))).toEqual(
    [],
  );
});

test.each(['', 'null', '[]', '"x"', '{', '<!doctype html>'])('%j is no descriptor', (json) => {
  expect(problemsOf(json)).toEqual(['datapackage.json json null']);
});

test.each(['', '1', '1.2', 'v1.2.0', '01.2.0', '1.2.0-', 1, null])('%j is no version', (version) => {
  expect(problemsOf(changed((descriptor) => (descriptor['version'] = version)))).toEqual([
    'datapackage.json version version',
  ]);
});

test.each([
  '../areas.csv',
  'data/../../areas.csv',
  '/areas.csv',
  '//elsewhere.example/areas.csv',
  'https://elsewhere.example/areas.csv',
  'data:text/csv,a',
  'data\\areas.csv',
  'areas.csv?x',
  'areas.csv#x',
  '%2e%2e/areas.csv',
  './areas.csv',
  '',
  7,
])('the path %j leads out of the package', (path) => {
  const json = changed((descriptor) => (area(descriptor)['path'] = path));
  expect(problemsOf(json)).toEqual(['datapackage.json path areas']);
});

test('tables must be there, once, with a schema', () => {
  const without = changed((descriptor) => (descriptor.resources = descriptor.resources.slice(1)));
  expect(problemsOf(without)).toEqual(['datapackage.json resource-missing areas']);
  const twice = changed((descriptor) => descriptor.resources.push(area(descriptor)));
  expect(problemsOf(twice)).toEqual(['datapackage.json descriptor resources']);
  const bare = changed((descriptor) => delete area(descriptor).schema);
  expect(problemsOf(bare)).toEqual(['datapackage.json schema areas']);
});

test.each([
  ['a type that nobody checks', (descriptor: Plain) => (field(descriptor)['type'] = 'geopoint')],
  ['a constraint that nobody checks', (descriptor: Plain) => (field(descriptor)['constraints'] = { jsonSchema: {} })],
  ['a pattern that is none', (descriptor: Plain) => (field(descriptor)['constraints'] = { pattern: '(' })],
  ['a field without a name', (descriptor: Plain) => delete field(descriptor)['name']],
])('refuses %s instead of passing it over', (_name, change) => {
  expect(problemsOf(changed(change))).toEqual(['datapackage.json schema areas']);
});

test('a key over a field that the schema lacks is refused', () => {
  const json = changed((descriptor) => {
    const { schema } = area(descriptor);
    if (isJsonObject(schema)) schema['primaryKey'] = ['nothing'];
  });
  expect(problemsOf(json)).toEqual(['datapackage.json schema areas']);
});
