import { findRows } from '../../../../src/app/components/table/findRows';
import { sortRows } from '../../../../src/app/components/table/arrangeRows';
import { tableOf, type ColumnKey } from '../../../../src/app/components/table/tableColumns';
import { readCharacters } from '../../../../src/app/search/readCharacters';
import type { CellAddress, Filter } from '../../../../src/statistics/query';
import { bucketsIn, monthsPeriod } from '../../../../src/model/period';
import { startWorkerClient } from '../../../../src/worker/client';
import type { World } from '../world';

const plain = (code: string) => code;
const names = { report: plain, area: plain, category: plain, measure: plain, subject: plain };
const words = { qualifier: plain, kind: plain, status: plain, review: plain, part: 'part', language: 'zh-CN' as const };
const first = { counted: 30, leftOut: 30 };

/** Milliseconds of the questions about single observations, of opening the data page, and of what it does with its rows. */
export async function sourceTimes(folder: string, world: World): Promise<Record<string, number>> {
  const client = startWorkerClient('bench-ours');
  await client.start(`${folder}datapackage.json`, () => undefined);
  const times: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const made = await work();
    times[name] = performance.now() - start;
    return made;
  };
  const filter: Filter = { granularity: 'M', from: null, to: null, areas: [], categories: [], reports: [] };
  const [county = '', other = ''] = world.counties.slice(3);
  const months = bucketsIn(monthsPeriod(world.firstMonth, world.months), 'M');
  const at = (areas: string[], buckets: string[], subject = 'participants') => ({
    filter: { ...filter, areas },
    cell: { subject, key: 'total', split: 'none', status: 'actual', buckets } satisfies CellAddress,
    first,
  });
  await client.query('tiles', { filter, subjects: world.subjects });
  await client.query('facets', { filter, subjects: [] });
  await timed('explain county month, first', () => client.query('explain', at([county], months.slice(5, 6))));
  await timed('explain county month, next', () => client.query('explain', at([other], months.slice(7, 8))));
  await timed('explain county, all months', () => client.query('explain', at([other], [])));
  await timed('explain prefecture, all months', () => client.query('explain', at([`${other.slice(0, 4)}00`], [])));
  const total = await timed('explain everything, all months', () => client.query('explain', at([], [])));
  times['counted behind everything'] = total.cell.counted;
  await timed('explain stock, everything', () => client.query('explain', at([], [], 'members.stock')));
  const [report = ''] = total.reports.map(({ id }) => id);
  const only = { ...filter, reports: [report] };
  await timed('tiles of one report', () => client.query('tiles', { filter: only, subjects: world.subjects }));
  const answer = await timed('table, first', () => client.query('table', { filter, subjects: [] }));
  await timed('table, of one county', () =>
    client.query('table', { filter: { ...filter, areas: [county] }, subjects: [] }),
  );
  await timed('table, next', () => client.query('table', { filter, subjects: [] }));
  times['rows'] = answer.count;
  const table = tableOf(answer, { ...names, ...words });
  const found = await timed('find all', () => findRows(table, '', {}, readCharacters));
  await timed('find one category', () => findRows(table, '', { category: ['women'] }, readCharacters));
  await timed('search a word, first', () => findRows(table, '慰问', {}, readCharacters));
  await timed('search a word, next', () => findRows(table, '培训', {}, readCharacters));
  await timed('search an initial', () => findRows(table, 'wwkn', {}, readCharacters));
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  for (const column of ['value', 'period', 'label', 'report', 'surface'] satisfies ColumnKey[])
    await timed(`sort by ${column}`, () => sortRows(table, found.rows, { column, descending: true }, compare));
  times['megabytes of page and worker'] = (await performance.measureUserAgentSpecificMemory()).bytes / 1e6;
  return times;
}
