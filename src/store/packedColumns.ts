import type { Dataset } from '../model/dataset';
import type { Granularity } from '../model/period';
import type { Report } from '../model/report';
import type { Columns } from '../statistics/columns/buildColumns';
import type { FacetColumns } from '../statistics/columns/facetColumns';
import { isWholeSheet, sheetKey, type FlowSheet } from '../statistics/columns/flowSheet';
import type { ColumnsHead } from '../statistics/columns/openColumns';
import type { Others } from '../statistics/columns/otherColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import { gone } from '../statistics/columns/reportColumns';
import { withDerived } from '../statistics/columns/placeCoverage';
import { summedUp } from '../statistics/columns/sumUp';
import { besideText, type Beside } from './besideText';
import { readState } from './commit';
import { fileColumns, withColumns } from './columnsFile';
import type { Database } from './database';
import { areWholeWords, packWords, type ReportWords } from './reportWords';
import { keysOfRows } from './keysOfRows';
import { areWholeOthers, packOthers, unpackOthers } from './packedOthers';
import type { PackedRow, State } from './rows';
import { toAppError } from './toAppError';

/** Grows when the packed form changes: an older one is made again from the rows. */
const format = 12;

const keys = {
  head: 'head',
  words: 'words',
  facets: 'facets',
  sheet: (subject: string, granularity: Granularity | null) => `sheet|${sheetKey(subject, granularity)}`,
  others: (subject: string) => `others|${subject}`,
  patch: (index: number) => `patch|${String(index).padStart(6, '0')}`,
};

/** What a start needs; all else is read when it is asked for. */
export interface PackedHead {
  columns: ColumnsHead;
  /** Of `readBeside`. */
  beside: string;
  /** Tells records of this packing from those of another; patches do not change it. */
  epoch: number;
  /** The sheets and others that belong to it, patches apart. */
  sheets: [subject: string, granularity: Granularity | null][];
  others: string[];
  /** How many patches lie over it, oldest first. */
  patches: number;
  /** Newest line of the log that it knows of, patches included. */
  sequence: number;
  /** Words of its newest reports, up to `newestCount`, the newest first; patches do not change them. */
  newest: ReportWords;
}

/** Of so many reports a start tells the words at once. */
export const newestCount = 500;

/** A packed form as it was found; of older data where its revision is another than that of the state. */
export interface PackedFound {
  head: PackedHead;
  dataRevision: number;
  state: State;
  patches: ColumnsPatch[];
}

/** What a packed form is made of: a revision of the data with the newest line of the log then. */
export interface MadeOf {
  dataRevision: number;
  sequence: number;
}

/** Keys of the records that belong to a head, patches apart. */
function keysOf({ sheets, others }: PackedHead): string[] {
  const sheetKeys = sheets.map(([subject, granularity]) => keys.sheet(subject, granularity));
  return [keys.words, keys.facets, ...sheetKeys, ...others.map(keys.others)];
}

/** The record of a head. */
const headRow = (dataRevision: number, head: PackedHead) => {
  const columns = { ...head.columns, coverage: withDerived(head.columns.coverage) };
  return rowOf(keys.head, dataRevision, { ...head, columns });
};

const rowOf = (key: string, dataRevision: number, content: unknown): PackedRow => ({
  ...{ key, format, dataRevision },
  ...fileColumns(content),
});

function rowsOf(
  columns: Columns,
  beside: Beside,
  reports: readonly Report[],
  { dataRevision: epoch, sequence }: MadeOf,
): PackedRow[] {
  const { sheets, others, facets, ...head } = columns;
  const row = (key: string, content: unknown) => rowOf(key, epoch, content);
  const rows = [
    row(keys.words, packWords(reports)),
    row(keys.facets, facets),
    ...summedUp(columns, beside.areas).map((sheet) => row(keys.sheet(sheet.subject, sheet.granularity), sheet)),
    ...others.map((one) => row(keys.others(one.subject), packOthers(one))),
  ];
  const content: PackedHead = {
    columns: head,
    beside: besideText(beside),
    epoch,
    sheets: sheets.map(({ subject, granularity }) => [subject, granularity]),
    others: others.map(({ subject }) => subject),
    patches: 0,
    sequence,
    newest: packWords(newestOf(columns.reports, reports)),
  };
  return [headRow(epoch, content), ...rows];
}

/** The newest of some reports, which come in the order of their numbers. */
function newestOf({ rank }: Columns['reports'], reports: readonly Report[]): Report[] {
  const numbers = [...rank.keys()].filter((number) => rank[number] !== gone);
  numbers.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0));
  return numbers.slice(0, newestCount).flatMap((number) => reports[number] ?? []);
}

/**
 * Keeps columns beside the rows they were made from, in one transaction, unless the data has moved on meanwhile.
 * Input: the columns with their reports in the order of their numbers. Output: whether they were kept.
 * Errors: `db-quota`, `db-broken`; what was kept before stays then.
 */
