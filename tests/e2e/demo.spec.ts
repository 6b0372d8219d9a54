import { expect, test } from '@playwright/test';
import { drawn, figure, goTo, open, tile } from './app';

/** Names of the databases that this site has, and what the real one holds. */
const stored = () =>
  indexedDB.databases().then((all) => all.flatMap(({ name }) => (name === undefined ? [] : [name])).sort());

test('simulated data fills every screen, says what it is, and leaves without trace', async ({ page }) => {
  await open(page);
  await expect(tile(page, '参与人次')).toContainText('约4000人次');
  const before = await page.evaluate(stored);

  await page.getByRole('link', { name: '载入模拟数据' }).click();
  const banner = page.getByRole('complementary', { name: '模拟数据' });
  await expect(banner).toContainText('不是真实统计');
  await expect(tile(page, '参与人次')).toContainText('万人次');
  for (const [name, title] of [
    ['趋势', /参与人次/],
    ['县市区', /参与人次/],
    ['类别', /参与人次/],
  ] as const) {
    await goTo(page, name);
    const chart = figure(page, title).first();
    await drawn(chart);
    await expect(chart).toContainText('来源：模拟数据，不是真实统计');
    await expect(banner).toBeVisible();
  }
  await goTo(page, '数据');
  await expect(page.getByText(/共 2\d{4} 条|共 2\d,\d{3} 条/)).toBeVisible();

  await page.reload();
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: '退出并清除模拟数据' }).click();
  await expect(page).toHaveURL(/\/#\/$/);
  await expect(tile(page, '参与人次')).toContainText('约4000人次');
  await expect(banner).toHaveCount(0);
  expect(await page.evaluate(stored)).toEqual(before);
});
