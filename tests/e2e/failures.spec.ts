import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chromium, expect, test } from '@playwright/test';
import { findBrowser } from '../support/browser.mjs';

/** Ways in which a real browser and a real network fail; those of the database alone are in tests/browser/app. */
test.use({ serviceWorkers: 'block' });

const message = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const ready = (page: Page) => page.getByRole('region', { name: '筛选' });

test('no network on the first visit, then one', async ({ page }) => {
  await page.route('**/datapackage.json', (route) => route.abort());
  await page.goto('./');
  await expect(message(page, '数据包没有读到')).toBeVisible();
  await page.unroute('**/datapackage.json');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(ready(page)).toBeVisible();
});

test('a table of the package is cut off on its way: none of it is used', async ({ page }) => {
  await page.route('**/observations.csv', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.slice(0, text.length / 2) });
  });
  await page.goto('./');
  await expect(message(page, '数据包有错')).toBeVisible();
  const stored = await page.evaluate(async () => {
    const [database] = await indexedDB.databases();
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('open'));
    });
    const counts = [...opened.objectStoreNames].map(
      (name) =>
        new Promise<number>((resolve) => {
          const request = opened.transaction(name).objectStore(name).count();
          request.onsuccess = () => resolve(name === 'meta' ? 0 : request.result);
        }),
    );
    const sum = (await Promise.all(counts)).reduce((a, b) => a + b, 0);
    opened.close();
    return sum;
  });
  expect(stored).toBe(0);
});

test('the worker cannot be fetched, then it can', async ({ page }) => {
  const worker = /\/assets\/entry-[^/]*\.js/;
  await page.route(worker, (route) => route.abort());
  await page.goto('./');
  await expect(message(page, '计算进程中断了')).toBeVisible();
  await page.unroute(worker);
  await page.getByRole('button', { name: '重试' }).click();
  await expect(ready(page)).toBeVisible();
});

test('no room on the disk: nothing is written; with room a retry goes on', async ({ page, context }) => {
  await page.route('**/datapackage.json', (route) => route.abort());
  await page.goto('./');
  await expect(message(page, '数据包没有读到')).toBeVisible();
  const { origin } = new URL(page.url());
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.unroute('**/datapackage.json');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(message(page, '本机存储空间不够')).toBeVisible();
  await expect(page.getByText('没有写入任何内容')).toBeVisible();
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: '重试' }).click();
  await expect(ready(page)).toBeVisible();
});

test('a browser that forbids this site to store anything', async ({ baseURL }, info) => {
  const profile = info.outputPath('profile');
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const browser = findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    ...(browser ? { executablePath: browser.path, args: browser.args } : {}),
    locale: 'zh-CN',
  });
  try {
    const page = await context.newPage();
    await page.goto(baseURL ?? '');
    await expect(message(page, '浏览器不允许存储数据')).toBeVisible();
    await page.getByRole('radio', { name: 'English' }).click();
    await expect(message(page, 'The browser does not allow storing data')).toBeVisible();
  } finally {
    await context.close();
  }
});

test('a page whose code is gone leaves the others standing', async ({ page }) => {
  await page.route(/\/assets\/TrendPage-[^/]*\.js/, (route) => route.abort());
  await page.goto('./#/data');
  await expect(ready(page)).toBeVisible();
  await page.getByRole('link', { name: '趋势', exact: true }).click();
  await expect(message(page, '这一页没有打开')).toBeVisible();
  await page.getByRole('link', { name: '总览', exact: true }).click();
  await expect(message(page, '这一页没有打开')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
});

test('English that cannot be fetched leaves the page in Chinese and says so', async ({ page }) => {
  await page.route(/\/assets\/dictionary-[^/]*\.js/, (route) => route.abort());
  await page.goto('./#/data');
  await expect(ready(page)).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByText('英文界面没有读到')).toBeVisible();
  await expect(page.getByRole('radio', { name: '中文' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('a plain path opens the page that its hash form opens', async ({ page }) => {
  await page.goto('./trend?y=2018');
  await expect(page).toHaveURL(/\/#\/trend\?y=2018$/);
  await expect(page.getByRole('heading', { level: 1, name: '趋势' })).toBeVisible();
  await page.goto('./?y=2018');
  await expect(page).toHaveURL(/\/#\/\?y=2018$/);
});
