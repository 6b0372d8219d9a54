import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountApp, unmountAll } from '../../support/app/mountApp';

beforeEach(() => page.viewport(1440, 900));
afterEach(unmountAll);

const bar = () => page.getByRole('region', { name: '筛选' });
const control = (name: string) => bar().getByRole('button', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const patience = { timeout: 10_000 };
const address = (app: { address: () => string }) => expect.poll(app.address, patience);

test('months: one, a span, a quarter, a half-year, none', async () => {
  const app = await mountApp({ address: '/data?y=2018' });
  await control('年份').click();
  await expect.element(box('2018年3月')).toBeChecked();
  await box('2018年11月').click();
  await address(app).toBe('/data?y=2018-11');
  await expect.element(box('2018年四季度')).toBePartiallyChecked();
  await expect.element(box('2018年上半年')).not.toBePartiallyChecked();
  await box('2018年二季度').click();
  await address(app).toBe('/data?y=2018-04..2018-11');
  await expect.element(box('2018年三季度')).toBeChecked();
  await box('2018年下半年').click();
  await address(app).toBe('/data?y=2018-07..2018-12');
  await box('2018年下半年').click();
  await address(app).toBe('/data');
});

test('the calendar turns from year to year of the data, and walks by arrow keys', async () => {
  const app = await mountApp({ address: '/data?y=2019' });
  await control('年份').click();
  await page.getByRole('button', { name: '前一年' }).click();
  await expect.element(page.getByText('2018年各月')).toBeVisible();
  box('2018年10月').element().focus();
  await userEvent.keyboard('{ArrowRight} ');
  await address(app).toBe('/data?y=2018-11..2019-12');
  await expect.element(box('2018年11月')).toHaveFocus();
});

test('a month without data under the other filters is grey and says so', async () => {
  const app = await mountApp({ address: '/data?a=420704' });
  await control('年份').click();
  await expect.element(box('2020年3月')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(box('2020年3月')).toHaveAccessibleDescription(/没有数据|没有任何报告/);
  await box('2020年3月').click({ force: true });
  expect(app.address()).toBe('/data?a=420704');
  await page.getByRole('button', { name: '前一年' }).click();
  await expect.element(box('2019年3月')).toHaveAttribute('aria-disabled', 'false');
});

test('quick ranges count from the newest month of the data', async () => {
  const app = await mountApp({ address: '/data' });
  await control('年份').click();
  const quick = page.getByRole('group', { name: '常用时间' });
  await expect.element(quick).toHaveAccessibleDescription(/以数据的最新月份（20\d\d年\d+月）为准/);
  const newest = Number(/（(\d{4})年/.exec(quick.element().textContent)?.[1]);
  await expect.element(quick.getByRole('button', { name: '全部' })).toHaveAttribute('aria-pressed', 'true');
  await quick.getByRole('button', { name: '去年' }).click();
  await address(app).toBe(`/data?y=${String(newest - 1)}`);
  await quick.getByRole('button', { name: '近三年' }).click();
  await address(app).toBe(`/data?y=${String(newest - 2)}-${String(newest)}`);
  await expect.element(quick.getByRole('button', { name: '近三年' })).toHaveAttribute('aria-pressed', 'true');
});

test('places are found by the initials and the spelling of their names', async () => {
  await mountApp({ address: '/data' });
  await control('县市区').click();
  const search = page.getByRole('searchbox', { name: '搜索地区名称' });
  await search.fill('jzs');
  await expect.element(box('荆州市')).toBeVisible();
  await expect.element(box('监利市')).not.toBeInTheDocument();
  await search.fill('jianli');
  await expect.element(box('监利市')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await control('指标').click();
  await page.getByRole('searchbox', { name: '搜索统计内容' }).fill('zj');
  await expect.element(box('资金')).toBeVisible();
  await expect.element(box('参与人次')).not.toBeInTheDocument();
});

test('all and none: of what the search shows, and never what has no data', async () => {
  const app = await mountApp({ address: '/data' });
  await control('类别').click();
  await page.getByRole('button', { name: '全选' }).click();
  await expect.element(page.getByText('已选 10 项')).toBeVisible();
  await page.getByRole('button', { name: '清空' }).click();
  await address(app).toBe('/data');
  await page.getByRole('searchbox', { name: '搜索类别' }).fill('fw jg');
  await expect.element(page.getByText('没有找到')).toBeVisible();
  await page.getByRole('searchbox', { name: '搜索类别' }).fill('gong');
  await page.getByRole('button', { name: '全选' }).click();
  await address(app).toBe('/data?c=skills,models,women');
});

test('undo and redo by key and by button, said aloud; not while one types', async () => {
  const app = await mountApp({ address: '/data' });
  await control('类别').click();
  await box('女职工').click();
  await address(app).toBe('/data?c=women');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('radio', { name: '月', exact: true }).click();
  await address(app).toBe('/data?g=M&c=women');

  await expect.element(page.getByRole('button', { name: '撤销一步' })).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await address(app).toBe('/data?c=women');
  await expect.element(page.getByText('已撤销一步，现在是：女职工')).toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await address(app).toBe('/data');
  await expect.element(page.getByText('已撤销一步，现在是：全部数据')).toBeInTheDocument();
  await userEvent.keyboard('{Control>}y{/Control}');
  await address(app).toBe('/data?c=women');
  await userEvent.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
  await address(app).toBe('/data?g=M&c=women');

  await page.getByRole('button', { name: '撤销一步' }).click();
  await address(app).toBe('/data?c=women');
  await expect.element(page.getByRole('button', { name: '重做一步' })).toHaveAttribute('aria-disabled', 'false');

  await page.getByRole('searchbox', { name: '搜索', exact: true }).fill('慰问');
  await address(app).toContain('q=');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(app.address, patience).toContain('c=women');

  app.router.back();
  await expect.poll(app.address, patience).not.toContain('q=');
});
