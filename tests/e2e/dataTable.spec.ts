import { expect, test } from '@playwright/test';
import { open } from './app';

test('searches, counts, sorts and opens the source of a row', async ({ page }) => {
  await open(page, '/data');
  const grid = page.getByRole('grid', { name: '全部观测值' });
  await expect(page.getByText('共 130 条')).toBeVisible();
  await expect(grid).toHaveAttribute('aria-rowcount', '131');

  await page.getByRole('searchbox', { name: '搜索' }).fill('送温暖　资金');
  await expect(page.getByText(/130 条中的 \d+ 条/)).toBeVisible();
  await expect(grid).toContainText('筹措送温暖资金');
  await expect(page).toHaveURL(/q=/);

  await page.getByRole('searchbox', { name: '搜索' }).fill('');
  await grid.getByRole('button', { name: '数值' }).click();
  await expect(grid.getByRole('columnheader', { name: '数值' })).toHaveAttribute('aria-sort', 'ascending');
  await grid.getByRole('button', { name: '数值' }).click();
  await expect(grid.getByRole('row').nth(1)).toContainText('63,500,000元');
  await page.goBack();
  await expect(grid.getByRole('columnheader', { name: '数值' })).toHaveAttribute('aria-sort', 'ascending');
  await page.goForward();

  await grid.getByRole('row').nth(1).click();
  const drawer = page.getByRole('dialog', { name: /来源/ });
  await expect(drawer).toContainText('工会会员小额担保贷款发放额');
  await expect(drawer).toContainText('6350万元');
});

test('is walked by keyboard from the first row to the last, drawing only what is seen', async ({ page }) => {
  await open(page, '/data');
  const grid = page.getByRole('grid');
  const rows = grid.locator('[role=row][data-index]');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(grid.locator('[data-index="129"]')).toBeFocused();
  await expect(grid.locator('[data-index="129"]')).toHaveAttribute('aria-rowindex', '131');
  expect(await rows.count()).toBeLessThan(60);
  await page.keyboard.press('Home');
  await expect(grid.locator('[data-index="0"]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /来源/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid.locator('[data-index="1"]')).toBeFocused();
});

test('says what to do when nothing matches', async ({ page }) => {
  await open(page, '/data?q=没有这样的词');
  await expect(page.getByText('没有符合的数据')).toBeVisible();
  await page.getByRole('button', { name: '清除搜索' }).click();
  await expect(page.getByText('共 130 条')).toBeVisible();
});
