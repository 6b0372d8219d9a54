import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { drawn, figure, open, tile } from './app';

/** Most JavaScript, the worker's included, that a first visit may fetch, in gzip bytes. */
const budget = { tiles: 160 * 1024, charts: 360 * 1024 };
/** What comes by itself so soon after the charts is counted with them. */
const afterwardsMs = 5000;

test.use({ serviceWorkers: 'block' });

test('tiles and charts of a first visit come within their budgets', async ({ page, context }) => {
  const fetched: { stage: 'tiles' | 'charts'; name: string; bytes: Promise<number> }[] = [];
  let stage: 'tiles' | 'charts' | 'over' = 'tiles';
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (stage === 'over' || !pathname.endsWith('.js')) return;
    const bytes = response.body().then((body) => gzipSync(body).length);
    fetched.push({ stage, name: pathname.split('/').at(-1) ?? '', bytes });
  });
  // What is asked for once the numbers stand is of the charts: the page itself says when that is.
  await page.exposeFunction('numbersStand', () => (stage = 'charts'));
  await page.addInitScript(() => {
    const told = new MutationObserver(() => {
      if (!/\d人次/.test(document.querySelector('.tile-row')?.textContent ?? '')) return;
      told.disconnect();
      void (window as unknown as { numbersStand: () => Promise<void> }).numbersStand();
    });
    told.observe(document, { childList: true, subtree: true });
  });

  await open(page);
  await expect(tile(page, '参与人次')).toContainText('人次');
  await expect.poll(() => stage).toBe('charts');
  for (const title of [/^全部地区参与人次$/, /构成$/, /各县市区/]) await drawn(figure(page, title).first());
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), afterwardsMs);
  stage = 'over';

  const files = await Promise.all(fetched.map(async (file) => ({ ...file, bytes: await file.bytes })));
  const sum = (list: typeof files) => list.reduce((total, { bytes }) => total + bytes, 0);
  const [tiles, charts] = [sum(files.filter((file) => file.stage === 'tiles')), sum(files)];
  const description = files.map(({ stage: when, name, bytes }) => `${when} ${name} ${String(bytes)}`).join('\n');
  test.info().annotations.push({ type: `JavaScript: tiles ${String(tiles)}, charts ${String(charts)}`, description });
  expect(tiles).toBeGreaterThan(0);
  expect(tiles, description).toBeLessThanOrEqual(budget.tiles);
  expect(charts, description).toBeLessThanOrEqual(budget.charts);
});
