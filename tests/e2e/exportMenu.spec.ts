import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawn, figure, open } from './app';

const address = '/trend?g=M&a=421000';

async function openMenu(page: Page): Promise<void> {
  await figure(page, /参与人次/)
    .getByRole('button', { name: '导出' })
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function take(page: Page, item: string | RegExp): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

const sizeOf = (file: Buffer) => [file.readUInt32BE(16), file.readUInt32BE(20)];

/**
 * Text of every page of a PDF, blanks left out: the runs of a PDF know no words. Chromium names 工 by its radical, which
 * NFKC makes the character again, as viewers do when they search.
 */
async function textOf(file: Buffer): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  return pages.map((text) => text.replace(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC')));
}

/** The dialogue itself belongs to the browser; that it was asked for is what the page can do. */
async function holdPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
}

async function printed(page: Page): Promise<Buffer> {
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

test('saves an SVG with the figure’s words and no script', async ({ page }) => {
  await open(page, address);
  await openMenu(page);
  const download = await take(page, 'SVG 矢量图');
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('荆州市参与人次');
  expect(svg).toContain('#/trend?');
  expect(svg).not.toMatch(/<script|<style|href=/);
});

test('asks for an own size, refuses what is none, and remembers the last choice', async ({ page }) => {
  await open(page, address);
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '政务红' }).click();
  await page.getByRole('menuitem', { name: /自定尺寸/ }).click();
  const dialog = page.getByRole('dialog', { name: '自定尺寸' });
  await dialog.getByLabel('宽（像素）').fill('20');
  await expect(dialog.getByRole('button', { name: '保存图片' })).toBeDisabled();
  await dialog.getByLabel('宽（像素）').fill('１２００');
  await dialog.getByLabel('高（像素）').fill('500');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/1200x500_政务红\.png$/);
  expect(sizeOf(readFileSync(await saved.path()))).toEqual([1200, 500]);
  await page.reload();
  await openMenu(page);
  await expect(page.getByRole('menuitemradio', { name: '政务红' })).toBeChecked();
  await expect(page.getByRole('menuitem', { name: /自定尺寸.*1200 × 500/ })).toBeVisible();
});

test('is worked by the keyboard alone, and focus comes back', async ({ page }) => {
  await open(page, address);
  const button = figure(page, /参与人次/).getByRole('button', { name: '导出' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /整页/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect(sizeOf(readFileSync(await (await download).path()))).toEqual([1440, 1080]);
  await expect(button).toBeFocused();
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('puts the picture and the table on the clipboard', async ({ page }) => {
    await open(page, address);
    await openMenu(page);
    await page.getByRole('menuitem', { name: '复制图片' }).click();
    await expect(figure(page, /参与人次/).getByText('已复制')).toBeVisible();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return [image.width, image.height];
    });
    expect(size).toEqual([1920, 1080]);
    await openMenu(page);
    await page.getByRole('menuitem', { name: '复制表格' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('荆州市参与人次');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text() ?? '';
    });
    expect(html).toContain('<table');
    expect(html).toContain('来源：');
  });
});

test('says so and downloads where the browser refuses to copy', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  // Without a clipboard, as on an intranet address without https.
  await open(page, address);
  await openMenu(page);
  const download = await take(page, '复制图片');
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  await expect(page.getByText(/浏览器不允许复制/)).toBeVisible();
  await openMenu(page);
  expect((await take(page, '复制表格')).suggestedFilename()).toMatch(/\.html$/);
});

test('prints a page as an A4 report of vectors and selectable Chinese', async ({ page }) => {
  await holdPrint(page);
  await open(page, '/counties');
  await drawn(page.getByRole('figure').first());
  const titles = await page.getByRole('figure').getByRole('heading', { level: 2 }).allTextContents();
  await expect(page.getByRole('button', { name: /^打印/ })).toBeVisible();
  await page.keyboard.press('Control+p');
  const file = await printed(page);
  expect(file.includes('/Subtype /Image') || file.includes('/Subtype/Image')).toBe(false);
  const pages = await textOf(file);
  const all = pages.join('');
  for (const title of titles) expect(all).toContain(title.replace(/\s/g, ''));
  expect(all).toContain('工会数据看板·县市区');
  expect(all).toContain('来源：');
  expect(all).toContain('#/counties');
  expect(all).not.toMatch(/查看数据|导出/);
  await expect(page.locator('.print-sheet')).toHaveCount(0);
  await expect(page.getByRole('figure').first()).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  test(`the browser’s own menu prints the same report, in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
    for (const path of ['/', '/counties', '/categories?s=treemap', '/data?q=资金']) {
      await open(page, path);
      if (path.startsWith('/data')) await expect(page.getByText(/130 条中的/)).toBeVisible();
      else await drawn(page.getByRole('figure').first());
      const titles = await page.getByRole('figure').getByRole('heading', { level: 2 }).allTextContents();
      // The report is ready once the rest of the app has been fetched; what prints asks for nothing.
      let pages: string[] = [];
      await expect(async () => {
        const file = await page.pdf({ preferCSSPageSize: true });
        expect(file.includes('/Subtype /Image') || file.includes('/Subtype/Image')).toBe(false);
        pages = await textOf(file);
        expect(pages[0]).toContain('工会数据看板·');
      }).toPass();
      const all = pages.join('');
      for (const title of titles) expect(all).toContain(title.replace(/\s/g, ''));
      expect(all).toContain(`#${path}`);
      expect(all).not.toMatch(/查看数据|导出|重置/);
      await expect(page.locator('.print-sheet')).toHaveCount(0);
    }
  });
}

test('prints one figure from its menu, its values as text', async ({ page }) => {
  await holdPrint(page);
  await open(page, '/trend?i=participants&y=2018');
  await openMenu(page);
  await page.getByRole('menuitem', { name: /打印/ }).click();
  const pages = await textOf(await printed(page));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('参与人次');
  expect(pages[0]?.split('约38.03万')).toHaveLength(2);
});

test('fits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, address);
  await openMenu(page);
  const box = await page.getByRole('menu').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  await page.getByRole('menuitem', { name: '复制表格' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('menuitem', { name: '复制表格' })).toBeInViewport();
});
