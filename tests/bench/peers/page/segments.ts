const storeName = 'segments';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer from IndexedDB'));
  });

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => void request.result.createObjectStore(storeName, { autoIncrement: true });
  return settled(request);
}

/** Stores bytes after those that a name has already: how one stores what a library of columns keeps in memory. */
export async function appendSegment(name: string, bytes: ArrayBuffer): Promise<void> {
  const database = await open(name);
  const transaction = database.transaction(storeName, 'readwrite');
  await settled(transaction.objectStore(storeName).add(bytes));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  database.close();
}

/** Everything that was appended, oldest first. */
export async function readSegments(name: string): Promise<ArrayBuffer[]> {
  const database = await open(name);
  const request = database.transaction(storeName).objectStore(storeName).getAll() as IDBRequest<ArrayBuffer[]>;
  const all = await settled(request);
  database.close();
  return all;
}
