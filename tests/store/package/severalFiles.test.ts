import { expect, test } from 'vitest';
import { readDescriptor, type Descriptor } from '../../../src/read/package/descriptor';
import { smallFiles, smallPackage } from '../../support/store/packageSmall';
import { readWhole } from '../../support/store/readWhole';

const [header = '', ...rows] = (smallFiles['data/observations.csv'] ?? '').trim().split('\n');
const city = rows.filter((row) => row.includes(',421000-2018,'));
const district = rows.filter((row) => row.includes(',421002-2018-11,'));
const paths = ['data/observations-1.csv', 'data/observations-2.csv'];

/** The descriptor of the small package with other paths for a resource. */
function descriptorWith(name: string, path: unknown): ReturnType<typeof readDescriptor> {
  const json = JSON.parse(smallFiles['datapackage.json'] ?? '') as { resources: { name: string; path: unknown }[] };
  for (const resource of json.resources) if (resource.name === name) resource.path = path;
  return readDescriptor(JSON.stringify(json));
}

function splitDescriptor(): Descriptor {
  const result = descriptorWith('observations', paths);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.descriptor;
}

/** Reads the small package with its observations in two files of some lines. */
function readSplit(first: readonly string[], second: readonly string[]) {
  const texts = [first, second].map((lines, i) => [paths[i] ?? '', `${lines.join('\n')}\n`] as const);
  return readWhole(splitDescriptor(), new Map([...Object.entries(smallFiles), ...texts]));
}

function problemsOf(first: readonly string[], second: readonly string[]): string[] {
  const result = readSplit(first, second);
  return result.ok
    ? []
    : result.problems.map(({ resource, code, row, column }) => [resource, code, row, column].join(' '));
}

test.each([
  ['stands again in the second file', [header, ...district]],
  ['stands in the first file alone', district],
])('several files are read as one: the header %s', (_name, second) => {
  expect(readSplit([header, ...city], second)).toEqual({ ok: true, dataPackage: smallPackage() });
});

test('other tables may have several files too', () => {
  const [head = '', ...areas] = (smallFiles['data/areas.csv'] ?? '').trim().split('\n');
  const result = descriptorWith('areas', ['a.csv', 'b.csv']);
  if (!result.ok) throw new Error('no descriptor');
  const texts = new Map(Object.entries(smallFiles));
  texts.set('a.csv', [head, ...areas.slice(0, 2)].join('\n')).set('b.csv', areas.slice(2).join('\n'));
  expect(readWhole(result.descriptor, texts)).toEqual({ ok: true, dataPackage: smallPackage() });
});

test('a problem names the file and its line, counted from the top of that file', () => {
  const broken = district.map((row) => row.replace(',0,场,', ',many,场,'));
  const inRow = broken.findIndex((row) => row.includes(',many,')) + 1;
  expect(problemsOf([header, ...city], broken)).toEqual([`${paths[1] ?? ''} type ${String(inRow)} value`]);
  expect(problemsOf([header, ...city], [header, ...broken])).toEqual([
    `${paths[1] ?? ''} type ${String(inRow + 1)} value`,
  ]);
});

test('the whole of a part may stand in an earlier or in a later file', () => {
  const part = district.map((row, i) => (i === 0 ? row : row)).join('\n');
  const linked = city.map((row) => row.replace(',421000-2018.40,60', ',421002-2018-11.5,60'));
  expect(linked).not.toEqual(city);
  expect(problemsOf([header, ...linked], part.split('\n'))).toEqual([]);
  expect(problemsOf([header, ...district], linked)).toEqual([]);
  const lost = city.map((row) => row.replace(',421000-2018.40,60', ',421002-2018-11.6,60'));
  expect(problemsOf([header, ...lost], district)).toEqual([`${paths[0] ?? ''} foreign-key 4 partOf`]);
});

test('a report that is cut between two files is told, and so is an id that comes again', () => {
  const [first = '', ...rest] = city;
  expect(problemsOf([header, first], [...rest, ...district])).toEqual([`${paths[1] ?? ''} split-report 1 reportId`]);
  const stolen = district.map((row) => row.replace('421002-2018-11.5,', '421000-2018.10,'));
  expect(stolen).not.toEqual(district);
  const twice = problemsOf([header, ...city], stolen);
  expect(twice.some((line) => line.startsWith(`${paths[1] ?? ''} primary-key`))).toBe(true);
});

test.each([
  ['no path', []],
  ['a path twice', ['a.csv', 'a.csv']],
  ['a path that leaves the package', ['a.csv', '../b.csv']],
  ['something that is no path', ['a.csv', 1]],
])('a list with %s is refused', (_name, path) => {
  const result = descriptorWith('observations', path);
  expect(result.ok ? [] : result.problems.map(({ code, column }) => [code, column])).toEqual([
    ['path', 'observations'],
  ]);
});

test('boundaries have one file', () => {
  expect(descriptorWith('boundaries-421000', ['a.json'])).toMatchObject({ ok: false });
});
