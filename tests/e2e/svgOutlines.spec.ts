import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { figure, open } from './app';

async function takeOutlines(page: Page): Promise<string> {
  await figure(page, /参与人次/)
    .getByRole('button', { name: '导出' })
    .click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'SVG（文字转轮廓）' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('an SVG with outlines has no text; its fonts are fetched when asked for, and then stay', async ({
  page,
  context,
}) => {
  const fonts: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('.woff')) fonts.push(request.url());
  });
  await open(page, '/trend?g=M&a=421000');
  // The service worker has what it keeps from the start; the page is its own from the second visit on.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect(figure(page, /参与人次/).first()).toBeVisible();
  expect(fonts).toEqual([]);
  const svg = await takeOutlines(page);
  expect(svg).not.toContain('<text');
  expect(svg).toContain('aria-label="荆州市参与人次"');
  expect(fonts.length).toBeGreaterThan(0);
  await context.setOffline(true);
  await page.reload();
  expect(await takeOutlines(page)).toBe(svg);
});
