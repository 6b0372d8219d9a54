import { describe, expect, test } from 'vitest';
import type { DataClient } from '../../../src/worker/dataClient';
import { filter, freshNames, startOn, watch, type World } from './contractWorld';

const valueOf = async (client: DataClient, id: string): Promise<number | undefined> => {
  const rows = await client.query('rows', { filter, subjects: [] });
  return rows.find((row) => row.id === id)?.value;
};

const cityId = '421000-2018.10';
/** What every client must keep of starts, packages and a person's changes, in a worker or not. */
export function workerContract(name: string, { connect, urlOf }: World): void {
  const freshName = freshNames(`contract-${name}`);

  describe(`contract: ${name}`, { timeout: 20_000 }, () => {
    test('the first start goes through every phase in order and answers', async () => {
      const client = connect(freshName());
      const { catalogue, phases } = await startOn(client, urlOf('package-small'));
      expect(phases).toEqual(['open', 'fetch', 'check', 'write', 'resolve', 'ready']);
      expect(catalogue).toMatchObject({ revision: 1, packageVersion: '1.2.0', observationCount: 7 });
      expect(catalogue.reports.map(({ id }) => id).sort()).toEqual(['421000-2018', '421002-2018-11']);
      expect(await valueOf(client, cityId)).toBe(280_000);
      client.close();
    });

    test('a later start fetches the descriptor alone and writes nothing', async () => {
      const database = freshName();
      const first = connect(database);
      const { catalogue } = await startOn(first, urlOf('package-small'));
      first.close();
      const second = connect(database);
      const again = await startOn(second, urlOf('package-small'));
      expect(again.phases).toEqual(['open', 'fetch', 'resolve', 'ready']);
      expect(again.catalogue).toEqual(catalogue);
      second.close();
    });

    test('starting twice is one start', async () => {
      const client = connect(freshName());
      const both = await Promise.all([
        client.start(urlOf('package-small'), () => undefined),
        client.start(urlOf('package-small'), () => undefined),
      ]);
      expect(both.map(({ revision }) => revision)).toEqual([1, 1]);
      client.close();
    });

    test('two tabs that start at once load the package once', async () => {
      const database = freshName();
      const clients = [connect(database), connect(database)];
      const started = await Promise.all(clients.map((client) => startOn(client, urlOf('package-small'))));
      for (const { catalogue } of started) expect(catalogue).toMatchObject({ revision: 1, observationCount: 7 });
      clients.forEach((client) => client.close());
    });

    test('a newer package replaces the stored one, and another tab is told', async () => {
      const database = freshName();
      const [watching, loading] = [connect(database), connect(database)];
      await startOn(watching, urlOf('package-small'));
      const [told] = await watch(watching, ({ packageVersion }) => packageVersion === '1.3.0');
      const { catalogue, phases } = await startOn(loading, urlOf('package-next'));
      expect(phases).toContain('write');
      expect(catalogue).toMatchObject({ revision: 2, packageVersion: '1.3.0' });
      expect(await told).toEqual(catalogue);
      expect(await valueOf(watching, cityId)).toBe(290_000);
      expect(await valueOf(loading, cityId)).toBe(290_000);
      [watching, loading].forEach((client) => client.close());
    });

    test('without a package there is no first start; the same client may try again', async () => {
      const client = connect(freshName());
      for (const absent of ['package-absent', 'package-incomplete']) {
        await expect(startOn(client, urlOf(absent))).rejects.toMatchObject({ code: 'package-unreachable' });
      }
      const { catalogue } = await startOn(client, urlOf('package-small'));
      expect(catalogue.revision).toBe(1);
      client.close();
    });

    test('an invalid package names its first problem and leaves nothing behind', async () => {
      const client = connect(freshName());
      await expect(startOn(client, urlOf('package-broken'))).rejects.toMatchObject({
        code: 'package-invalid',
        params: { count: 1, resource: 'observations', row: 3, column: 'value', problem: 'type', value: '１２３４' },
      });
      const { catalogue } = await startOn(client, urlOf('package-small'));
      expect(catalogue.revision).toBe(1);
      client.close();
    });

    test('with stored data no news are no trouble; a newer package that is invalid or incomplete is told', async () => {
      const database = freshName();
      const first = connect(database);
      await startOn(first, urlOf('package-small'));
      first.close();
      const offline = connect(database);
      const { catalogue } = await startOn(offline, urlOf('package-absent'));
      expect(catalogue.packageProblem).toBeUndefined();
      expect(catalogue.observationCount).toBe(7);
      offline.close();
      const troubles = [
        ['package-broken', 'package-invalid'],
        ['package-incomplete', 'package-unreachable'],
      ] as const;
      for (const [name, code] of troubles) {
        const client = connect(database);
        const kept = (await startOn(client, urlOf(name))).catalogue;
        expect(kept).toMatchObject({ revision: 1, packageVersion: '1.2.0', packageProblem: { code } });
        client.close();
      }
    });

    test('of several questions of one asker the last is answered, and those it replaced are cancelled', async () => {
      const client = connect(freshName());
      await startOn(client, urlOf('package-small'));
      const subjects = [['funds'], ['unions'], ['participants']];
      const answers = await Promise.allSettled(
        subjects.map((wanted) => client.query('tiles', { filter, subjects: wanted }, 1)),
      );
      const [first, second, last] = answers;
      expect([first, second]).toMatchObject([0, 1].map(() => ({ reason: { code: 'cancelled' } })));
      expect(last).toMatchObject({ status: 'fulfilled', value: [{ subject: { code: 'participants' } }] });
      const others = [1, 2].map((asker) => client.query('tiles', { filter, subjects: ['funds'] }, asker));
      expect(await Promise.all(others)).toHaveLength(2);
      client.close();
    });

    test('headline numbers are answered before all else that parts of a page ask with them', async () => {
      const client = connect(freshName());
      await startOn(client, urlOf('package-small'));
      const answered: string[] = [];
      const told = (name: string) => () => answered.push(name);
      await Promise.all([
        client.query('facets', { filter, subjects: [] }, 1).then(told('facets')),
        client.query('digest', {}, 2).then(told('digest')),
        client.query('tiles', { filter, subjects: ['funds'] }, 3).then(told('tiles')),
      ]);
      expect(answered[0]).toBe('tiles');
      expect(answered).toHaveLength(3);
      client.close();
    });

    test('a person’s changes are stored, told and counted, also by the next start', async () => {
      const database = freshName();
      const client = connect(database);
      const { catalogue } = await startOn(client, urlOf('package-small'));
      const rows = await client.query('rows', { filter, subjects: [] });
      const [city] = rows.filter(({ id }) => id === cityId);
      const [report] = catalogue.reports;
      if (!city || !report) throw new Error('the fixture has a city');
      const next = async (revision: number, change: Promise<void>) => {
        const [told] = await watch(client, (changed) => changed.revision === revision);
        await change;
        return told;
      };
      await next(2, client.editObservation({ ...city, value: 1 }, '核对原文'));
      expect(await valueOf(client, cityId)).toBe(1);
      await next(3, client.revertObservation(cityId, '恢复'));
      expect(await valueOf(client, cityId)).toBe(280_000);
      const own = { ...report, id: 'own', refArea: '421003', doc: 'own.txt' };
      const observation = { ...city, id: 'own.1', reportId: 'own', refArea: '421003', start: 1, end: 2, partOf: null };
      const saved = await next(4, client.saveReport(own, [observation], '导入'));
      expect(saved?.observationCount).toBe(8);
      await next(5, client.rejectObservation(observation, '误录'));
      const ask = { filter, subjects: ['participants', 'funds'], subject: 'participants' };
      const shown = await client.query('refresh', ask);
      const again = connect(database);
      await startOn(again, urlOf('package-small'));
      expect(await again.query('refresh', ask)).toEqual(shown);
      expect(await again.query('rows', { filter, subjects: [] })).toHaveLength(8);
      const removed = await next(6, client.removeReport('own', '重复'));
      expect(removed?.observationCount).toBe(7);
      await expect(client.removeReport(report.id, '')).rejects.toThrow();
      [client, again].forEach((one) => one.close());
    });
  });
}
