import { AppError } from '../model/appError';
import { Database } from './database';
import { normaliseStores, readInstalled, type Installed } from './installed';
import { currentSchema } from './schema/index';
import { toAppError } from './toAppError';

/** Dexie stores our version times ten. */
const nativeVersion = currentSchema.version * 10;

export interface OpenOptions {
  /** Another tab needs this connection closed, or the browser took it away; it is closed already. */
  onClosed?: (error: AppError) => void;
  /** How long another tab may keep us waiting; milliseconds. */
  patienceMs?: number;
  /** For tests: where the browser's own is not to be used. */
  dependencies?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
}

function newerThanApp(native: number): AppError {
  return new AppError('db-newer-than-app', { found: native / 10, known: currentSchema.version });
}

/** Dexie opens a newer database silently and repairs a changed form by itself; both are refused here, untouched. */
function requireKnown(installed: Installed): void {
  if (installed.version > nativeVersion) throw newerThanApp(installed.version);
  if (installed.version < nativeVersion) return;
  const declared = Object.entries(normaliseStores(currentSchema.stores));
  const differing = declared.find(([name, store]) => installed.stores[name] !== store)?.[0];
  const unknown = Object.keys(installed.stores).find((name) => !Object.hasOwn(currentSchema.stores, name));
  const store = differing ?? unknown;
  if (store !== undefined) throw new AppError('db-broken', { name: 'schema', message: store });
}

/** A newer app, a deletion, or the browser itself (site data cleared, disk gone) may take an open database away. */
function tellClosing(database: Database, onClosed: (error: AppError) => void): void {
  const closing = (error: AppError) => {
    database.close();
    onClosed(error);
  };
  database.on('versionchange', ({ newVersion }) => {
    closing(
      newVersion === null ? new AppError('db-broken', { name: 'deleted', message: '' }) : newerThanApp(newVersion),
    );
    return false;
  });
  database.on('ready', () => {
    const taken = () => closing(new AppError('db-broken', { name: 'taken away', message: '' }));
    database.backendDB().addEventListener('close', taken);
  });
}

/** Opens, or gives up when another tab still holds an older form after `patienceMs`. */
async function openWithin(database: Database, patienceMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => {
      timer ??= setTimeout(() => reject(new AppError('db-blocked')), patienceMs);
      return false;
    });
  });
  try {
    await Promise.race([database.open(), blocked]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens the database of a name, created or upgraded to today's form.
 * Errors: `db-newer-than-app` {found, known} (nothing touched), `db-blocked` (another tab holds it), `db-refused` (the
 * browser allows no database), `db-quota`, `db-broken` {name, message}.
 */
export async function openDatabase(name: string, options: OpenOptions = {}): Promise<Database> {
  const { onClosed = () => undefined, patienceMs = 5000, dependencies } = options;
  let database: Database | null = null;
  try {
    const factory = dependencies?.indexedDB ?? globalThis.indexedDB;
    // Absent in some embedded browsers, whatever the types say.
    if (!(factory as IDBFactory | undefined))
      throw new AppError('db-refused', { name: 'MissingAPIError', message: '' });
    const installed = await readInstalled(factory, name, patienceMs);
    if (installed) requireKnown(installed);
    database = new Database(name, dependencies);
    tellClosing(database, onClosed);
    await openWithin(database, patienceMs);
    // Another tab may have upgraded it between the look and the opening.
    const native = database.backendDB().version;
    if (native > nativeVersion) throw newerThanApp(native);
    return database;
  } catch (error) {
    database?.close();
    throw toAppError(error, true);
  }
}
