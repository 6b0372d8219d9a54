import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AppError } from '../../../src/model/appError';
import type { DataClient } from '../../../src/worker/client';
import { startWorkerClient } from '../../../src/worker/client';
import type { LoadPhase } from '../../../src/worker/protocol';
import { freshDatabase, mountApp, packageUrls, unmountAll } from '../../support/app/mountApp';
import { layDownNewer } from '../../support/store/layDownNewer';

beforeEach(() => page.viewport(1440, 900));
afterEach(unmountAll);

const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const filterBar = () => page.getByRole('region', { name: '筛选' });

describe('starting', () => {
  test('the first start shows how far it is, then the overview', async () => {
    const app = await mountApp();
    const bar = page.getByRole('progressbar', { name: '正在准备数据' });
    await expect.element(bar).toBeInTheDocument();
    expect(Number(bar.element().getAttribute('aria-valuenow'))).toBeLessThan(100);
    await expect.element(heading('总览')).toBeVisible();
    await expect.element(bar).not.toBeInTheDocument();
    await expect.element(page.getByText('5 份报告 · 截至 2020年5月')).toBeVisible();
    expect(document.title).toBe('总览 · 工会数据看板');
    expect(app.catalogue.status).toBe('ready');
  });

  test('the bar never goes back while phases follow each other', async () => {
    const seen: LoadPhase[] = [];
    const shares: number[] = [];
    const database = freshDatabase();
    await mountApp({
      database,
      connect() {
        const client = startWorkerClient(database);
        return {
          ...client,
          start: (url, onProgress) =>
            client.start(url, (progress) => {
              seen.push(progress.phase);
              onProgress(progress);
              const bar = document.querySelector('[role=progressbar]');
              shares.push(Number(bar?.getAttribute('aria-valuenow') ?? 0));
            }),
        };
      },
    });
    await expect.element(filterBar()).toBeVisible();
    expect(seen[0]).toBe('open');
    expect(seen.at(-1)).toBe('ready');
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('a later start opens what is stored, even when the package can no longer be fetched', async () => {
    const first = await mountApp();
    await expect.element(filterBar()).toBeVisible();
    const { database } = first;
    first.unmount();
    await mountApp({ database, packageUrl: packageUrls.absent });
    await expect.element(page.getByText('5 份报告 · 截至 2020年5月')).toBeVisible();
  });
});

describe('failing', () => {
  test('package-unreachable: says so, and a retry goes on where it failed', async () => {
    const app = await mountApp({ packageUrl: packageUrls.absent });
    await expect.element(heading('数据包没有读到')).toBeVisible();
    await expect.element(page.getByText('没有写入任何内容')).toBeVisible();
    await app.catalogue.start(() => startWorkerClient(app.database), packageUrls.real);
    await expect.element(filterBar()).toBeVisible();
  });

  test('package-invalid: names the place, and nothing of it is used', async () => {
    const app = await mountApp({ packageUrl: packageUrls.broken });
    await expect.element(heading('数据包有错')).toBeVisible();
    await expect.element(page.getByText(/共 \d+ 处问题。第一处在 \w+/)).toBeVisible();
    expect(app.catalogue.catalogue).toBeNull();
  });

  test('db-newer-than-app: asks for a refresh, and the database is as it was', async () => {
    const database = freshDatabase();
    await layDownNewer(indexedDB, database);
    await mountApp({ database });
    await expect.element(heading('数据已由更新的版本打开')).toBeVisible();
    await expect.element(page.getByRole('button', { name: '刷新页面' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: '重试' })).not.toBeInTheDocument();
    const known = await indexedDB.databases();
    expect(known.find(({ name }) => name === database)?.version).toBe(990);
  });

  test('another tab upgrades the database while this one is open: this page says so', async () => {
    const app = await mountApp();
    await expect.element(filterBar()).toBeVisible();
    await layDownNewer(indexedDB, app.database);
    await expect.element(heading('数据已由更新的版本打开')).toBeVisible();
  });

  test('db-blocked: another tab that does not let go; after it has, a retry opens', async () => {
    const database = freshDatabase();
    const held = await holdOld(database);
    await mountApp({ database });
    await expect.element(heading('另一个标签页占用着数据')).toBeVisible();
    held.close();
    await page.getByRole('button', { name: '重试' }).click();
    await expect.element(filterBar()).toBeVisible();
  });

  test('worker-lost: a worker that dies, and a retry with a new one', async () => {
    let made = 0;
    const database = freshDatabase();
    await mountApp({ database, connect: () => (++made === 1 ? dyingClient() : startWorkerClient(database)) });
    await expect.element(heading('计算进程中断了')).toBeVisible();
    await page.getByRole('button', { name: '重试' }).click();
    await expect.element(filterBar()).toBeVisible();
    expect(made).toBe(2);
  });

  test.each([
    ['db-refused', '浏览器不允许存储数据', '换到普通窗口'],
    ['db-quota', '本机存储空间不够', '清理磁盘空间'],
    ['db-broken', '本机数据库打不开', '不要先清除网站数据'],
  ] as const)('%s: what happened and what to do', async (code, title, advice) => {
    await mountApp({ connect: () => failingClient(new AppError(code, { message: 'detail' })) });
    await expect.element(heading(title)).toBeVisible();
    await expect.element(page.getByText(advice)).toBeVisible();
    await expect.element(page.getByRole('button', { name: '重试' })).toBeVisible();
  });

  test('an error that nobody foresaw keeps its words for whoever must look into it, as text', async () => {
    await mountApp({ connect: () => failingClient(new Error('<img src=x onerror=alert(1)>')) });
    await expect.element(heading('页面出了意外')).toBeVisible();
    await userEvent.click(page.getByText('技术细节'));
    await expect.element(page.getByText('Error: <img src=x onerror=alert(1)>')).toBeVisible();
    expect(document.querySelector('img[src=x]')).toBeNull();
  });

  test('in English as well', async () => {
    await mountApp({ packageUrl: packageUrls.absent });
    await expect.element(heading('数据包没有读到')).toBeVisible();
    await page.getByRole('radio', { name: 'English' }).click();
    await expect.element(heading('The data package could not be fetched')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

/** A connection of an older version that ignores the wish to upgrade, as a page of long ago would. */
function holdOld(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('open'));
  });
}

/** A client whose worker breaks down as soon as it is asked to start. */
function dyingClient(): DataClient {
  const client = startWorkerClient(freshDatabase());
  return { ...client, start: () => Promise.reject(new AppError('worker-lost')) };
}

/** A client in front of a database that fails in a way that this browser cannot be brought to. */
function failingClient(error: Error): DataClient {
  const client = startWorkerClient(freshDatabase());
  return { ...client, start: () => Promise.reject(error) };
}
