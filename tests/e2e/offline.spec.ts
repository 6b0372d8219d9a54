import { expect, test } from '@playwright/test';
import { drawn, figure, goTo, open, tile } from './app';

const walk = [
  ['趋势', /参与人次/],
  ['县市区', /参与人次/],
  ['类别', /参与人次/],
] as const;

test('with the network cut after the first load, a reload and every page work', async ({ page, context }) => {
  await open(page);
  await expect(tile(page, '参与人次')).toContainText('约4000人次');
  // The service worker has the whole app in its cache once it is active.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await expect(tile(page, '参与人次')).toContainText('约4000人次');
  for (const [name, title] of walk) {
    await goTo(page, name);
    await drawn(figure(page, title).first());
  }
  await goTo(page, '数据');
  await expect(page.getByText('共 130 条')).toBeVisible();
  const download = page.waitForEvent('download');
  await goTo(page, '趋势');
  await figure(page, /参与人次/)
    .getByRole('button', { name: '导出' })
    .click();
  await page.getByRole('menuitem', { name: /整页/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Trend' })).toBeVisible();
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('pages that were seen go on working', async ({ page, context }) => {
    await open(page);
    for (const [name, title] of walk) {
      await goTo(page, name);
      await drawn(figure(page, title).first());
    }
    await goTo(page, '数据');
    await context.setOffline(true);
    await goTo(page, '总览');
    await expect(tile(page, '参与人次')).toContainText('约4000人次');
    for (const [name] of walk) await goTo(page, name);
    await drawn(figure(page, /参与人次/).first());
  });
});

test('asks nothing of any other origin', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') foreign.push(request.url());
  });
  await open(page);
  for (const [name] of walk) await goTo(page, name);
  await goTo(page, '数据');
  expect(foreign).toEqual([]);
});
