import type { Database } from './database';
import type { PackedRow } from './rows';
import { toAppError } from './toAppError';

/** Where it is kept which records the first questions after the last start have asked for. */
const wishesKey = 'wishes';
const format = 1;
const mostWishes = 64;

/** Reads records of the packed form. */
export interface PackedReader {
  /** A record, undefined where there is none; those asked for at once come in one transaction. Errors: `db-broken`. */
  read: (key: string, isRight: (row: PackedRow) => boolean) => Promise<PackedRow | undefined>;
  /** Ends reading ahead: remembers for the next start what has been asked for, and lets go of what nobody asked for. */
  learn: () => Promise<void>;
}

async function readWishes(database: Database): Promise<string[]> {
  const row = await database.packed.get(wishesKey);
  return row?.format === format ? (row.content as string[]) : [];
}

/** Begins at once to read what the first questions after the last start have asked for: mostly they come again. */
export function packedReader(database: Database): PackedReader {
  const asked = new Set<string>();
  let ahead: { places: Map<string, number>; rows: Promise<(PackedRow | undefined)[]> } | null = null;
  let isLearning = true;
  const wished = readWishes(database).catch(() => []);
  const begun = wished.then((keys) => {
    if (keys.length === 0 || !isLearning) return;
    // What cannot be read ahead is read when it is asked for, and says then what is wrong.
    const rows = database.packed.bulkGet(keys).catch(() => []);
    ahead = { places: new Map(keys.map((key, place) => [key, place])), rows };
  });

  let together: { keys: string[]; rows: Promise<(PackedRow | undefined)[]> } | null = null;
  const gather = () => {
    const keys: string[] = [];
    const rows = Promise.resolve().then(() => {
      together = null;
      return database.packed.bulkGet(keys);
    });
    return { keys, rows };
  };
  const readNow = async (key: string) => {
    together ??= gather();
    const { keys, rows } = together;
    const place = keys.push(key) - 1;
    try {
      return (await rows)[place];
    } catch (error) {
      throw toAppError(error);
    }
  };

  return {
    read: async (key, isRight) => {
      if (isLearning) asked.add(key);
      await begun;
      const place = ahead?.places.get(key);
      const row = place === undefined ? undefined : (await ahead?.rows)?.[place];
      return row && isRight(row) ? row : readNow(key);
    },
    learn: async () => {
      [isLearning, ahead] = [false, null];
      const keys = [...asked].slice(0, mostWishes);
      const before = new Set(await wished);
      if (keys.length === 0 || (keys.length === before.size && keys.every((key) => before.has(key)))) return;
      await database.packed.put({ key: wishesKey, format, dataRevision: 0, content: keys });
    },
  };
}
