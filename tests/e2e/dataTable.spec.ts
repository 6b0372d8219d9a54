import AxeBuilder from '@axe-core/playwright';
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

test('filters by column, groups, chooses columns, and all of it is in the address', async ({ page }) => {
  await open(page, '/data');
  await page.getByRole('button', { name: '列筛选' }).click();
  const filters = page.getByRole('group', { name: '列筛选' });
  await filters.getByRole('button', { name: '统计内容' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: '资金' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/130 条中的 \d+ 条/)).toBeVisible();
  await filters.getByRole('button', { name: '复核' }).click();
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: '分组' }).selectOption('县市区');
  const grid = page.getByRole('treegrid', { name: '全部观测值' });
  await expect(grid.getByRole('row', { name: /荆州市 \d+ 条/ })).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: '章节' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('columnheader', { name: '章节' })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  const count = await page.getByText(/130 条中的 \d+ 条/).innerText();
  await page.reload();
  await expect(page.getByText(count)).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: '章节' })).toHaveCount(0);
  await expect(filters).toBeVisible();
});

test('copies what is picked as a table for Excel and Word', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/data?q=jzs&o=-value');
  const grid = page.getByRole('grid', { name: '全部观测值' });
  await grid.locator('[data-index="0"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '复制所选 2 行' }).click();
  await expect(page.getByText('已复制 2 行')).toBeVisible();
  const [text, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return [await read('text/plain'), await read('text/html')];
  });
  const lines = text.split('\n').map((line) => line.split('\t'));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('单位');
  expect(lines.every((line) => line.length === lines[0]?.length)).toBe(true);
  const value = lines[0]?.indexOf('数值') ?? -1;
  expect(lines[1]?.[value]).toMatch(/^\d+$/);
  expect(html).toContain('<table');
  expect((html.match(/<tr>/g) ?? []).length).toBe(3);
});
