/** Makes, or upgrades to, a database of a version that no app of today knows; natively 990. */
export function layDownNewer(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 990);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('open'));
  });
}
