import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { drawn, figure, open, tile } from './app';

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
