import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import { all, openPackage, textLines } from '../support/export/openPackage';
import { orderBreaches, packageBreaches } from '../support/export/schemaOrder';
import { figure, open } from './app';

const address = '/trend?i=participants&y=2018';

/** Chooses a line of the figure's export menu by keyboard alone; output: the file that came. */
async function take(page: Page, item: string): Promise<{ name: string; file: Buffer }> {
  await figure(page, /参与人次/)
    .getByRole('button', { name: '导出' })
    .focus();
  await page.keyboard.press('Enter');
  const line = page.getByRole('menuitem', { name: item });
  await expect(page.getByRole('menu')).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await line.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(line).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  return { name: saved.suggestedFilename(), file: readFileSync(await saved.path()) };
}

const asBlob = (file: Buffer) => new Blob([new Uint8Array(file)]);

test('a figure of the real reports becomes a deck whose chart holds the number of the page', async ({ page }) => {
  await open(page, address);
  const { name, file } = await take(page, 'PowerPoint 演示文稿');
  expect(name).toMatch(/\.pptx$/);
  const deck = await openPackage(asBlob(file));
  expect(packageBreaches(deck)).toEqual([]);
  expect(deck.parts('').flatMap((path) => orderBreaches(deck.xml(path)))).toEqual([]);
  const [chart = ''] = deck.parts('ppt/charts/chart');
  const points = all(deck.xml(chart), 'c:numCache').flatMap((cache) => all(cache, 'c:v').map((one) => one.textContent));
  expect(points).toContain('38.032');
  const slide = textLines(deck.xml('ppt/slides/slide2.xml')).join('\n');
  expect(slide).toContain('来源：');
  expect(slide).toContain('#/trend?');
});

test('a Word document, an Excel workbook and a CSV file carry the same number', async ({ page }) => {
  await open(page, address);
  const word = await openPackage(asBlob((await take(page, 'Word 文档')).file));
  expect(packageBreaches(word)).toEqual([]);
  expect(textLines(word.xml('word/document.xml'), 'w').join('\n')).toContain('约380,320');
  const book = read((await take(page, 'Excel 工作簿')).file);
  const rows = utils.sheet_to_json<(string | number | null)[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
    header: 1,
    defval: null,
  });
  expect(rows.find(([first]) => first === '2018年')?.slice(0, 3)).toEqual(['2018年', 380_320, '约']);
  expect(book.SheetNames).toContain('来源与说明');
  const csv = (await take(page, 'CSV 数据')).file.toString('utf8');
  expect(csv.codePointAt(0)).toBe(0xfeff);
  expect(csv).toMatch(/2018年,380320,约/);
});

test('simulated figures say so in every file', async ({ page }) => {
  await open(page, '/trend?demo&y=2025');
  const deck = await openPackage(asBlob((await take(page, 'PowerPoint 演示文稿')).file));
  for (const slide of deck.parts('ppt/slides/slide')) expect(textLines(deck.xml(slide))).toContain('模拟数据');
  const csv = (await take(page, 'CSV 数据')).file.toString('utf8');
  expect(csv).toContain('模拟数据');
});
