import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { chooseTheme, drawn, figure, open, tile } from './app';

const addresses = ['/', '/trend?g=M', '/counties', '/categories', '/data'];

test('switches to English and back at run time, the charts too', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(tile(page, 'Participation')).toContainText('about 4K person-times');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(/Overview/);
  await expect(page.getByRole('figure', { name: /Participation/ }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.getByRole('radio', { name: '中文' }).click();
  await expect(tile(page, '参与人次')).toContainText('约4000人次');
});

test('has no Chinese left in the English interface but names of the data', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('settings', JSON.stringify({ language: 'en', theme: 'light' }));
  });
  for (const address of addresses.slice(0, 4)) {
    await page.goto(`./#${address}`);
    await expect(page.getByRole('figure').first()).toBeVisible();
    await expect(page.getByRole('figure').first()).not.toHaveAttribute('aria-busy', 'true');
    const chinese = await page.evaluate(() => {
      // Titles of reports and their issuers are data and stay as they are.
      const own = document.querySelectorAll('h1, h2, button, label, nav, dt, th, .tile');
      return [...own]
        .map((element) => (element as HTMLElement).innerText)
        .filter((text) => /\p{Script=Han}/u.test(text));
    });
    expect(chinese.filter((text) => text.trim() !== '中\nEN' && text.trim() !== '中')).toEqual([]);
  }
});

test('dark is dark, and is remembered', async ({ page }) => {
  await open(page);
  await chooseTheme(page, '深色');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red = 255] = (/\d+/.exec(ground) ?? []).map(Number);
  expect(red).toBeLessThan(60);
});

const widths = [390, 768, 1440, 2560];
for (const width of widths) {
  test(`nothing is wider than the window at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const address of addresses) {
      await open(page, address);
      await expect(page.locator('.figure-card, .data-browser').first()).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, address).toBeLessThanOrEqual(0);
    }
  });
}

test('on a phone the filter is a sheet, the drawer comes from below, the data are cards', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('button', { name: '参与人次，看来源' }).click();
  const drawer = page.getByRole('dialog', { name: /来源/ });
  await expect(drawer).toBeVisible();
  const box = await drawer.boundingBox();
  expect(box?.width).toBe(390);
  await page.keyboard.press('Escape');
  await open(page, '/data');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', '2');
  const row = page.getByRole('grid').locator('[data-index="0"]');
  await row.getByRole('gridcell').first().click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: '复制所选 1 行' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await row.getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('dialog', { name: /来源/ })).toBeVisible();
});

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

for (const theme of ['light', 'dark', 'official', 'wall']) {
  for (const address of addresses) {
    test(`axe finds nothing on ${address} in ${theme}`, async ({ page }) => {
      await page.addInitScript((wanted) => {
        localStorage.setItem('settings', JSON.stringify({ language: 'zh-CN', theme: wanted }));
      }, theme);
      await open(page, address);
      if (address === '/data') await expect(page.getByText('共 130 条')).toBeVisible();
      else await drawn(figure(page, /人次/).first());
      expect(await violations(page)).toEqual([]);
      if (address === '/trend?g=M') {
        await page.getByRole('button', { name: '查看数据' }).click();
        expect(await violations(page)).toEqual([]);
      }
      if (address === '/categories') {
        await page.getByRole('button', { name: '导出' }).first().click();
        await expect(page.getByRole('menu')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      }
      if (address === '/') {
        await page.getByRole('button', { name: '参与人次，看来源' }).click();
        await expect(page.getByRole('dialog', { name: /来源/ })).toContainText('计入');
        expect(await violations(page)).toEqual([]);
      }
    });
  }
}
