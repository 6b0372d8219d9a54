import { describe, expect, test } from 'vitest';
import { filter, freshNames, startOn, view, watch, type World } from './contractWorld';

/** What every client must keep beside the data, among tabs and towards its end, in a worker or not. */
export function clientContract(name: string, { connect, urlOf, layDownNewer }: World): void {
  const freshName = freshNames(`client-${name}`);

  describe(`client: ${name}`, { timeout: 20_000 }, () => {
    test('boundaries are those of the package, or null', async () => {
      const client = connect(freshName());
      await startOn(client, urlOf('package-small'));
      expect(JSON.parse((await client.boundaries('421000')) ?? '')).toMatchObject({ type: 'FeatureCollection' });
      expect(await client.boundaries('110000')).toBeNull();
      client.close();
    });

    test('saved views are kept, and another tab is told without its data being read again', async () => {
      const database = freshName();
      const [here, there] = [connect(database), connect(database)];
      await startOn(here, urlOf('package-small'));
      const before = (await startOn(there, urlOf('package-small'))).catalogue;
      const [told] = await watch(there, ({ revision }) => revision === 2);
      await here.saveView(view);
      expect(await told).toEqual({ ...before, revision: 2 });
      expect(await there.views()).toEqual([view]);
      await there.removeView(view.id);
      expect(await here.views()).toEqual([]);
      [here, there].forEach((client) => client.close());
    });

    test('a change between start and subscribing is not missed', async () => {
      const database = freshName();
      const client = connect(database);
      await startOn(client, urlOf('package-small'));
      const [early] = await watch(client, ({ revision }) => revision === 2);
      await client.saveView(view);
      await early;
      const [late] = await watch(client, ({ revision }) => revision === 2);
      expect((await late)?.revision).toBe(2);
      client.close();
    });

    test('a listener that stopped listening hears nothing more', async () => {
      const client = connect(freshName());
      await startOn(client, urlOf('package-small'));
      const heard: number[] = [];
      const stop = await client.subscribe(({ revision }) => heard.push(revision));
      stop();
      const [told] = await watch(client, ({ revision }) => revision === 2);
      await client.saveView(view);
      await told;
      expect(heard).toEqual([]);
      client.close();
    });

    test('requests may be held in proxies, as pages do', async () => {
      const client = connect(freshName());
      await startOn(client, urlOf('package-small'));
      const request = new Proxy({ filter: new Proxy(filter, {}), subjects: new Proxy([], {}) }, {});
      expect(await client.query('rows', request)).toHaveLength(7);
      client.close();
    });

    test('a question before the start and a question that does not exist are failures, not silence', async () => {
      const client = connect(freshName());
      await expect(client.query('rows', { filter, subjects: [] })).rejects.toMatchObject({ code: 'worker-lost' });
      await startOn(client, urlOf('package-small'));
      await expect(client.query('nothing' as 'rows', { filter, subjects: [] })).rejects.toMatchObject({
        code: 'worker-lost',
      });
      expect(await client.query('rows', { filter, subjects: [] })).toHaveLength(7);
      client.close();
    });

    test('calls under way and later ones are cancelled by closing', async () => {
      const client = connect(freshName());
      const pending = client.start(urlOf('package-small'), () => undefined);
      client.close();
      await expect(pending).rejects.toMatchObject({ code: 'cancelled' });
      await expect(client.views()).rejects.toMatchObject({ code: 'cancelled' });
    });

    test('a database of a newer app is refused', async () => {
      const database = freshName();
      await layDownNewer(database);
      const client = connect(database);
      await expect(startOn(client, urlOf('package-small'))).rejects.toMatchObject({
        code: 'db-newer-than-app',
        params: { found: 99 },
      });
      client.close();
    });

    test('when a newer app upgrades the database, the client is told and still answers from what it has', async () => {
      const database = freshName();
      const client = connect(database);
      await startOn(client, urlOf('package-small'));
      const lost = new Promise((resolve) => client.onLost(resolve));
      await layDownNewer(database);
      expect(await lost).toMatchObject({ code: 'db-newer-than-app', params: { found: 99 } });
      expect(await client.query('rows', { filter, subjects: [] })).toHaveLength(7);
      await expect(client.saveView(view)).rejects.toMatchObject({ code: 'db-broken' });
      client.close();
    });

    test('a step on a tray is told to every client of the database', async () => {
      const database = freshName();
      const [first, second] = [connect(database), connect(database)];
      await startOn(first, urlOf('package-small'));
      await startOn(second, urlOf('package-small'));
      const names: string[][] = [];
      await second.watchTrays((trays) => names.push(trays.map((tray) => tray.name)));
      expect(await first.changeTray('t', { action: 'create', name: '年中汇报', items: [] })).toBe(true);
      await expect.poll(() => names.at(-1)).toEqual(['年中汇报']);
      expect(await second.changeTray('t', { action: 'rename', name: '半年汇报' })).toBe(true);
      await first.removeTray('t');
      await expect.poll(() => names.at(-1)).toEqual([]);
      expect(await second.changeTray('t', { action: 'rename', name: '迟到' })).toBe(false);
      first.close();
      second.close();
    });
  });
}
