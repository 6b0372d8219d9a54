import { treeOf } from '../statistics/treeOf';
import type { Language } from '../model/language';
import type { Observation } from '../model/observation';
import type { ReadCharacters } from '../search/matchesSearch';
import { numbersByRank } from '../statistics/columns/reportColumns';
import { packRows } from '../statistics/columns/rowsMaker';
import type { AllRows } from '../statistics/columns/selectRows';
import type { Resolved } from '../statistics/resolved';
import { tableViewer, type RowChunk, type TableRequest, type TableViewer } from '../statistics/table/tableView';
import type { TableView } from '../statistics/table/tableView';
import { rowsOfAll } from './allRows';
import { onceWorked } from './onceWorked';
import { restrictedTo } from './restricted';
import type { Making } from './snapshot';

/** Answers the data page. Errors: `db-broken`. */
export interface TableData {
  view: (request: TableRequest) => Promise<TableView>;
  /** Rows of a set; null where it is not known any more. */
  rows: (set: number, rows: readonly number[]) => RowChunk | null;
  /** The observation of a row, then its whole and its parts; null likewise. */
  family: (set: number, row: number) => Observation[] | null;
}

const readings = onceWorked(async () => (await import('../search/readCharacters')).readCharacters);

/** How characters are read, where a search holds a letter; without a network it goes by the printed words alone. */
async function readerFor(search: string): Promise<ReadCharacters> {
  return /[a-z]/i.test(search.normalize('NFKC')) ? readings().catch(() => null) : null;
}

const collators = new Map<Language, Intl.Collator>();
function collatorOf(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, collator);
  return collator;
}

/** Rows of data in memory. */
function rowsOfResolved({ entries, reports, tree }: Resolved): AllRows {
  const ranks = new Map(reports.map(({ id, rank }) => [id, rank]));
  return { columns: packRows(entries.map(({ observation }) => observation)), tree, rankOf: (id) => ranks.get(id) };
}

interface Opened {
  set: number;
  viewer: TableViewer;
}

/** Opens the way from a snapshot to the data page. */
export function tableData(making: Making): TableData {
  const { columns, entries, rows } = making;
  const { head, beside } = columns.source;
  const tree = treeOf(beside.areas);
  const titles = onceWorked(async () => {
    const words = await columns.words();
    const numbers = new Map(Array.from(numbersByRank(head.reports), (number) => [head.reports.ids[number], number]));
    return (id: string) => {
      const number = numbers.get(id);
      return number === undefined ? id : words(number).title;
    };
  });
  const area = (code: string, language: Language) => {
    const found = tree.area(code);
    return (language === 'en' && found?.nameEn) || (found?.name ?? code);
  };
  const open = async (all: AllRows): Promise<Opened> => {
    const viewer = tableViewer(all, { report: await titles(), area });
    return { set: rows.sets.add(viewer), viewer };
  };
  const whole = onceWorked(async () => open(entries ? rowsOfResolved(entries) : await rowsOfAll(making)));
  const restricted = restrictedTo(making);
  const selections = new WeakMap<Resolved, Promise<Opened>>();
  const source = async (reports: readonly string[]) => {
    if (reports.length === 0) return whole();
    const resolved = await restricted(reports);
    const known = selections.get(resolved) ?? open(rowsOfResolved(resolved));
    selections.set(resolved, known);
    return known;
  };
  return {
    view: async (request) => {
      const [{ set, viewer }, read] = await Promise.all([source(request.filter.reports), readerFor(request.search)]);
      // A set that has been forgotten is in use again.
      const number = rows.sets.get(set) ? set : rows.sets.add(viewer);
      return { set: number, ...viewer.view(request, { collate: collatorOf(request.words.language).compare, read }) };
    },
    rows: (set, wanted) => rows.sets.get(set)?.rows(wanted) ?? null,
    family: (set, row) => rows.sets.get(set)?.family(row) ?? null,
  };
}
