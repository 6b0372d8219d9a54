import type { CellAddress, Filter } from '../../../../src/statistics/query';
import type { TableRequest, TableWords } from '../../../../src/statistics/table/tableView';
import { bucketsIn, monthsPeriod } from '../../../../src/model/period';
import { startWorkerClient } from '../../../../src/worker/client';
import type { World } from '../world';

const words: TableWords = {
  ...{ language: 'zh-CN', category: {}, measure: {}, subject: {} },
  ...{ qualifier: {}, kind: {}, status: {}, review: {}, part: '' },
};
const plainly: Omit<TableRequest, 'filter'> = {
  ...{
    subjects: [],
    words,
    search: '',
    filters: {},
    order: null,
    group: 'none',
    folded: [],
    marked: '',
    choices: false,
  },
};
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
  const table = (wanted: Partial<TableRequest>) => client.table({ ...plainly, filter, ...wanted });
  const view = await timed('table, first', () => table({}));
  times['rows'] = view.total;
  await timed('table, next', () => table({}));
  await timed('rows at the end', () => client.tableRows(view.set, [...view.lines.slice(-200)]));
  await timed('find one category', () => table({ filters: { category: ['women'] }, choices: true }));
  await timed('search a word, first', () => table({ search: '慰问' }));
  await timed('search a word, next', () => table({ search: '培训' }));
  await timed('search an initial', () => table({ search: 'wwkn' }));
  for (const column of ['value', 'period', 'label', 'report', 'surface'] as const) {
    await timed(`sort by ${column}`, () => table({ order: { column, descending: true } }));
    await timed(`sort by ${column}, next`, () => table({ order: { column, descending: false } }));
  }
  await timed('group by report', () => table({ group: 'report' }));
  await timed('table, of one county', () => table({ filter: { ...filter, areas: [county] } }));
  times['megabytes of page and worker'] = (await performance.measureUserAgentSpecificMemory()).bytes / 1e6;
  return times;
}
