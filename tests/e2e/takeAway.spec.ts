import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { drawn, figure, open } from './app';

/** Chooses a line of the figure's export menu by keyboard alone. */
async function press(page: Page, item: string): Promise<void> {
  await figure(page, /参与人次/)
    .first()
    .getByRole('button', { name: '导出' })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  const line = page.getByRole('menuitem', { name: item, exact: true });
  for (let presses = 0; presses < 40; presses++) {
    if (await line.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
}

async function taken(page: Page, item: string): Promise<string> {
  const download = page.waitForEvent('download');
  await press(page, item);
  return readFileSync(await (await download).path(), 'utf8');
}

test.describe('the clipboard, by keyboard alone,', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('takes the picture, the table and the sentence of the bulletin', async ({ page }) => {
    await open(page);
    await drawn(figure(page, /参与人次/).first());
    const types = () =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]));
    const text = () => page.evaluate(() => navigator.clipboard.readText());
    await press(page, '复制图片');
    await expect.poll(types).toEqual(['image/png']);
    await press(page, '复制表格');
    await expect.poll(types).toEqual(expect.arrayContaining(['text/html', 'text/plain']));
    const table = await text();
    expect(table).toContain('来源：');
    const copy = page.getByRole('button', { name: '复制全文' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect.poll(text).not.toBe(table);
    expect(await text()).toMatch(/\d.*人次/);
    await expect(copy).toBeFocused();
  });
});

for (const view of ['/trend?g=M&a=421000', '/trend?i=participants&y=2018', '/trend?demo&y=2024&a=421002']) {
  test(`the printed address reopens the view: ${view}`, async ({ page }) => {
    await open(page, view);
    await drawn(figure(page, /参与人次/).first());
    const svg = await taken(page, 'SVG 矢量图');
    const csv = await taken(page, 'CSV 数据');
    const address = /工会数据看板 ((?:\?demo)?#\/[^<]*)</.exec(svg)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(address).toMatch(/^(\?demo)?#\/trend\?/);
    expect(csv).toContain(address);
    const other = await page.context().newPage();
    await other.goto(`./${address}`);
    await drawn(figure(other, /参与人次/).first());
    expect(await taken(other, 'CSV 数据')).toBe(csv);
    expect(await taken(other, 'SVG 矢量图')).toBe(svg);
  });
}
