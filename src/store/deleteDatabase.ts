import Dexie from 'dexie';
import { toAppError } from './toAppError';

/** Deletes a database with everything in it; nothing happens where there is none. Errors: `db-broken`. */
export async function deleteDatabase(name: string): Promise<void> {
  try {
    await Dexie.delete(name);
  } catch (error) {
    throw toAppError(error);
  }
}
