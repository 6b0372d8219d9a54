import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { open, tile } from './app';

/** Most JavaScript, the worker's included, that a first visit may fetch before the tiles show their numbers; gzip bytes. */
const beforeTiles = 160 * 1024;

test.use({ serviceWorkers: 'block' });

test('the tiles show their numbers within the budget of a first visit', async ({ page, context }) => {
  const sizes: Promise<number>[] = [];
  let counting = true;
  context.on('response', (response) => {
    if (!counting || !new URL(response.url()).pathname.endsWith('.js')) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  // What is asked for once the numbers stand is no part of it: the page itself says when that is.
  await page.exposeFunction('stopCounting', () => (counting = false));
  await page.addInitScript(() => {
    const told = new MutationObserver(() => {
      if (!/\d人次/.test(document.querySelector('.tile-row')?.textContent ?? '')) return;
      told.disconnect();
      void (window as unknown as { stopCounting: () => Promise<void> }).stopCounting();
    });
    told.observe(document, { childList: true, subtree: true });
  });
  await open(page);
  await expect(tile(page, '参与人次')).toContainText('人次');
  await expect.poll(() => counting).toBe(false);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(beforeTiles);
  test.info().annotations.push({ type: 'JavaScript before the tiles', description: `${total} bytes gzip` });
});