export async function savePacked(
  database: Database,
  columns: Columns,
  { reports, ...beside }: Omit<Dataset, 'observations'>,
  madeOf: MadeOf,
): Promise<boolean> {
  const rows = rowsOf(columns, { areas: beside.areas, indicators: beside.indicators }, reports, madeOf);
  try {
    return await database.transaction('rw', [database.packed, database.meta], async () => {
      if ((await readState(database)).dataRevision !== madeOf.dataRevision) return false;
      await database.packed.where('key').noneOf(Object.values(keysOfRows)).delete();
      await database.packed.bulkPut(rows);
      return true;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/**
 * Lays patches, oldest first, over what is kept, which the head tells with them; unless the data has moved on meanwhile or something else is kept than was patched.
 * Output: whether it was kept. Errors: `db-quota`, `db-broken`.
 */
export async function savePatches(
  database: Database,
  { head, patches }: { head: PackedHead; patches: readonly ColumnsPatch[] },
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  try {
    return await database.transaction('rw', [database.packed, database.meta], async () => {
      const kept = await database.packed.get(keys.head);
      if (kept?.format !== format || kept.dataRevision !== from) return false;
      if ((await readState(database)).dataRevision !== to) return false;
      await database.packed.bulkPut([
        headRow(to, head),
        ...patches.map((patch, i) => rowOf(keys.patch(head.patches - patches.length + i + 1), head.epoch, patch)),
      ]);
      return true;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/** The head of the kept columns, with the state that the rows are in; null where there is none. Errors: `db-broken`. */
export async function readPackedHead(database: Database): Promise<PackedFound | null> {
  const found = await readHeadRows(database);
  if (!found) return null;
  const { state, row, patches } = found;
  const [head, ...laid] = await Promise.all([row, ...patches].map(withColumns));
  if (!head || !laid.every(Boolean)) return null;
  return { head: head as PackedHead, dataRevision: row.dataRevision, state, patches: laid as ColumnsPatch[] };
}

/** The records of the head, where nothing is missing of what belongs to it. */
async function readHeadRows(
  database: Database,
): Promise<{ state: State; row: PackedRow; patches: PackedRow[] } | null> {
  try {
    return await database.transaction('r', [database.packed, database.meta], async () => {
      const state = await readState(database);
      const row = await database.packed.get(keys.head);
      if (row?.format !== format || row.dataRevision > state.dataRevision) return null;
      const head = row.content as PackedHead;
      const found = new Set(await database.packed.toCollection().primaryKeys());
      if (!keysOf(head).every((key) => found.has(key))) return null;
      const wanted = Array.from({ length: head.patches }, (_, index) => keys.patch(index + 1));
      const patches = (await database.packed.bulkGet(wanted)).flatMap((patch) => patch ?? []);
      const areWhole = patches.length === wanted.length && patches.every((one) => one.dataRevision === head.epoch);
      return areWhole ? { state, row, patches } : null;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/** Reads records of a packed form, null where one is not of it; those asked for at once in one transaction. */
function partReader(database: Database, { epoch }: PackedHead): (key: string) => Promise<unknown> {
  let together: { keys: string[]; rows: Promise<(PackedRow | undefined)[]> } | null = null;
  const gather = () => {
    const keys: string[] = [];
    const rows = Promise.resolve().then(() => {
      together = null;
      return database.packed.bulkGet(keys);
    });
    return { keys, rows };
  };
  return async (key) => {
    together ??= gather();
    const { rows } = together;
    const at = together.keys.push(key) - 1;
    try {
      const row = (await rows)[at];
      return row?.format === format && row.dataRevision === epoch ? await withColumns(row) : null;
    } catch (error) {
      throw toAppError(error);
    }
  };
}

/** What can be had of a packed form, each part null where it is not whole. Errors: `db-broken`. */
export interface PackedParts {
  /** Undefined where the subject has none at this granularity. */
  sheet: (subject: string, granularity: Granularity | null) => Promise<FlowSheet | null | undefined>;
  others: (subject: string) => Promise<Others | null | undefined>;
  facets: () => Promise<FacetColumns | null>;
  words: () => Promise<ReportWords | null>;
}

/** The ways to the parts of a packed form, patches not applied. */
export function packedParts(database: Database, head: PackedHead): PackedParts {
  const known = new Set(keysOf(head));
  const readPart = partReader(database, head);
  const read = async <T>(key: string, isWhole: (content: T) => boolean): Promise<T | null> => {
    const content = (await readPart(key)) as T | null;
    return content !== null && isWhole(content) ? content : null;
  };
  const ifKnown = <T>(key: string, isWhole: (content: T) => boolean) =>
    known.has(key) ? read(key, isWhole) : Promise.resolve(undefined);
  return {
    sheet: (subject, granularity) => ifKnown(keys.sheet(subject, granularity), isWholeSheet),
    others: async (subject) => {
      const packed = await ifKnown(keys.others(subject), areWholeOthers);
      return packed && unpackOthers(packed, head.columns.reports.ids);
    },
    facets: () => read(keys.facets, areWholeFacets),
    words: () => read(keys.words, areWholeWords),
  };
}

function areWholeFacets({ period, place, category, code, report }: FacetColumns): boolean {
  return [place, category, code, report].every(({ length }) => length === period.length);
}
