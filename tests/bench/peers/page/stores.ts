import Dexie from 'dexie';

/** Facts as columns and as Arrow, from which the peers load. */
export async function factStore(): Promise<Dexie> {
  const store = new Dexie('bench-facts');
  store.version(1).stores({ facts: 'key' });
  return store.open();
}

/** Facts as rows under compound indexes, as an app with Dexie usually keeps them. */
export async function rowStore(): Promise<Dexie> {
  const store = new Dexie('bench-rows', { chromeTransactionDurability: 'relaxed' });
  store.version(1).stores({ facts: '++id, [subject+month], [area+month]' });
  return store.open();
}
