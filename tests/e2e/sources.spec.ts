import { expect, test } from '@playwright/test';
import { goTo, open } from './app';

test('what a total of simulated data leaves out is listed, some more at each press', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: '载入模拟数据' }).click();
  await expect(page.getByRole('complementary', { name: '模拟数据' })).toBeVisible();
  await goTo(page, '县市区');
  await page.getByRole('button', { name: '来源', exact: true }).first().click();
  const drawer = page.getByRole('dialog', { name: /来源/ });
  const left = drawer.getByRole('region', { name: /^未计入 \d+ 条/ });
  await expect(left).toBeVisible();
  const total = Number(/\d+/.exec((await left.getAttribute('aria-label')) ?? '')?.[0]);
  expect(total).toBeGreaterThan(60);
  const items = left.getByRole('article');
  await expect(items).toHaveCount(30);
  const newest = await items.first().textContent();
  await left.getByRole('button', { name: /再/ }).click();
  await expect(items).toHaveCount(60);
  expect(await items.first().textContent()).toBe(newest);
  await expect(left).toHaveAttribute('aria-label', `未计入 ${String(total)} 条`);
});
