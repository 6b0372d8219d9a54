import type { Dataset } from '../model/dataset';
import type { Columns } from '../statistics/columns/buildColumns';
import { isWholeSheet, type FlowSheet } from '../statistics/columns/flowSheet';
import { readState } from './commit';
import type { Database } from './database';
import type { PackedRow, State } from './rows';
import { toAppError } from './toAppError';

/** Grows when the packed form changes: an older one is made again from the rows. */
const format = 1;

const headKey = 'head';
const sheetsKey = (subject: string) => `sheets|${subject}`;

/** What a start needs: everything but the sheets, and what columns stand beside. */
export interface PackedHead {
  columns: Omit<Columns, 'sheets'>;
  beside: Omit<Dataset, 'observations'>;
  /** Number of sheets by subject. */
  sheets: Record<string, number>;
}

function rowsOf({ sheets, ...columns }: Columns, beside: PackedHead['beside'], dataRevision: number): PackedRow[] {
  const bySubject = new Map<string, FlowSheet[]>();
  for (const sheet of sheets) bySubject.set(sheet.subject, [...(bySubject.get(sheet.subject) ?? []), sheet]);
  const counts = Object.fromEntries(Array.from(bySubject, ([subject, list]) => [subject, list.length]));
  const head: PackedHead = { columns, beside, sheets: counts };
  return [
    { key: headKey, format, dataRevision, content: head },
    ...Array.from(bySubject, ([subject, content]) => ({ key: sheetsKey(subject), format, dataRevision, content })),
  ];
}

/**
 * Keeps columns beside the rows they were made from, in one transaction, unless the data has moved on meanwhile.
 * Output: whether they were kept. Errors: `db-quota`, `db-broken`; what was kept before stays then.
 */
export async function savePacked(
  database: Database,
  columns: Columns,
  beside: PackedHead['beside'],
  dataRevision: number,
): Promise<boolean> {
  try {
    return await database.transaction('rw', [database.packed, database.meta], async () => {
      if ((await readState(database)).dataRevision !== dataRevision) return false;
      await database.packed.clear();
      await database.packed.bulkPut(rowsOf(columns, beside, dataRevision));
      return true;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

/** The head of the kept columns with the state it belongs to; null where there is none of today's data. Errors: `db-broken`. */
export async function readPackedHead(database: Database): Promise<{ head: PackedHead; state: State } | null> {
  try {
    return await database.transaction('r', [database.packed, database.meta], async () => {
      const state = await readState(database);
      const row = await database.packed.get(headKey);
      if (row?.format !== format || row.dataRevision !== state.dataRevision) return null;
      const head = row.content as PackedHead;
      const keys = await database.packed.toCollection().primaryKeys();
      const isComplete = Object.keys(head.sheets).every((subject) => keys.includes(sheetsKey(subject)));
      return isComplete && isWholeHead(head) ? { head, state } : null;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

function isWholeHead({ columns: { facets } }: PackedHead): boolean {
  const { period, place, category, code, report } = facets;
  return [place, category, code, report].every((column) => column.length === period.length);
}

/** Kept sheets of a subject; null unless they are whole and of the given revision. Errors: `db-broken`. */
export async function readPackedSheets(
  database: Database,
  subject: string,
  { sheets }: Pick<PackedHead, 'sheets'>,
  dataRevision: number,
): Promise<FlowSheet[] | null> {
  const count = sheets[subject];
  if (count === undefined) return [];
  try {
    const row = await database.packed.get(sheetsKey(subject));
    if (row?.format !== format || row.dataRevision !== dataRevision) return null;
    const content = row.content as FlowSheet[];
    return content.length === count && content.every(isWholeSheet) ? content : null;
  } catch (error) {
    throw toAppError(error);
  }
}
