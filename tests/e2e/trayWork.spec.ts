import { expect, test, type Page } from '@playwright/test';
import { drawn, figure, goTo, open } from './app';

const titles = (page: Page) =>
  page
    .getByRole('textbox', { name: /^标题/ })
    .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value));

/** Collects the trend, the composition and the ranking of the overview and goes to them. */
async function collected(page: Page): Promise<string[]> {
  await open(page);
  for (const title of [/^全部地区参与人次$/, /构成$/, /^荆州市各县市区/]) {
    const card = figure(page, title).first();
    await drawn(card);
    await card.getByRole('button', { name: /^加入汇报/ }).click();
    await expect(card.getByRole('button', { name: /已在汇报/ })).toBeVisible();
  }
  await goTo(page, '汇报');
  await expect(page.locator('.slide-thumb img')).toHaveCount(3);
  return titles(page);
}

test('a figure is dragged to another place by its handle', async ({ page }) => {
  // All three stand in the window: a hand that drags does not scroll.
  await page.setViewportSize({ width: 1440, height: 1600 });
  const [first, second, third] = await collected(page);
  const cards = page.locator('.tray-item');
  const box = await cards.nth(2).boundingBox();
  await cards
    .nth(0)
    .locator('.tray-item__grip')
    .dragTo(cards.nth(2), { targetPosition: { x: 60, y: (box?.height ?? 0) - 6 } });
  await expect.poll(() => titles(page)).toEqual([second, third, first]);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual([second, third, first]);
});

test('a frozen figure says so, is brought up to date, and follows the data again', async ({ page }) => {
  const [first = ''] = await collected(page);
  const card = page.getByRole('listitem', { name: first, exact: true });
  await expect(card).toContainText('实时数据');
  await page.getByRole('button', { name: `定格当前数据：${first}`, exact: true }).press('Enter');
  await expect(card).toContainText('当时数据，截至');
  await page.getByRole('button', { name: `更新为最新数据：${first}`, exact: true }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `已定格当前数据：${first}` })).toHaveCount(1);
  await page.getByRole('button', { name: `改为实时：${first}`, exact: true }).press('Enter');
  await expect(card).toContainText('实时数据');
  await expect(card.locator('.slide-thumb img')).toBeVisible();
});

test('a running export is stopped, leaves no file, and can be started again', async ({ page }) => {
  // Nine pictures of 33 million pixels: no machine is done with them before it offers to stop.
  await page.addInitScript(() => localStorage.setItem('export', JSON.stringify({ preset: 'full', scale: 4 })));
  await collected(page);
  const copy = page.getByRole('button', { name: /^复制一张/ }).first();
  for (let count = 4; count <= 9; count++) {
    await copy.click();
    await expect(page.locator('.slide-thumb img')).toHaveCount(count);
  }
  const files: string[] = [];
  page.on('download', (download) => files.push(download.suggestedFilename()));
  const button = page.getByRole('button', { name: /^(导出|正在导出)/ });
  await page.evaluate(() => {
    const watching = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === '取消导出');
      if (!cancel) return;
      watching.disconnect();
      cancel.click();
      document.body.dataset['stopped'] = 'yes';
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
  await button.click();
  await page.getByRole('menuitem', { name: 'PNG 图片（压缩包）' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-stopped', 'yes');
  await expect(button).toHaveText('导出');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(files).toEqual([]);
  const deck = page.waitForEvent('download');
  await button.click();
  await page.getByRole('menuitem', { name: 'PowerPoint 演示文稿' }).click();
  expect((await deck).suggestedFilename()).toMatch(/\.pptx$/);
  expect(files).toHaveLength(1);
});
