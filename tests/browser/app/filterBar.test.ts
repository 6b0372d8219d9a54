import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountApp, unmountAll } from '../../support/app/mountApp';

beforeEach(() => page.viewport(1440, 900));
afterEach(unmountAll);

const bar = () => page.getByRole('region', { name: '筛选' });
const control = (name: string) => bar().getByRole('button', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const chip = (name: string) => page.getByRole('button', { name: `移除 ${name}`, exact: true });
const patience = { timeout: 10_000 };
const address = (app: { address: () => string }) => expect.poll(app.address, patience);

test('every control carries its name, and its value beside it', async () => {
  await mountApp({ address: '/data?y=2018' });
  for (const name of ['年份', '县市区', '类别', '指标', '来源报告']) await expect.element(control(name)).toBeVisible();
  await expect.element(page.getByRole('radiogroup', { name: '时间粒度' })).toBeVisible();
  await expect.element(control('年份')).toHaveAccessibleDescription('2018年');
  await expect.element(control('县市区')).toHaveAccessibleDescription('全部');
});

test('years: one, a span, none', async () => {
  const app = await mountApp({ address: '/data' });
  await control('年份').click();
  await box('2018年').click();
  await address(app).toBe('/data?y=2018');
  await box('2020年').click();
  await address(app).toBe('/data?y=2018-2020');
  await expect.element(box('2019年')).toBeChecked();
  await box('2019年').click();
  await address(app).toBe('/data?y=2019');
  await expect.element(box('2019年')).toBeChecked();
  await expect.element(box('2018年')).not.toBeChecked();
  await box('2020年').click();
  await address(app).toBe('/data?y=2019-2020');
  await userEvent.keyboard('{Escape}');
  await chip('2019–2020年').click();
  await address(app).toBe('/data');
});

test('months: from and to, either left open', async () => {
  const app = await mountApp({ address: '/data' });
  await control('年份').click();
  await page.getByRole('combobox', { name: '起始月' }).selectOptions('2018年11月');
  await address(app).toBe('/data?y=2018-11..');
  await page.getByRole('combobox', { name: '终止月' }).selectOptions('2019年3月');
  await address(app).toBe('/data?y=2018-11..2019-03');
  await page.getByRole('combobox', { name: '起始月' }).selectOptions('最早');
  await address(app).toBe('/data?y=..2019-03');
});

test('areas: a county marks its city as half chosen; all children at once; a search keeps the way to its finds', async () => {
  const app = await mountApp({ address: '/data' });
  await control('县市区').click();
  await box('鄂城区').click();
  await address(app).toBe('/data?a=420704');
  await expect.element(box('鄂州市')).toBePartiallyChecked();
  await expect.element(box('荆州市')).not.toBePartiallyChecked();
  await box('荆州市').click();
  await address(app).toBe('/data?a=420704,421000');

  await page.getByRole('searchbox', { name: '搜索地区名称' }).fill('监利县');
  await expect.element(box('监利市')).toBeVisible();
  await expect.element(box('荆州市')).toBeVisible();
  await expect.element(box('鄂城区')).not.toBeInTheDocument();
  await page.getByRole('searchbox', { name: '搜索地区名称' }).fill('没有这个地方');
  await expect.element(page.getByText('没有找到')).toBeVisible();
});

test('a choice without data is grey, says why, and cannot be ticked', async () => {
  const app = await mountApp({ address: '/data?a=420704' });
  await control('年份').click();
  await expect.element(box('2020年')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(box('2020年')).toHaveAccessibleDescription('在其他筛选条件下没有数据');
  await expect.element(box('2019年')).toHaveAttribute('aria-disabled', 'false');
  await box('2020年').click({ force: true });
  await expect.element(box('2020年')).not.toBeChecked();
  expect(app.address()).toBe('/data?a=420704');
});

test('reports stand newest first with their counts, are searched, and those without data are grey', async () => {
  const app = await mountApp({ address: '/data?a=420704' });
  await control('来源报告').click();
  const titles = () => page.getByRole('dialog').getByRole('checkbox').elements();
  await expect.poll(() => titles().length, patience).toBe(5);
  const [newest, second] = titles();
  await expect.element(newest as HTMLElement).toHaveAccessibleName('荆州市总工会五月份重点工作情况综述');
  await expect.element(newest as HTMLElement).toHaveAttribute('aria-disabled', 'true');
  await expect.element(newest as HTMLElement).toHaveAccessibleDescription(/在其他筛选条件下没有数据/);
  await expect.element(second as HTMLElement).toHaveAttribute('aria-disabled', 'false');
  await page.getByRole('searchbox', { name: '搜索报告' }).fill('鄂城区');
  await expect.poll(() => titles().length, patience).toBe(1);
  await box('区总工会2019年度上半年工作总结及下半年工作计划').click();
  await address(app).toBe('/data?a=420704&r=420704-2019-S1');
});

test('categories, subjects, reports and granularity, each one step of the history', async () => {
  const app = await mountApp({ address: '/data' });
  await control('类别').click();
  await box('女职工').click();
  await address(app).toBe('/data?c=women');
  await userEvent.keyboard('{Escape}');

  await control('指标').click();
  await page.getByRole('searchbox', { name: '搜索统计内容' }).fill('资金');
  await box('资金').click();
  await address(app).toBe('/data?c=women&i=funds');
  await userEvent.keyboard('{Escape}');

  await page.getByRole('radio', { name: '月', exact: true }).click();
  await address(app).toBe('/data?g=M&c=women&i=funds');

  await control('来源报告').click();
  await box('区总工会2019年度上半年工作总结及下半年工作计划').click();
  await address(app).toContain('r=420704-2019-S1');
  await userEvent.keyboard('{Escape}');

  app.router.back();
  await address(app).toBe('/data?g=M&c=women&i=funds');
  app.router.back();
  await address(app).toBe('/data?c=women&i=funds');
  await expect.element(page.getByRole('radio', { name: '年', exact: true })).toBeChecked();
  app.router.back();
  app.router.back();
  await address(app).toBe('/data');
  await expect.element(page.getByRole('list', { name: '已选条件' })).not.toBeInTheDocument();
});

test('chips take out one by one, reset all; the focus stays in the bar', async () => {
  const app = await mountApp({
    address: '/data?g=M&y=2018&a=421000,420704&c=women&i=members.stock,funds&r=421000-2018',
  });
  const chips = page.getByRole('list', { name: '已选条件' }).getByRole('listitem');
  await expect.poll(() => chips.elements().length, patience).toBe(8);
  await chip('鄂城区').click();
  await address(app).toBe('/data?g=M&y=2018&a=421000&c=women&i=members.stock,funds&r=421000-2018');
  await expect.element(chip('荆州市')).toHaveFocus();
  await page.getByRole('button', { name: '重置', exact: true }).click();
  await address(app).toBe('/data');
  expect(document.activeElement).toBe(control('年份').element());
});

test('arrow keys walk through a list, space ticks, Escape gives the focus back', async () => {
  const app = await mountApp({ address: '/data' });
  await expect.element(control('类别')).toBeVisible();
  control('类别').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('searchbox', { name: '搜索类别' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(box('思想引领')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  await expect.element(box('建功立业')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(box('自身建设')).toHaveFocus();
  await userEvent.keyboard('{Home} ');
  await address(app).toBe('/data?c=ideology');
  await userEvent.keyboard('{Escape}');
  await expect.element(control('类别')).toHaveFocus();
});

test('a hostile address opens as if nothing were chosen, and the next step writes a clean one', async () => {
  const app = await mountApp({ address: '/data?y=99999&a=zz,%3Cimg%3E&c=__proto__,women&g=W&i=constructor&r=gone' });
  await expect.element(chip('女职工')).toBeVisible();
  await expect
    .poll(() => page.getByRole('list', { name: '已选条件' }).getByRole('listitem').elements().length, patience)
    .toBe(1);
  await page.getByRole('radio', { name: '季', exact: true }).click();
  await address(app).toBe('/data?g=Q&c=women');
});

test('an old code of a place opens today’s place', async () => {
  await mountApp({ address: '/data?a=421023' });
  await expect.element(chip('监利市')).toBeVisible();
});

test('links to other pages carry the choice, but not the page’s own state', async () => {
  const app = await mountApp({ address: '/data?y=2018&q=%E6%85%B0%E9%97%AE' });
  await page.getByRole('link', { name: '类别' }).click();
  await address(app).toBe('/categories?y=2018');
});

test('on a phone everything is behind one button', async () => {
  await page.viewport(390, 844);
  const app = await mountApp({ address: '/data' });
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: '筛选' });
  await sheet.getByRole('button', { name: '年份', exact: true }).click();
  await sheet.getByRole('checkbox', { name: '2018年', exact: true }).click();
  await sheet.getByRole('radio', { name: '半年', exact: true }).click();
  await address(app).toBe('/data?g=S&y=2018');
  await sheet.getByRole('button', { name: /^查看 \d+ 条数据$/ }).click();
  await expect.element(sheet).not.toBeInTheDocument();
  await expect.element(chip('2018年')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
