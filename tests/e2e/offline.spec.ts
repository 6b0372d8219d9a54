import { expect, test, type Page } from '@playwright/test';
import { drawn, figure, goTo, open, tile } from './app';

const walk = [
  ['趋势', /参与人次/],
  ['县市区', /惠及人次/],
  ['类别', /参与人次/],
] as const;

/** Every page, an export and the other language. */
async function walkAll(page: Page): Promise<void> {
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
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trend' })).toBeVisible();
}

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
  await walkAll(page);
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('every page works all the same, once the first has come to rest', async ({ page, context }) => {
    await open(page);
    await expect(tile(page, '参与人次')).toContainText('约4000人次');
    // Help is the last piece that is fetched ahead, one after the other.
    const last = page.waitForResponse(/HelpDialog.*\.js$/);
    await drawn(figure(page, /参与人次/).first());
    await (await last).finished();
    await context.setOffline(true);
    await walkAll(page);
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
