import { expect, type Locator, type Page } from '@playwright/test';

/** What a test does on the page, in the words that a person reads there. */

/** Opens an address of the app (`/trend?g=M`) and waits for its numbers. */
export async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(`./#${address}`);
  await expect(page.getByRole('region', { name: '筛选', exact: true })).toBeVisible();
}

/** A headline tile by its name. */
export function tile(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** The figure whose title holds a text. */
export function figure(page: Page, title: string | RegExp): Locator {
  return page.getByRole('figure', { name: title });
}

/** Opens a control of the filter bar, presses an option of it and closes the panel. */
export async function choose(page: Page, control: string, option: string): Promise<void> {
  await page.getByRole('button', { name: control, exact: true }).click();
  await page.getByRole('dialog').getByText(option, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Moves to a page by the rail. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** Chooses an appearance in the header's menu and closes it. */
export async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '显示与帮助' }).click();
  await page.getByRole('radio', { name, exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Waits until a chart is drawn: its canvas holds more than one colour. */
export async function drawn(chart: Locator): Promise<void> {
  const canvas = chart.locator('canvas').first();
  await expect(canvas).toBeVisible();
  await expect
    .poll(() =>
      canvas.evaluate((element) => {
        if (!(element instanceof HTMLCanvasElement)) return 0;
        const { width, height } = element;
        const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        const colours = new Set<number>();
        for (let i = 0; i < pixels.length; i += 4 * 7) {
          colours.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
        }
        return colours.size;
      }),
    )
    .toBeGreaterThan(3);
}

/** A point of a chart that answers a press: where the pointer turns into a hand. */
export async function pressMark(page: Page, chart: Locator): Promise<void> {
  const canvas = chart.locator('canvas').first();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('chart has no size');
  for (let y = box.height - 40; y > 20; y -= 12) {
    for (let x = 30; x < box.width - 10; x += 12) {
      await page.mouse.move(box.x + x, box.y + y);
      const hand = await canvas.evaluate((element) => element.parentElement?.style.cursor === 'pointer');
      if (!hand) continue;
      await page.mouse.click(box.x + x, box.y + y);
      return;
    }
  }
  throw new Error('no mark of the chart answers a press');
}
