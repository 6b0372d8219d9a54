import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { choose, drawn, figure, open, tile } from './app';

const summary = { name: '综述', exact: true };

test('the paragraph says the tiles, each number leads to its source, and one press copies it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/?y=2018&a=421000');
  const paragraph = page.getByRole('region', summary);
  await expect(paragraph).toContainText('2018年，荆州市');
  await expect(paragraph.getByRole('button', { name: /家/ }).first()).toHaveText(
    (await tile(page, '新建工会').locator('.tile__value').innerText()).replaceAll(/\s/g, ''),
  );
  await paragraph.getByRole('button', { name: '复制全文' }).click();
  await expect(paragraph.getByRole('status')).toHaveText('已复制');
  const text = (await paragraph.locator('p').innerText()).trim();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  expect(text).not.toMatch(/NaN|undefined|约约|增长-|，，/);

  await paragraph.getByRole('button', { name: /家/ }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '来源' })).toContainText('计入');
});

test('the paragraph follows filter and language', async ({ page }) => {
  await open(page, '/?a=421000');
  await choose(page, '年份', '2018年');
  await expect(page.getByRole('region', summary)).toContainText(/^综述[\s\S]*2018年，荆州市/);
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('region', { name: 'Summary', exact: true })).toContainText('2018, Jingzhou');
});

test('what is new since the last visit is told until it is dismissed', async ({ page }) => {
  await open(page);
  const news = page.getByRole('region', { name: '上次访问以来' });
  await expect(page.getByRole('region', summary)).toContainText('年');
  const kept = () => page.evaluate(() => localStorage.getItem('last-visit'));
  await expect.poll(kept).toContain('421000-2018');
  await expect(news).toHaveCount(0);

  // As if the newest report had not been there, and another had said something else.
  await page.evaluate(() => {
    const [numbers = '', ...lines] = (localStorage.getItem('last-visit') ?? '').split('\n');
    const values = { ...(JSON.parse(numbers) as object), funds: { bucket: '2019', text: '1万元' } };
    const reports = lines
      .filter((line) => !line.endsWith(' "421000-2020-05"'))
      .map((line) => (line.endsWith(' "421000-2018"') ? '1.other "421000-2018"' : line));
    localStorage.setItem('last-visit', [JSON.stringify(values), ...reports].join('\n'));
  });
  await page.reload();
  await expect(news).toContainText('新报告 1 份，有改动的报告 1 份，主要指标变动 1 项');
  await news.getByText('上次访问以来').click();
  await expect(news.getByRole('listitem').last()).toContainText('资金：2019年 1万元 → ');
  await expect(page.getByRole('region', { name: '最近的报告' }).getByText('新', { exact: true })).toHaveCount(1);

  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await news.getByRole('button', { name: '知道了' }).click();
  await expect(news).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('region', summary)).toContainText('年');
  await expect(news).toHaveCount(0);
});

test('a county that is pointed at by keyboard lights up in the other charts', async ({ page }) => {
  await open(page, '/counties?i=beneficiaries');
  const [map, ranking] = [figure(page, /分布/), figure(page, /各县市区/)];
  await drawn(map);
  await drawn(ranking);
  const picture = () =>
    map
      .locator('canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await picture();
  await ranking.getByRole('button', { name: '监利的来源' }).focus();
  await expect.poll(picture).not.toBe(before);
  await page.keyboard.press('Tab');
  await expect.poll(picture).toBe(before);
});

test('a chart that stands is never hidden again, whoever points at it or filters', async ({ page }) => {
  await open(page);
  const chart = figure(page, /^全部地区参与人次$/).first();
  await drawn(chart);
  await page.evaluate(() => {
    const hidden: string[] = [];
    Object.assign(window, { hidden });
    new MutationObserver(() => {
      for (const one of document.querySelectorAll('canvas'))
        if (getComputedStyle(one).visibility === 'hidden') hidden.push(one.closest('figure')?.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await chart.locator('canvas').first().hover();
  // The one beside the canvas is the tooltip's, in the chart that was made anew for the pointer.
  await expect(chart.locator('.echarts-host > div')).toHaveCount(2);
  await page.goto('./#/?y=2018');
  await expect(chart).toContainText('2018年');
  await drawn(chart);
  expect(await page.evaluate(() => (window as unknown as { hidden: string[] }).hidden)).toEqual([]);
});
