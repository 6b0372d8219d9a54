import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { drawn, figure, goTo, open } from './app';

/** The figures of the tray, by what stands in their title fields, in order. */
const titles = (page: Page) =>
  page
    .getByRole('textbox', { name: /^标题/ })
    .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value));

async function openSlides(page: Page): Promise<void> {
  await page.goto('./#/slides');
  await expect(page.getByRole('heading', { level: 1, name: '汇报' })).toBeVisible();
}

/** Adds three figures from two pages: the trend, the composition and the ranking of the overview. */
async function collect(page: Page): Promise<void> {
  await open(page);
  for (const title of [/^全部地区参与人次$/, /构成$/, /^荆州市各县市区/]) {
    const card = figure(page, title).first();
    await drawn(card);
    await card.getByRole('button', { name: /^加入汇报/ }).click();
    await expect(card.getByRole('button', { name: /已在汇报/ })).toBeVisible();
  }
}

const widthOf = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);

test('a tray is collected, put in order, retitled, frozen, exported, and is there after a reload', async ({ page }) => {
  await collect(page);
  await goTo(page, '汇报');
  await expect(page.locator('.tray-item')).toHaveCount(3);
  await expect(page.locator('.slide-thumb img')).toHaveCount(3);
  const before = await titles(page);
  expect(new Set(before).size).toBe(3);

  // The third moves up twice by keyboard; the focus stays on its button and the move is told.
  const third = before[2] ?? '';
  await page.getByRole('button', { name: `上移：${third}`, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual([before[0], third, before[1]]);
  await expect(page.getByRole('button', { name: `上移：${third}`, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual([third, before[0], before[1]]);
  await expect(page.getByRole('status').filter({ hasText: '移到第 1 张，共 3 张' })).toHaveCount(1);

  const field = page.getByRole('textbox', { name: `标题：${third}`, exact: true });
  await field.fill('各县市区一览');
  await field.press('Tab');
  await page
    .getByRole('listitem', { name: '各县市区一览' })
    .getByRole('textbox', { name: /备注/ })
    .fill('先讲总数，再讲县市区');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '定格当前数据：各县市区一览' }).click();
  await expect(page.getByRole('listitem', { name: '各县市区一览' })).toContainText('当时数据，截至');
  await expect(page.getByRole('listitem', { name: '各县市区一览' })).toContainText('定格，不随数据更新');

  // Removed, and taken back to its place.
  await page.getByRole('button', { name: `移出：${before[0] ?? ''}`, exact: true }).click();
  await expect.poll(() => titles(page)).toEqual(['各县市区一览', before[1]]);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => titles(page)).toEqual(['各县市区一览', before[0], before[1]]);
  await page.getByRole('button', { name: `复制一张：${before[1] ?? ''}`, exact: true }).click();
  await expect.poll(() => titles(page)).toEqual(['各县市区一览', before[0], before[1], before[1]]);

  await page.reload();
  await expect.poll(() => titles(page)).toEqual(['各县市区一览', before[0], before[1], before[1]]);
  await expect(page.getByRole('textbox', { name: /备注/ }).first()).toHaveValue('先讲总数，再讲县市区');
  await expect(page.getByRole('listitem', { name: '各县市区一览' })).toContainText('当时数据，截至');

  await page.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'PNG 图片（压缩包）' }).click();
  const file = await (await download).path();
  const archive = unzipSync(new Uint8Array(readFileSync(file)));
  const names = Object.keys(archive);
  expect(names.map((name) => name.slice(0, 3))).toEqual(['01_', '02_', '03_', '04_']);
  expect(names[0]).toContain('各县市区一览');
  for (const png of Object.values(archive)) {
    expect(png.slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    expect(widthOf(png)).toBe(1920);
  }
  await expect(page.getByRole('status').filter({ hasText: '已导出' })).toHaveCount(1);

  // The deck: a slide of each figure between cover and appendix, the person's title and note in it.
  const deckSaved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: /PowerPoint|PPT/ }).click();
  const deck = unzipSync(new Uint8Array(readFileSync(await (await deckSaved).path())));
  const textOf = (pattern: RegExp) =>
    Object.entries(deck)
      .filter(([name]) => pattern.test(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes));
  const slides = textOf(/^ppt\/slides\/slide\d+\.xml$/);
  expect(slides.length).toBeGreaterThanOrEqual(5);
  expect(slides.some((slide) => slide.includes('各县市区一览'))).toBe(true);
  expect(textOf(/^ppt\/notesSlides\/.*\.xml$/).some((notes) => notes.includes('先讲总数，再讲县市区'))).toBe(true);
});

test('several trays have names; a deleted one comes back', async ({ page }) => {
  await collect(page);
  await goTo(page, '汇报');
  const name = page.getByRole('textbox', { name: '汇报名称' });
  await name.fill('年中汇报');
  await name.press('Enter');
  await page.getByRole('button', { name: '新建汇报' }).click();
  await expect(page.getByText('还没有图')).toBeVisible();
  await name.fill('党组会');
  await name.press('Enter');
  await expect(page.getByRole('group', { name: '我的汇报' }).getByRole('button')).toHaveText([/年中汇报3/, /党组会0/]);
  await page.getByRole('button', { name: /年中汇报/ }).click();
  await expect(page.locator('.tray-item')).toHaveCount(3);
  await page.getByRole('button', { name: '删除汇报' }).click();
  await expect(name).toHaveValue('党组会');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(name).toHaveValue('年中汇报');
  await expect(page.locator('.tray-item')).toHaveCount(3);
});

