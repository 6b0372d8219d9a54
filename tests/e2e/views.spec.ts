import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { choose, open } from './app';

test('a view is saved, opened after a reload, renamed, shared, deleted and brought back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/trend?g=M');
  await choose(page, '县市区', '鄂城区');
  await expect(page).toHaveURL(/a=420704/);
  const views = page.getByRole('region', { name: '视图' });
  await views.getByRole('button', { name: '保存当前视图' }).click();
  const dialog = page.getByRole('dialog', { name: '保存视图' });
  await expect(dialog.getByRole('textbox', { name: '名称' })).toHaveValue('趋势 · 鄂城区 · 按月');
  await dialog.getByRole('textbox', { name: '名称' }).fill('鄂城月度');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(views.getByRole('button', { name: '保存当前视图' })).toBeFocused();
  await expect(views.getByRole('link', { name: '鄂城月度' })).toBeVisible();

  await page.goto('./#/');
  await page.reload();
  await expect(page).not.toHaveURL(/a=420704/);
  await views.getByRole('link', { name: '鄂城月度' }).click();
  await expect(page).toHaveURL(/#\/trend\?g=M&a=420704$/);
  await expect(views.getByRole('link', { name: '鄂城月度' })).toHaveAttribute('aria-current', 'true');

  const actions = (name: string) => views.getByRole('button', { name: `“${name}”的操作` });
  await actions('鄂城月度').click();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('menuitem', { name: '复制链接' }).click();
  await expect(views.getByText('链接已复制')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/^http.*#\/trend\?g=M&a=420704$/);

  await actions('鄂城月度').click();
  await page.getByRole('menuitem', { name: '重命名' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('鄂城区，按月');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(views.getByRole('link', { name: '鄂城区，按月' })).toBeVisible();
  await expect(actions('鄂城区，按月')).toBeFocused();

  await actions('鄂城区，按月').click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(views.getByRole('link', { name: '鄂城区，按月' })).toHaveCount(0);
  await expect(views.getByText('已删除“鄂城区，按月”')).toBeVisible();
  await expect(views.getByRole('button', { name: '撤销删除' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: '鄂城区，按月' })).toBeVisible();

  const shared = await context.newPage();
  await shared.goto(link);
  await expect(shared.getByRole('heading', { level: 1, name: '趋势' })).toBeVisible();
  await expect(shared.getByRole('button', { name: '移除 鄂城区' })).toBeVisible();
});

test('a view that one stays at is remembered', async ({ page }) => {
  await open(page, '/categories?y=2018');
  const recent = page.getByRole('list', { name: '最近看过' });
  await expect(recent.getByRole('link', { name: '类别 · 2018年' })).toBeVisible();
  await page.goto('./#/');
  await page.reload();
  await recent.getByRole('link', { name: '类别 · 2018年' }).click();
  await expect(page).toHaveURL(/#\/categories\?y=2018$/);
});

test('on a phone the views are behind one button', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/?y=2018');
  await page.getByRole('button', { name: '视图', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '视图' });
  await dialog.getByRole('button', { name: '保存当前视图' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('二〇一八');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('link', { name: '二〇一八' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '视图', exact: true })).toBeFocused();
});

test('filter steps are undone and redone by key', async ({ page }) => {
  await open(page);
  await choose(page, '年份', '2018年');
  await choose(page, '县市区', '荆州市');
  await expect(page).toHaveURL(/y=2018&a=421000/);
  await expect(page.getByRole('button', { name: '撤销一步' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/y=2018$/);
  await page.keyboard.press('Control+z');
  await expect(page).not.toHaveURL(/y=2018/);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect(page).toHaveURL(/y=2018&a=421000/);
  await page.goBack();
  await expect(page).toHaveURL(/y=2018$/);
});
