import type { Table } from 'dexie';
import type { Database } from './database';
import { toAppError } from './toAppError';

const key = 'loads';
/** A loading that has written nothing for so long is over: its tab is gone. */
const patienceMs = 600_000;

/** A loading under way, which nobody believes yet. */
interface Staged {
  load: number;
  /** ISO date and time of its last sign of life. */
  at: string;
}

/** Which blocks are to be believed; one row beside the state. */
export interface Loads {
  /** Number of the loading whose blocks are the package's; 0 before any. */
  active: number;
  /** Number of the newest. */
  last: number;
  staged: Staged[];
  /** Observations in the active blocks. */
  count: number;
  /** Pairs of roots of the area tree that some report of the package connects. */
  links: [string, string][];
}

const none: Loads = { active: 0, last: 0, staged: [], count: 0, links: [] };

const tableOf = (database: Database): Table<Loads & { key: typeof key }, string> => database.table('meta');

/** Which blocks are believed; call it within a transaction on `meta`. */
export async function readLoads(database: Database): Promise<Loads> {
  return (await tableOf(database).get(key)) ?? none;
}

const deleteBlocks = (database: Database, loads: readonly number[]) =>
  Promise.all(loads.map((load) => database.blocks.where('[load+number]').between([load], [load, []]).delete()));

/** Begins a loading: gives its number, and clears away what those have left whose tabs are long gone. */
export function beginLoad(database: Database, at: string): Promise<number> {
  return database.transaction('rw', [database.meta, database.blocks], async () => {
    const loads = await readLoads(database);
    const isOver = (staged: Staged) => Date.parse(at) - Date.parse(staged.at) > patienceMs;
    await deleteBlocks(
      database,
      loads.staged.filter(isOver).map(({ load }) => load),
    );
    const load = loads.last + 1;
    const staged = [...loads.staged.filter((one) => !isOver(one)), { load, at }];
    await tableOf(database).put({ ...loads, key, last: load, staged });
    return load;
  });
}

/**
 * Gives a sign of life of a loading; call it within the transaction that writes some of it. False where it has been cleared
 * away: another one has ended meanwhile, or this one slept for long.
 */
export async function renewLoad(database: Database, load: number, at: string): Promise<boolean> {
  const loads = await readLoads(database);
  if (!loads.staged.some((one) => one.load === load)) return false;
  const staged = loads.staged.map((one) => (one.load === load ? { load, at } : one));
  await tableOf(database).put({ ...loads, key, staged });
  return true;
}

/** Drops what a loading has written. */
export function dropLoad(database: Database, load: number): Promise<void> {
  return database.transaction('rw', [database.meta, database.blocks], async () => {
    const loads = await readLoads(database);
    await deleteBlocks(database, [load]);
    await tableOf(database).put({ ...loads, key, staged: loads.staged.filter((one) => one.load !== load) });
  });
}

/**
 * Makes a loading the one that is believed; the one before goes, and so do all that are under way: what they bring is not
 * newer, or is loaded at the next start. Call it within the transaction that ends it.
 */
export async function activateLoad(
  database: Database,
  load: number,
  { count, links }: Pick<Loads, 'count' | 'links'>,
): Promise<void> {
  const { active, last, staged } = await readLoads(database);
  const others = staged.filter((one) => one.load !== load).map((one) => one.load);
  await deleteBlocks(database, [active, ...others]);
  await tableOf(database).put({ key, active: load, last: Math.max(last, load), staged: [], count, links });
}

/** About how many observations the package brought: enough to choose how to read them. Errors: `db-broken`. */
export async function storedCount(database: Database): Promise<number> {
  try {
    return (await readLoads(database)).count;
  } catch (error) {
    throw toAppError(error);
  }
}
