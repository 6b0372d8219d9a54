import { expect, test, vi } from 'vitest';
import { AppError } from '../../src/model/appError';
import { loadDataset } from '../../src/store/loadDataset';
import { loadPackage } from '../../src/worker/loadPackage';
import { freshProfile, openIn } from '../support/store/freshDatabase';
import { smallFiles, smallPackage } from '../support/store/packageSmall';

const url = 'https://example.test/p/datapackage.json';
const at = '2026-03-04T05:06:07.000Z';
const reportCount = 40;
const [header = '', ...rows] = (smallFiles['data/observations.csv'] ?? '').trim().split('\n');
const [reportHeader = '', district = ''] = (smallFiles['data/reports.csv'] ?? '')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('421000-2018,'));
const sample = rows.filter((row) => row.includes(',421002-2018-11,') && row.startsWith('421002-2018-11.'));

/** A package of the small one's form with a file of observations a report. */
function filesOf(version: string, change: (text: string, file: number) => string = (text) => text) {
  const files = new Map(Object.entries(smallFiles));
  const ids = Array.from({ length: reportCount }, (_, i) => `421002-2018-11.${String(i + 2)}`);
  const paths = ids.map((_, i) => `data/observations-${String(i)}.csv`);
  const json = JSON.parse(smallFiles['datapackage.json'] ?? '') as {
    version: string;
    resources: { name: string; path: unknown }[];
  };
  json.version = version;
  for (const resource of json.resources) if (resource.name === 'observations') resource.path = paths;
  files.set('datapackage.json', JSON.stringify(json));
  const named = (line: string, id: string) => line.replaceAll('421002-2018-11', id);
  files.set('data/reports.csv', [reportHeader, ...ids.map((id) => district.replace('421002-2018-11', id))].join('\n'));
  ids.forEach((id, i) => {
    const text = [header, ...sample.map((row) => named(row, id))].join('\n');
    files.set(paths[i] ?? '', change(text, i));
  });
  return files;
}

function loading(files: ReadonlyMap<string, string>) {
  const phases: string[] = [];
  let [waiting, most] = [0, 0];
  const options = {
    url,
    now: () => at,
    report: (phase: string) => void phases.push(phase),
    fetchText: async (address: string) => {
      most = Math.max(most, ++waiting);
      await Promise.resolve();
      waiting -= 1;
      const text = files.get(address.slice('https://example.test/p/'.length));
      if (text === undefined) throw new AppError('package-unreachable', { url: address, status: 404 });
      return text;
    },
  };
  return { options, phases, most: () => most };
}

test('a package of many files is read and written file by file', async () => {
  const database = await openIn(freshProfile());
  const { options, phases, most } = loading(filesOf('2.0.0'));
  expect(await loadPackage(database, options)).toEqual({ isAsBefore: false, trouble: null });
  const { dataset, state } = await loadDataset(database);
  expect(state).toMatchObject({ revision: 1, packageVersion: '2.0.0' });
  expect(dataset.reports).toHaveLength(reportCount);
  expect(dataset.observations).toHaveLength(reportCount * sample.length);
  expect([...new Set(phases)]).toEqual(['fetch', 'check', 'write']);
  expect(most()).toBeLessThan(8);
  expect(await loadPackage(database, options)).toEqual({ isAsBefore: true, trouble: null });
});

test('checking is told when there is something to check; until then it is the network that is waited for', async () => {
  const database = await openIn(freshProfile());
  const { options, phases } = loading(new Map(Object.entries(smallFiles)));
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const given = new Set<string>();
  const fetchText = async (address: string) => {
    if (address.endsWith('/observations.csv')) await released;
    given.add(address);
    return options.fetchText(address);
  };
  const loaded = loadPackage(database, { ...options, fetchText });
  await vi.waitFor(() => expect(given.size).toBe(Object.keys(smallFiles).length - 1));
  // One turn of the event loop: whatever follows from the files that are there has happened.
  await new Promise((resolve) => setTimeout(resolve));
  expect(new Set(phases)).toEqual(new Set(['fetch']));
  release();
  await loaded;
  expect([...new Set(phases)]).toEqual(['fetch', 'check', 'write']);
});

test('a file that comes while another is checked does not take the telling back to fetching', async () => {
  const database = await openIn(freshProfile());
  const { options, phases } = loading(filesOf('2.0.0'));
  const fetchText = async (address: string) => {
    if (address.endsWith('/observations-1.csv')) await vi.waitFor(() => expect(phases).toContain('check'));
    return options.fetchText(address);
  };
  await loadPackage(database, { ...options, fetchText });
  expect(phases.lastIndexOf('fetch')).toBeLessThan(phases.indexOf('check'));
});

test.each([
  ['a file that is broken', (text: string, file: number) => (file === 30 ? text.replace('场', '') : text)],
  ['a part of nothing', (text: string, file: number) => (file === 3 ? text.replace(/,,(\d+,\d+,)/, ',x.1,$1') : text)],
])('%s stops the loading, and nothing has been seen of it', async (_name, change) => {
  const database = await openIn(freshProfile());
  await loadPackage(database, loading(new Map(Object.entries(smallFiles))).options);
  const before = await loadDataset(database);
  const files = filesOf('2.0.0', change);
  expect(files).not.toEqual(filesOf('2.0.0'));
  expect(await loadPackage(database, loading(files).options)).toMatchObject({
    isAsBefore: true,
    trouble: { code: 'package-invalid' },
  });
  expect(await loadDataset(database)).toEqual(before);
  expect(await database.blocks.count()).toBe(1);
});

test('a file that cannot be had stops the loading; the next start brings all of it', async () => {
  const database = await openIn(freshProfile());
  const files = filesOf('2.0.0');
  files.delete('data/observations-20.csv');
  await expect(loadPackage(database, loading(files).options)).rejects.toMatchObject({ code: 'package-unreachable' });
  expect((await loadDataset(database)).state.packageVersion).toBeNull();
  expect(await database.blocks.count()).toBe(0);
  expect(await loadPackage(database, loading(filesOf('2.0.0')).options)).toMatchObject({ trouble: null });
  expect((await loadDataset(database)).dataset.reports).toHaveLength(reportCount);
  expect(smallPackage().version).toBe('1.2.0');
});
