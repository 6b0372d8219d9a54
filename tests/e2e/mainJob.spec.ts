import { expect, test } from '@playwright/test';
import { choose, drawn, figure, goTo, open, pressMark, tile } from './app';

test.describe('first load', () => {
  // The worker's requests pass a service worker's cache by no route of the test.
  test.use({ serviceWorkers: 'block' });

  test('shows how far it is, then the tiles', async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/observations.csv', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('./');
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByText('读取数据包')).toBeVisible();
    release();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(tile(page, '参与人次')).toContainText('约4000人次');
    await expect(page.getByRole('article')).toHaveCount(6);
    await expect(page).toHaveTitle(/总览.*工会数据看板/);
  });

  test('is done once: the second start asks for no table', async ({ page }) => {
    await open(page);
    await expect(tile(page, '参与人次')).toContainText('约4000人次');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await expect(tile(page, '参与人次')).toContainText('约4000人次');
    expect(asked.filter((url) => url.endsWith('.csv'))).toEqual([]);
  });
});

test.describe('filter', () => {
  test('by year and by county changes the numbers, and the back button takes them back', async ({ page }) => {
    await open(page);
    const participants = tile(page, '参与人次');
    const funds = tile(page, '资金');
    await expect(participants).toContainText('约4000人次');
    await expect(funds).toContainText('1.8万元');

    await choose(page, '年份', '2018年');
    await expect(participants).toContainText('约38.03万人次');
    await expect(participants).toContainText('2018年');
    await expect(page).toHaveURL(/[?&]y=2018(&|$)/);

    await choose(page, '年份', '2018年');
    await choose(page, '县市区', '鄂城区');
    await expect(funds).toContainText('63.61万元以上');
    await expect(participants).toContainText('没有数');
    await expect(page).toHaveURL(/a=420704/);

    await page.goBack();
    await expect(funds).toContainText('1.8万元');
    await page.goBack();
    await expect(participants).toContainText('约38.03万人次');
    await page.goForward();
    await expect(participants).toContainText('约4000人次');
  });

  test('is the address: a deep link opens the same view, also after a reload', async ({ page }) => {
    await open(page, '/trend?g=M&a=421000&v=bar');
    const chart = figure(page, /参与人次/);
    await drawn(chart);
    await expect(chart).toContainText('荆州市');
    await expect(chart).toContainText('2018年约38.03万人次');
    await page.reload();
    await expect(figure(page, /参与人次/)).toContainText('荆州市');
    await expect(page).toHaveURL(/#\/trend\?g=M&a=421000&v=bar$/);
  });

  test('survives a hostile address', async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const hostile = encodeURIComponent('<img src=x onerror=alert(1)>');
    await open(
      page,
      `/trend?g=${hostile}&y=9999-0000&a=${hostile}&c=nothing&i=${hostile}&v=${hostile}&__proto__=1&s=none&s=area`,
    );
    await drawn(figure(page, /参与人次/));
    expect(errors).toEqual([]);
  });

  test('keeps its choice from page to page', async ({ page }) => {
    await open(page, '/?y=2018');
    for (const name of ['趋势', '县市区', '类别', '数据']) {
      await goTo(page, name);
      await expect(page).toHaveURL(/y=2018/);
    }
  });
});

test.describe('来源', () => {
  test('of a tile: what counts, what does not and why', async ({ page }) => {
    await open(page, '/?y=2018&a=421000');
    await page.getByRole('button', { name: '参与人次，看来源' }).click();
    const drawer = page.getByRole('dialog', { name: /来源/ });
    await expect(drawer).toContainText('约38.03万人次');
    const counted = drawer.getByRole('region', { name: '计入 3 条' });
    await expect(counted).toContainText('宣讲活动参与职工');
    await expect(counted).toContainText('约28万人次');
    await expect(counted).toContainText('2018年度荆州市总工会工作总结');
    const leftOut = drawer.getByRole('region', { name: '未计入 1 条' });
    await expect(leftOut).toContainText('双11交友联谊参加青年');
    await expect(leftOut).toContainText('未计入月报');

    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(page.getByRole('button', { name: '参与人次，看来源' })).toBeFocused();
  });

  test('of a bar: one press on it', async ({ page }) => {
    await open(page, '/trend?y=2018');
    const chart = figure(page, /参与人次/);
    await drawn(chart);
    await pressMark(page, chart);
    await expect(page.getByRole('dialog', { name: /来源/ })).toContainText('约38.03万人次');
  });

  test('of a number of the table twin, and on to the data table', async ({ page }) => {
    await open(page, '/trend?g=M&a=421000');
    const chart = figure(page, /参与人次/);
    await chart.getByRole('button', { name: '查看数据' }).click();
    const table = chart.getByRole('table', { name: /参与人次/ });
    await expect(table).toContainText('未报');
    const november = table.getByRole('row', { name: /2018年11月/ });
    await expect(november.getByRole('rowheader')).toHaveText('2018年11月');
    expect(await table.getByRole('columnheader').count()).toBe(1 + (await november.getByRole('cell').count()));
    await expect(november.getByRole('cell')).toHaveText('170名以上');
    await table.getByRole('button', { name: /2018年11月.*看来源/ }).click();
    const drawer = page.getByRole('dialog', { name: /来源/ });
    await expect(drawer).toContainText('双11交友联谊参加青年');
    await drawer.getByRole('link', { name: '在数据表中查看' }).first().click();
    await expect(page).toHaveURL(/#\/data\?/);
    await expect(page.getByRole('grid')).toContainText('双11交友联谊参加青年');
  });

  test('of a year figure beside a monthly chart', async ({ page }) => {
    await open(page, '/trend?g=M');
    await page
      .getByRole('region', { name: '另有全年数' })
      .getByRole('button', { name: /2018年/ })
      .click();
    await expect(page.getByRole('dialog', { name: /来源/ })).toContainText('劳动竞赛参赛职工');
  });

  test('of a county in the ranking, whose bar filters', async ({ page }) => {
    await open(page, '/counties?i=beneficiaries&p=420700');
    const ranking = page.locator('figure', { has: page.getByRole('button', { name: '鄂城区的来源' }) });
    await ranking.getByRole('button', { name: '鄂城区的来源' }).click();
    const drawer = page.getByRole('dialog', { name: /来源/ });
    await expect(drawer).toContainText('冬送温暖慰问一线职工和农民工');
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await pressMark(page, ranking);
    await expect(page).toHaveURL(/a=420704/);
    await expect(page.getByText('已筛选：鄂城区').first()).toBeVisible();
  });
});
