import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { choose, drawn, figure, open, tile } from './app';

for (const theme of ['light', 'dark']) {
  test(`the sheet of keys and the glossary open, and axe finds nothing in them, ${theme}`, async ({ page }) => {
    await page.addInitScript((wanted) => {
      localStorage.setItem('settings', JSON.stringify({ language: 'zh-CN', theme: wanted }));
    }, theme);
    await open(page);
    await expect(tile(page, '参与人次')).toContainText('人次');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '键盘快捷键' });
    await expect(sheet.getByText('撤销上一步筛选')).toBeVisible();
    await expect(sheet.locator('kbd', { hasText: 'Ctrl' }).first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await sheet.getByRole('button', { name: '名词与口径' }).click();
    const glossary = page.getByRole('dialog', { name: '名词与统计口径' });
    await expect(glossary.getByText('没有报告覆盖这段时间')).toBeAttached();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('a tile and a figure lead to their measure, and get the focus back', async ({ page }) => {
  await open(page, '/trend?i=funds');
  await drawn(figure(page, /资金/).first());
  const link = page.getByRole('button', { name: '“资金”怎么统计' }).first();
  await link.click();
  const entry = page.locator('[data-measure="funds"]');
  await expect(entry).toBeFocused();
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText('只有单位相同的才相加');
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();

  await open(page, '/');
  await tile(page, '新增会员').getByRole('button', { name: '“工会会员”怎么统计' }).click();
  await expect(page.locator('[data-measure="members"]')).toBeFocused();
  await expect(page.getByRole('dialog', { name: /来源/ })).toHaveCount(0);
});

test('? goes into a field as what it is', async ({ page }) => {
  await open(page, '/data');
  await page.getByRole('searchbox', { name: '搜索', exact: true }).focus();
  await page.keyboard.type('?');
  await expect(page.getByRole('searchbox', { name: '搜索', exact: true })).toHaveValue('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: '搜索', exact: true })).toBeFocused();
});

test('single keys can be switched off and stay off; keys with Ctrl go on', async ({ page }) => {
  await open(page, '/data');
  await page.getByRole('button', { name: '显示与帮助' }).click();
  const single = page.getByRole('switch', { name: '单键快捷键' });
  await expect(single).toBeChecked();
  await single.uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('region', { name: '筛选', exact: true })).toBeVisible();
  await choose(page, '类别', '女职工');
  await expect(page).toHaveURL(/c=/);
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: '搜索', exact: true })).not.toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page).not.toHaveURL(/c=/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: '显示与帮助' }).click();
  await page.getByRole('button', { name: '键盘快捷键' }).click();
  await expect(page.getByRole('dialog', { name: '键盘快捷键' }).getByText('黑屏，再按一次恢复')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '显示与帮助' })).toBeFocused();
});

test('on a phone help, keys and tour are within reach', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('banner').getByRole('button', { name: '帮助', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '名词与统计口径' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '显示与帮助' }).click();
  for (const name of ['键盘快捷键', '名词与口径', '重看导览']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
});
