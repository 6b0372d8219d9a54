import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { drawn, figure, open, pressMark } from './app';

test('the ends of the time are moved by keyboard, spoken, kept in the address and undone', async ({ page }) => {
  await open(page, '/trend?g=M');
  const start = page.getByRole('slider', { name: '开始时间' });
  await expect(start).toHaveAttribute('aria-valuetext', '2018年1月');
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(start).toHaveAttribute('aria-valuetext', '2018年3月');
  await expect(page).toHaveURL(/y=2018-03\.\.2020-05/);
  await expect(start).toBeFocused();
  const end = page.getByRole('slider', { name: '结束时间' });
  await end.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/y=2018-03\.\.2020-04/);
  await expect(figure(page, /参与人次/)).toContainText('2018年3月–2020年4月');
  await page.getByRole('button', { name: '全部时间' }).click();
  await expect(page).not.toHaveURL(/y=/);
  await page.goBack();
  await expect(end).toHaveAttribute('aria-valuetext', '2020年4月');
});

test('years are laid over each other, month by month', async ({ page }) => {
  await open(page, '/trend');
  await page.getByRole('radio', { name: '按年份' }).check();
  const chart = figure(page, /历年参与人次/);
  await drawn(chart);
  await chart.getByRole('button', { name: '查看数据' }).click();
  const table = chart.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['时间', '2018年', '2019年', '2020年']);
  await expect(table.getByRole('row')).toHaveCount(13);
  const march = table.getByRole('row', { name: /^3月/ });
  await expect(march.getByRole('cell').nth(0)).toHaveText('未报');
  await expect(march.getByRole('cell').nth(1)).toHaveText('约4,000人次');
  await expect(table.getByRole('row', { name: /^12月/ }).getByRole('cell').nth(2)).toHaveText('');
});

test('shares and small multiples draw what the split has, with the same numbers in the table', async ({ page }) => {
  await open(page, '/trend?s=category');
  for (const form of ['百分比', '分图']) {
    await page.getByRole('radio', { name: form }).check();
    const chart = figure(page, /各类别参与人次/);
    await drawn(chart);
    await chart.getByRole('button', { name: '查看数据' }).click();
    await expect(chart.getByRole('row', { name: /^2018年/ })).toContainText('100,000人次');
    await chart.getByRole('button', { name: '查看图表' }).click();
  }
});

test('a change of definition stands at the charts that cover it, and at no other', async ({ page }) => {
  await open(page, '/trend');
  const chart = figure(page, /参与人次/);
  await chart.getByRole('button', { name: /其余 \d+ 条说明/ }).click();
  await expect(chart).toContainText('口径变化（2020年6月12日）：监利撤县设市');
  await chart.getByRole('button', { name: '查看数据' }).click();
  await expect(chart.getByRole('row', { name: /^2020年/ })).toContainText('监利撤县设市');
  await open(page, '/trend?y=2018');
  await expect(figure(page, /参与人次/)).toBeVisible();
  await expect(page.getByText('监利撤县设市')).toHaveCount(0);
});

test('a press on a mark filters the rest by its time or category, and the back button takes it back', async ({
  page,
}) => {
  await open(page, '/trend?a=421000');
  const whole = figure(page, /参与人次/);
  await drawn(whole);
  await pressMark(page, whole);
  await expect(page).toHaveURL(/y=2018/);
  await expect(page.getByText('2018年', { exact: true }).first()).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/y=/);

  await page.getByRole('radio', { name: '按类别' }).check();
  const split = figure(page, /各类别参与人次/);
  await drawn(split);
  await pressMark(page, split);
  await expect(page).toHaveURL(/c=[a-z]+/);
  await page.goBack();
  await expect(page).not.toHaveURL(/c=/);
});

for (const address of ['/trend?s=year', '/trend?s=category&v=multiples', '/trend?s=category&v=share']) {
  test(`axe finds nothing on ${address}, and nothing is wider than a phone`, async ({ page }) => {
    await open(page, address);
    await drawn(figure(page, /参与人次/));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await drawn(figure(page, /参与人次/));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
