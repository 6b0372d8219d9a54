import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Database } from '../../../src/store/database';
import { openDatabase, type OpenOptions } from '../../../src/store/openDatabase';

/** A browser profile of its own: databases in it are seen by nobody else. */
export interface Profile {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

export function freshProfile(): Profile {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

export const databaseName = 'union-statistics-test';

/** Opens today's database in a profile. */
export function openIn(profile: Profile, options: Omit<OpenOptions, 'dependencies'> = {}): Promise<Database> {
  return openDatabase(databaseName, { ...options, dependencies: profile });
}
