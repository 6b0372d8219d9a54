import type { Transaction } from 'dexie';

/** One released form of the database. Released forms are frozen: a change is a new version. */
export interface SchemaVersion {
  version: number;
  /** All stores of the version in Dexie's notation, primary key first. */
  stores: Record<string, string>;
  /** Brings rows of the version before to this one; null when the new form reads the old rows as they are. */
  upgrade: ((transaction: Transaction) => Promise<void>) | null;
}