test('two tabs work on one tray and lose nothing', async ({ page, context }) => {
  await collect(page);
  await goTo(page, '汇报');
  const other = await context.newPage();
  await openSlides(other);
  await expect(other.locator('.tray-item')).toHaveCount(3);
  const [first = '', second = ''] = await titles(page);
  await page.getByRole('textbox', { name: `标题：${first}`, exact: true }).fill('甲');
  await page.keyboard.press('Tab');
  await other.getByRole('textbox', { name: `标题：${second}`, exact: true }).fill('乙');
  await other.keyboard.press('Tab');
  for (const tab of [page, other]) {
    await expect.poll(async () => (await titles(tab)).slice(0, 2)).toEqual(['甲', '乙']);
  }
  await other.getByRole('button', { name: '移出：甲' }).click();
  await expect(page.locator('.tray-item')).toHaveCount(2);
});

test('presents by keys, blanks on B, and gives the focus back', async ({ page, context }) => {
  await collect(page);
  await goTo(page, '汇报');
  await expect(page.locator('.slide-thumb img')).toHaveCount(3);
  await page.getByRole('textbox', { name: /备注/ }).first().fill('先讲总数');
  await page.keyboard.press('Tab');
  const button = page.getByRole('button', { name: '放映', exact: true });
  await button.click();
  const stage = page.getByRole('dialog', { name: /^放映/ });
  await expect(stage).toContainText('1 / 4');
  await expect(stage.getByRole('img')).toHaveCount(0);
  const picture = stage.getByRole('img');

  const seen: (string | null)[] = [];
  for (const [key, at] of [
    ['ArrowRight', 2],
    ['PageDown', 3],
    ['Space', 4],
    ['ArrowRight', 4],
    ['PageUp', 3],
    ['Home', 1],
    ['End', 4],
  ] as const) {
    await page.keyboard.press(key);
    await expect(stage).toContainText(`${String(at)} / 4`);
    if (at > 1) {
      await expect(picture).toBeVisible();
      seen.push(await picture.getAttribute('alt'));
    }
  }
  expect(new Set(seen).size).toBe(3);
  // The picture fills a page of 16:9, with the type of a picture of that size.
  const box = await picture.boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);

  await page.keyboard.press('b');
  await expect(page.locator('.present__blank')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.locator('.present__blank')).toHaveCount(0);

  await page.keyboard.press('Home');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('p');
  const speaker = await opened;
  await expect(speaker.getByRole('region', { name: '下一张' }).getByRole('img')).toBeVisible();
  await speaker.keyboard.press('ArrowRight');
  await expect(stage).toContainText('2 / 4');
  await expect(speaker.getByRole('region', { name: '备注' })).toContainText('先讲总数');
  await expect(speaker.locator('.presenter__time').last()).toContainText(/\d\d:\d\d/);
  await speaker.getByRole('button', { name: '下一张' }).click();
  await expect(stage).toContainText('3 / 4');

  const closed = speaker.waitForEvent('close');
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await expect(stage).toHaveCount(0);
  await expect(button).toBeFocused();
  await closed;
});

test('a single figure goes full-screen; a refused window is told', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await open(page, '/trend');
  const card = figure(page, /参与人次/).first();
  await drawn(card);
  const button = card.getByRole('button', { name: '全屏' });
  await button.click();
  const stage = page.getByRole('dialog', { name: /^放映/ });
  await expect(stage.getByRole('img')).toBeVisible();
  await expect(stage.getByRole('button', { name: '下一张' })).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(page.getByRole('alert')).toContainText('拦下了讲者窗口');
  await page.keyboard.press('Escape');
  await expect(stage).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a figure of a newer version is told and can be removed', async ({ page }) => {
  await collect(page);
  await goTo(page, '汇报');
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('open'));
    });
    const store = database.transaction('trays', 'readwrite').objectStore('trays');
    const all = store.getAll() as IDBRequest<{ items: { spec: { kind: string } }[] }[]>;
    await new Promise<void>((resolve) => {
      all.onsuccess = () => {
        const [tray] = all.result;
        if (tray?.items[0]) tray.items[0].spec.kind = 'hologram';
        store.put(tray);
        store.transaction.oncomplete = () => resolve();
      };
    });
    database.close();
  });
  await page.reload();
  await expect(page.locator('.tray-item').first()).toContainText('由更新的版本存下');
  await expect(page.locator('.slide-thumb img')).toHaveCount(2);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on the trays and the stage in ${theme}`, async ({ page }) => {
    await page.addInitScript((wanted) => {
      localStorage.setItem('settings', JSON.stringify({ language: 'zh-CN', theme: wanted }));
    }, theme);
    const found = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
    await openSlides(page);
    await expect(page.getByText('还没有图')).toBeVisible();
    expect(await found()).toEqual([]);
    await collect(page);
    await goTo(page, '汇报');
    await expect(page.locator('.slide-thumb img')).toHaveCount(3);
    expect(await found()).toEqual([]);
    await page.getByRole('button', { name: '放映', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('1 / 4');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    expect(await found()).toEqual([]);
  });
}

for (const width of [390, 768, 1440]) {
  test(`nothing is wider than the window at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await collect(page);
    await openSlides(page);
    await expect(page.locator('.slide-thumb img').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
}
