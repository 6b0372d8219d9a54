import { expect, test } from '@playwright/test';
import { chooseTheme, drawn, figure, goTo, open } from './app';

test('counties: order and view are kept in the address', async ({ page }) => {
  await open(page, '/counties?i=beneficiaries&a=421000');
  await page.getByRole('radio', { name: '按数值' }).check();
  await page.getByRole('radio', { name: '方块图' }).check();
  await expect(page).toHaveURL(/o=value/);
  await expect(page).toHaveURL(/v=tiles/);
  await drawn(figure(page, /方块图/));
  await page.reload();
  await expect(figure(page, /方块图/)).toBeVisible();
  await page.goBack();
  await expect(figure(page, /分布/)).toBeVisible();
});

test('counties: one county opens its profile, and there is a way back', async ({ page }) => {
  await open(page, '/counties?i=beneficiaries&a=421088');
  const profile = page.getByRole('region', { name: '监利市概况' });
  await expect(profile.getByRole('article')).toHaveCount(6);
  await expect(profile.getByRole('region', { name: '在全市的位次' })).toContainText('第 1 位，共 1 个有数');
  await expect(profile.getByText('最近的报告')).toBeVisible();
  await profile.getByRole('button', { name: '返回全部县市区' }).click();
  await expect(profile).toHaveCount(0);
});

test('counties: two periods are chosen, and a comparison takes at most eight', async ({ page }) => {
  await page.goto('./?demo#/counties?y=2024');
  const slope = figure(page, /2023年与2024年/);
  await drawn(slope);
  await slope.getByLabel('前期').selectOption('2022');
  await expect(figure(page, /2022年与2024年/)).toBeVisible();
  await expect(page).toHaveURL(/from=2022/);
  const compared = page.getByRole('group', { name: /对比的县市区/ });
  await expect(compared.getByRole('button', { pressed: true })).toHaveCount(8);
  await expect(compared.getByRole('button', { name: '荆州开发区' })).toBeDisabled();
  await compared.getByRole('button', { name: '公安' }).click();
  await expect(page).toHaveURL(/with=/);
  await expect(compared.getByRole('button', { name: '荆州开发区' })).toBeEnabled();
  const ranking = page.getByRole('figure', { name: '荆州市各县市区参与人次', exact: true });
  await ranking.getByRole('button', { name: '查看数据' }).click();
  await expect(ranking.getByRole('columnheader', { name: '名次升降' })).toBeVisible();
});

test('counties: an open time ranks its two newest whole years and says which', async ({ page }) => {
  await page.goto('./?demo#/counties');
  const ranking = page.getByRole('figure', { name: '荆州市各县市区参与人次', exact: true });
  await expect(ranking).toContainText('名次升降：2025年与2024年相比');
  await ranking.getByRole('button', { name: '查看数据' }).click();
  await expect(ranking.getByRole('row', { name: /松滋/ })).toContainText(/升 \d 位/);
  await expect(ranking.getByRole('row', { name: /荆州开发区/ })).toContainText('—（本期没有数）');
});

test('a page and the data table go onto A4 sheets, in light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.addInitScript(() => (window.print = () => document.documentElement.setAttribute('data-printed', '')));
  await open(page);
  await drawn(figure(page, /参与人次/).first());
  await expect(page.getByRole('region', { name: '综述' })).toContainText('人次');
  await page.getByRole('button', { name: '打印／存为 PDF' }).click();
  const sheet = page.locator('.print-sheet');
  await expect(sheet.locator('.print-text')).toContainText('人次');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  expect(await sheet.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);

  await page.emulateMedia({ media: 'screen' });
  await open(page, '/data?q=资金');
  await expect(page.getByText(/130 条中的 \d+ 条/)).toBeVisible();
  const count = Number(/中的 (\d+) 条/.exec(await page.getByText(/130 条中的/).innerText())?.[1]);
  await page.getByRole('button', { name: '打印／存为 PDF' }).click();
  await expect(sheet.locator('tbody tr')).toHaveCount(count);
  await expect(sheet.locator('thead th')).toHaveCount(10);
});

test('categories: down to one observation and its source, and back by the browser', async ({ page }) => {
  await open(page, '/categories?y=2018&a=421000');
  const drill = page.getByRole('region', { name: '逐层下钻' });
  await drill.getByRole('button', { name: '进入组建入会' }).click();
  await drill.getByRole('button', { name: /^进入新建工会/ }).click();
  await expect(page).toHaveURL(/dc=organizing/);
  await drill.getByRole('button', { name: '进入新建工会（全部指标）' }).click();
  await expect(page).toHaveURL(/di=unions/);
  await drill.getByRole('listitem').first().getByRole('button').click();
  await expect(page.getByRole('dialog', { name: '来源' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(drill.getByRole('button', { name: '进入新建工会（全部指标）' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(drill.getByRole('button', { name: '进入组建入会' })).toBeVisible();
});

test('a chart is walked point by point, in words, and Enter filters', async ({ page }) => {
  await open(page, '/trend?a=421000');
  const chart = figure(page, /参与人次/).first();
  await chart.getByRole('button', { name: '查看数据' }).click();
  const value = await chart.getByRole('cell').first().innerText();
  await chart.getByRole('button', { name: '查看图表' }).click();
  await drawn(chart);
  await chart.getByRole('application').focus();
  const spoken = chart.locator('.chart-view__spoken');
  await page.keyboard.press('Home');
  await expect(spoken).toHaveText(`参与人次，2018年：${value}`);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText('2019年');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/y=2018/);
  await chart.getByRole('application').focus();
  await page.keyboard.press('End');
  await expect(spoken).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(spoken).toBeEmpty();
  await expect(chart.getByRole('application')).toBeFocused();
});

test('red, wall and large type are chosen in the header and kept', async ({ page }) => {
  await open(page);
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const html = page.locator('html');
  await chooseTheme(page, '政务红');
  await expect(html).toHaveAttribute('data-theme', 'official');
  expect(await size()).toBe(14);
  await page.getByRole('button', { name: '显示与帮助' }).click();
  await page.getByRole('switch', { name: '大字' }).check();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'official');
  await expect.poll(size).toBe(18);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    for (const name of ['总览', '趋势', '县市区', '类别', '数据']) {
      await goTo(page, name);
      await expect(page.locator('.figure-card, .data-browser').first()).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${name} at ${String(width)}`).toBeLessThanOrEqual(0);
    }
  }
});

test('the tour is offered once, walked by keyboard, and found again', async ({ page }) => {
  await open(page);
  const offer = page.getByRole('complementary', { name: '导览' });
  await offer.getByRole('button', { name: '开始导览' }).click();
  const tour = page.getByRole('dialog', { name: '六个页面' });
  await expect(tour).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: '一组筛选管所有图' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('region', { name: '筛选', exact: true })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.getByRole('button', { name: '显示与帮助' }).click();
  await page.getByRole('button', { name: '重看导览' }).click();
  await expect(tour).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '显示与帮助' })).toBeFocused();
});
