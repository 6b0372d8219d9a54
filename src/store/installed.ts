import { AppError } from '../model/appError';

/** What stands on disk: native version (ten times ours) and stores in Dexie's notation with sorted indexes. */
export interface Installed {
  version: number;
  stores: Record<string, string>;
}

const keyText = (path: string | string[]) => (typeof path === 'string' ? path : `[${path.join('+')}]`);

function storeText(store: IDBObjectStore): string {
  const primary = `${store.autoIncrement ? '++' : ''}${store.keyPath === null ? '' : keyText(store.keyPath)}`;
  const indexes = Array.from(store.indexNames, (name) => {
    const { unique, multiEntry, keyPath } = store.index(name);
    return `${unique ? '&' : ''}${multiEntry ? '*' : ''}${keyText(keyPath)}`;
  });
  return [primary, ...indexes.sort()].join(', ');
}

/** Stores of an open connection. */
export function describeStores(connection: IDBDatabase): Record<string, string> {
  const stores = Array.from(connection.objectStoreNames).sort();
  if (stores.length === 0) return {};
  const transaction = connection.transaction(stores, 'readonly');
  return Object.fromEntries(stores.map((name) => [name, storeText(transaction.objectStore(name))]));
}

/** The same text for a declaration of ours, e.g. `id, source`. */
export function normaliseStores(stores: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stores).map(([name, declared]) => {
      const [primary = '', ...indexes] = declared.split(',').map((part) => part.trim());
      return [name, [primary, ...indexes.sort()].join(', ')];
    }),
  );
}

/**
 * Looks at a database without creating, upgrading or changing it; null when there is none.
 * Errors: rejects with what the browser says, `db-blocked` when another tab is at work on it for `patienceMs`.
 */
export function readInstalled(factory: IDBFactory, name: string, patienceMs: number): Promise<Installed | null> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let isNew = false;
    const timer = setTimeout(() => reject(new AppError('db-blocked')), patienceMs);
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onerror = () => {
      clearTimeout(timer);
      if (isNew) resolve(null);
      else reject(request.error ?? new Error(`no answer on opening ${name}`));
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const connection = request.result;
      try {
        resolve({ version: connection.version, stores: describeStores(connection) });
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      } finally {
        connection.close();
      }
    };
  });
}
