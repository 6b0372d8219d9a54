import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Page } from '@playwright/test';
import { chooseTheme, drawn, figure, open } from './app';

/** Width and height that a PNG file states in its own header. */
function sizeOf(file: Buffer): [number, number] {
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(file.subarray(12, 16).toString('latin1')).toBe('IHDR');
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

interface Painted {
  size: [number, number];
  corner: string;
  /** Hash of the pixels of the band that the title stands in. */
  title: string;
  titleInk: number;
  chartColours: number;
}

/** Decodes a PNG with the browser's own decoder and looks at its pixels. */
function look(page: Page, file: Buffer): Promise<Painted> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { width, height } = bitmap;
    const at = (x: number, y: number, w: number, h: number) => [...context.getImageData(x, y, w, h).data];
    const corner = at(1, 1, 1, 1).join();
    const band = at(0, 0, width, Math.round(height * 0.13));
    let ink = 0;
    for (let i = 0; i < band.length; i += 4) if (band.slice(i, i + 4).join() !== corner) ink++;
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(band));
    const middle = at(
      Math.round(width * 0.1),
      Math.round(height * 0.3),
      Math.round(width * 0.8),
      Math.round(height * 0.4),
    );
    const colours = new Set<string>();
    for (let i = 0; i < middle.length; i += 4 * 5) colours.add(middle.slice(i, i + 3).join());
    return {
      size: [width, height],
      corner,
      title: [...new Uint8Array(digest)].join(),
      titleInk: ink / (band.length / 4),
      chartColours: colours.size,
    };
  }, file.toString('base64'));
}

async function save(page: Page, title: RegExp, preset: RegExp, choices: string[] = []): Promise<Download> {
  await figure(page, title).first().getByRole('button', { name: '导出' }).click();
  for (const choice of choices) await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: preset }).click();
  return download;
}

const cases: [RegExp, string[], [number, number]][] = [
  [/整页/, [], [1920, 1080]],
  [/半页/, ['2×'], [1920, 2160]],
  [/4:3/, ['深色'], [1440, 1080]],
  [/方形/, ['3×', '深色'], [3240, 3240]],
];

for (const [preset, choices, size] of cases) {
  test(`saves ${preset.source} ${choices.join(' ')} at exactly ${size.join(' × ')}`, async ({ page }) => {
    await open(page, '/trend?g=M&a=421000');
    await drawn(figure(page, /参与人次/));
    const download = await save(page, /参与人次/, preset, choices);
    expect(download.suggestedFilename()).toMatch(/^荆州市.*参与人次.*按月.*\.png$/);
    const file = readFileSync(await download.path());
    expect(sizeOf(file)).toEqual(size);
    const painted = await look(page, file);
    expect(painted.size).toEqual(size);
    expect(painted.titleInk).toBeGreaterThan(0.005);
    expect(painted.chartColours).toBeGreaterThan(3);
  });
}

test('paints another title for another figure, and another ground in dark', async ({ page }) => {
  await open(page, '/trend?i=participants,funds');
  const [light, dark, other] = [
    await save(page, /参与人次/, /整页/),
    await save(page, /参与人次/, /整页/, ['深色']),
    await save(page, /资金/, /整页/),
  ];
  const painted = [];
  for (const download of [light, dark, other]) painted.push(await look(page, readFileSync(await download.path())));
  const [first, second, third] = painted;
  expect(first?.corner).not.toBe(second?.corner);
  expect(first?.title).not.toBe(third?.title);
});

test('makes the same picture whatever the window and its theme', async ({ page }) => {
  await open(page, '/trend?y=2018');
  const wide = readFileSync(await (await save(page, /参与人次/, /整页/)).path());
  await page.setViewportSize({ width: 800, height: 700 });
  await chooseTheme(page, '深色');
  await drawn(figure(page, /参与人次/));
  const narrow = readFileSync(await (await save(page, /参与人次/, /整页/)).path());
  expect(narrow.equals(wide)).toBe(true);
});

test('exports every figure of every page, the map included', async ({ page }) => {
  for (const address of ['/', '/counties', '/categories?s=treemap']) {
    await open(page, address);
    const buttons = page.getByRole('figure').getByRole('button', { name: '导出' });
    await expect(buttons.first()).toBeVisible();
    for (let i = 0; i < (await buttons.count()); i++) {
      await buttons.nth(i).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: /整页/ }).click();
      const file = readFileSync(await (await download).path());
      expect(sizeOf(file)).toEqual([1920, 1080]);
      // Of the real data a slope is one line in one colour, with its soft edge.
      expect((await look(page, file)).chartColours).toBeGreaterThan(1);
    }
  }
});
